import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { normalizeText } from '../../../src/archive/statement-id-form.ts';
import { ReleasePage } from './release-page.ts';

/** A release from which one cites. */
export class CitingPage extends ReleasePage {
  static override async open(page: Page, id: string, rest = ''): Promise<CitingPage> {
    await ReleasePage.open(page, id, rest);
    return new CitingPage(page);
  }

  /** The bar that opens where something can be cited. */
  get bar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Cite this statement' });
  }

  button(name: 'Copy link' | 'Copy quotation'): Locator {
    return this.bar.getByRole('button', { name });
  }

  /** Presses a button of the bar; returns what is in the clipboard then. */
  async copy(name: 'Copy link' | 'Copy quotation'): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.button(name).click();
    await this.says(name === 'Copy link' ? 'Link copied' : 'Quotation copied');
    return this.clipboard();
  }

  /** Clicks the permalink of a statement; returns what is in the clipboard then. */
  async clickPermalink(statement: Locator): Promise<string> {
    await this.page.keyboard.press('Escape'); // the bar may lie over it
    await statement.hover({ position: { x: 4, y: 4 } });
    await this.permalinkOf(statement).click();
    await this.says('Link copied');
    return this.clipboard();
  }

  /** Waits until the page says so to those who see it and those who hear it. */
  async says(words: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).waitFor();
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Draws the mouse from the first of some words of a statement to the last. */
  async selectByMouse(statement: Locator, words: string, until = words): Promise<void> {
    await statement.scrollIntoViewIfNeeded();
    const { from, to, between } = await statement.evaluate(locate, { words, until });
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
    assert.equal(normalizeText(await this.selected()), normalizeText(between));
    await this.bar.waitFor();
  }

  /** Selects words letter by letter; the first one by a script, since that takes a caret to browse with. */
  async selectByKeyboard(statement: Locator, words: string): Promise<void> {
    await this.main.focus();
    await statement.evaluate(locate, { words, until: words, isBegun: true });
    for (let left = words.length - 1; left > 0; left--) {
      await this.page.keyboard.press('Shift+ArrowRight');
    }
    assert.equal(await this.selected(), words);
    await this.bar.waitFor();
  }

  selected(): Promise<string> {
    return this.page.evaluate(() => String(getSelection()));
  }

  isFocused(element: Locator): Promise<boolean> {
    return element.evaluate((one) => one === document.activeElement);
  }
}

/** In the page: where words are on the screen, and what is there. May select their first letter. */
function locate(
  statement: Element,
  { words, until, isBegun = false }: { words: string; until: string; isBegun?: boolean },
) {
  const walker = document.createTreeWalker(statement, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const first = texts.find(({ data }) => data.includes(words));
  const last = texts.find(({ data }) => data.includes(until));
  if (!first || !last) throw new Error(`The statement does not hold: ${words} … ${until}`);
  const start = first.data.indexOf(words);
  const end = last.data.indexOf(until) + until.length;
  if (isBegun) getSelection()?.setBaseAndExtent(first, start, first, start + 1);
  const range = document.createRange();
  const boxOf = (text: Text, place: number) => {
    range.setStart(text, place);
    range.setEnd(text, place + 1);
    return range.getBoundingClientRect();
  };
  const [from, to] = [boxOf(first, start), boxOf(last, end - 1)];
  range.setStart(first, start);
  range.setEnd(last, end);
  return {
    from: { x: from.left, y: (from.top + from.bottom) / 2 },
    to: { x: to.right, y: (to.top + to.bottom) / 2 },
    between: String(range),
  };
}
