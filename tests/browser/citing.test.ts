import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test, type TestContext } from 'node:test';
import type Axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { statementId } from '../../src/archive/statement-id.ts';
import { LANTERNS, lanternsFolder } from '../support/lanterns.ts';
import { eventually } from './eventually.ts';
import { CitingPage } from './pages/citing-page.ts';
import { servedSite, type VisitOptions } from './visitors.ts';

const site = servedSite(async () => ({ content: await lanternsFolder() }));
const NORTH = 'The keepers keep the light of the north pier';
const SOUTH = 'The keepers of the south pier';
const SOURCE =
  '— Office of the North and Office of the South, “Lanterns: a beginning”, November 22, 2017';
const LEAST = 24; // CSS pixels each way, by WCAG 2.2, 2.5.8
const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } };

const open = async (t: TestContext, wishes: VisitOptions = {}, rest = '') =>
  CitingPage.open(await site.visit(t, wishes), LANTERNS, rest);

/** The address of a statement, without what marks words. */
const addressOf = async ({ page }: CitingPage, statement: Locator) =>
  `${page.url().replace(/[?#].*/, '')}#${await statement.getAttribute('id')}`;

/** The statement of the words that an address marks: without an id in it only the words lead anywhere. */
async function markedStatement({ page }: CitingPage, address: string): Promise<string | null> {
  await page.goto('about:blank');
  await page.goto(address.replace(/#s-[^:]*/, '#'));
  const target = page.locator(':target');
  return target.evaluate((words) => words.closest('[data-statement]')?.id ?? null);
}

test('a click copies the full address, says so, and goes to the statement', async (t) => {
  const release = await open(t, {}, '?mark=lanterns');
  const statement = release.statement(SOUTH);
  const address = await addressOf(release, statement);
  assert.equal(await release.clickPermalink(statement), address);
  assert.equal(new URL(release.page.url()).hash, new URL(address).hash);
});

test('a copied address opens at the statement, which stands out', async (t) => {
  const release = await open(t);
  const address = await release.clickPermalink(release.statement(SOUTH));
  const elsewhere = new CitingPage(await release.page.context().newPage());
  await elsewhere.page.setViewportSize({ width: 400, height: 400 });
  await elsewhere.page.goto(address);
  assert.match(await elsewhere.cited.innerText(), new RegExp(`^${SOUTH}`));
  await eventually(async () => assert.ok(await startsInView(elsewhere.cited)));
  assert.notEqual(
    await background(elsewhere.cited),
    await background(elsewhere.statement('SALEM')),
  );
});

/** Whether the first line of an element is on the screen. */
const startsInView = (element: Locator) =>
  element.evaluate((found) => {
    const { top } = found.getBoundingClientRect();
    return top >= 0 && top < innerHeight - 20;
  });

const background = (element: Locator) =>
  element.evaluate((found) => getComputedStyle(found).backgroundColor);

test('with words selected by the mouse, a click copies an address that marks them', async (t) => {
  const release = await open(t);
  const statement = release.statement(SOUTH);
  const address = await addressOf(release, statement);
  await release.selectByMouse(statement, 'have kept it for fourteen years');
  const copied = await release.clickPermalink(statement);
  assert.equal(copied, `${address}:~:text=have%20kept%20it%20for%20fourteen%20years`);
  assert.equal(release.page.url(), address);
});

test('words selected in another statement are not in the address', async (t) => {
  const release = await open(t);
  await release.selectByMouse(release.statement(SOUTH), 'have kept it for fourteen years');
  const statement = release.statement(NORTH);
  assert.equal(await release.clickPermalink(statement), await addressOf(release, statement));
});

test('with the keyboard alone one selects words, copies their address and quotes them', async (t) => {
  const release = await open(t);
  const { keyboard } = release.page;
  const statement = release.statement(SOUTH);
  const link = `${await addressOf(release, statement)}:~:text=kept%20it%20for%20fourteen%20years`;
  await release.selectByKeyboard(statement, 'kept it for fourteen years');
  await release.permalinkOf(release.statement(NORTH)).focus(); // the link before
  await keyboard.press('Tab');
  assert.ok(await release.isFocused(release.permalinkOf(statement)));
  await keyboard.press('Enter');
  await release.says('Link copied');
  assert.equal(await release.clipboard(), link);
  await keyboard.press('Tab');
  assert.ok(await release.isFocused(release.button('Copy link')));
  await keyboard.press('ArrowRight');
  assert.ok(await release.isFocused(release.button('Copy quotation')));
  await keyboard.press('Enter');
  await release.says('Quotation copied');
  assert.equal(await release.clipboard(), `“kept it for fourteen years”\n${SOURCE}\n${link}`);
  await keyboard.press('Escape');
  await release.bar.waitFor({ state: 'hidden' });
  assert.ok(await release.isFocused(release.permalinkOf(statement)));
});

for (const { what, statement, words, until = words, directive } of [
  {
    what: 'a hyphen, a comma and an ampersand',
    statement: 'A well-kept lamp',
    words: 'well-kept lamp, oil & wick',
    directive: /^text=well%2Dkept%20lamp%2C%20oil%20%26%20wick$/,
  },
  {
    what: 'quotation marks and letters with accents',
    statement: 'A well-kept lamp',
    words: '“two dollars” – ¡no más, señora!',
    directive: /^text=%E2%80%9Ctwo%20dollars%E2%80%9D.*se%C3%B1ora%21$/,
  },
  {
    what: 'a phrase that an earlier statement has as well',
    statement: SOUTH,
    words: 'keep the light',
    directive: /^text=pier-,keep%20the%20light,-as$/,
  },
  {
    what: 'a long passage',
    statement: 'The lamp of step 1 is lit',
    words: 'lamp of step 2 is lit',
    until: 'lamp of step 59 is lit',
    directive: /^text=lamp%20of%20step%202,step%2059%20is%20lit$/,
  },
  {
    what: 'words that are set off within a statement',
    statement: 'The lanterns of both harbors',
    words: 'both harbors',
    directive: /^text=of-,both%20harbors,-are$/,
  },
  {
    what: 'the words of an item that has a list in it',
    statement: 'Fill the lamps',
    words: 'the lamps of the north pier',
    directive: /^text=the%20lamps%20of%20the%20north%20pier$/,
  },
  {
    what: 'a cell of a table',
    statement: 'fourteen of tin',
    words: '100%',
    directive: /^text=tin-,100%25,-/,
  },
  {
    what: 'several cells of a table',
    statement: 'fourteen of tin',
    words: 'fourteen',
    until: '100%',
    directive: /^text=fourteen%20of%20tin,100%25$/,
  },
]) {
  test(`an address marks ${what}`, async (t) => {
    const release = await open(t);
    const cited = release.statement(statement).first();
    await release.selectByMouse(cited, words, until);
    const address = await release.copy('Copy link');
    assert.match(address.split(':~:')[1] ?? '', directive);
    assert.equal(address.split(':~:')[0], await addressOf(release, cited));
    const id = await cited.getAttribute('id');
    assert.equal(await markedStatement(release, address), id);
  });
}

test('of a phrase that appears twice in one statement the right one is marked', async (t) => {
  const release = await open(t);
  await release.selectByMouse(release.statement(NORTH), 'they keep the light');
  assert.match(
    await release.copy('Copy link'),
    /:~:text=that-,they%20keep%20the%20light,-%2C%20and$/,
  );
});

test('the statement of marked words stands out, though they are the target', async (t) => {
  const release = await open(t);
  for (const words of ['both harbors', 'fourteen of tin', 'The second paragraph of']) {
    const statement = release.statement(words);
    await release.selectByMouse(statement, words);
    const address = await release.copy('Copy link');
    await release.page.goto('about:blank');
    await release.page.goto(address);
    await statement.locator(':target').waitFor();
    const other = release.statement('Then light them');
    assert.notEqual(await background(statement), await background(other), words);
  }
});

test('where the words are not there any more, an address leads to the statement', async (t) => {
  const release = await open(t);
  const statement = release.statement(SOUTH);
  await release.selectByMouse(statement, 'have kept it for fourteen years');
  const address = (await release.copy('Copy link')).replace('fourteen', 'fifteen');
  await release.page.goto('about:blank');
  await release.page.goto(address);
  await release.cited.waitFor();
  assert.match(await release.cited.innerText(), new RegExp(`^${SOUTH}`));
});

test('a quotation has the words of the whole statement where none are selected', async (t) => {
  const release = await open(t);
  const statement = release.statement('SALEM');
  const address = await release.clickPermalink(statement);
  assert.equal(
    await release.copy('Copy quotation'),
    `“SALEM – The lanterns of both harbors are lit, and the keepers thank the town.”\n${SOURCE}\n${address}`,
  );
});

test('a quotation has just the words that were selected, and an address that marks them', async (t) => {
  const release = await open(t);
  const statement = release.statement('fourteen of tin');
  await release.selectByMouse(statement, 'teen of tin', '100%');
  assert.equal(
    await release.copy('Copy quotation'),
    `“teen of tin 100%”\n${SOURCE}\n${await addressOf(release, statement)}:~:text=fourteen%20of%20tin,100%25`,
  );
});

test('of every statement the words of its quotation are those that its id is made from', async (t) => {
  const release = await open(t);
  const statements = await release.statements.all();
  assert.equal(statements.length, 15);
  for (const statement of statements) {
    await release.clickPermalink(statement);
    const words = /^“(.*)”\n/.exec(await release.copy('Copy quotation'))?.[1] ?? '';
    assert.equal(statementId(words), await statement.getAttribute('id'), words);
  }
});

test('what was selected stays selected when the bar opens and copies, and the focus where it was', async (t) => {
  const release = await open(t);
  await release.selectByKeyboard(release.statement(SOUTH), 'kept it for fourteen years');
  assert.ok(await release.isFocused(release.main));
  await release.copy('Copy quotation');
  assert.equal(await release.selected(), 'kept it for fourteen years');
  assert.ok(await release.isFocused(release.main));
});

test('the bar closes with Escape, with a press elsewhere, and when the selection is gone', async (t) => {
  const release = await open(t);
  const { page } = release;
  const isClosed = () => release.bar.waitFor({ state: 'hidden' });
  const statement = release.statement(SOUTH);
  await release.clickPermalink(statement);
  await release.bar.waitFor();
  await page.keyboard.press('Escape');
  await isClosed();
  await release.permalinkOf(statement).click();
  await release.bar.waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await isClosed();
  await release.selectByMouse(statement, 'kept it for fourteen years');
  await page.evaluate(() => getSelection()?.empty());
  await isClosed();
});

for (const { what, from, to, quoted, marked } of [
  {
    what: 'two paragraphs',
    from: NORTH,
    to: SOUTH,
    quoted:
      /^“The keepers keep the light of the north pier\..* keeps them\.\n\nThe keepers of the south pier keep .* fourteen years\.”\n— Office/,
    marked: /:~:text=The%20keepers%20keep[^,]*,/,
  },
  {
    what: 'an item and one within it',
    from: 'Fill the lamps',
    to: 'with oil by night',
    quoted: /^“Fill the lamps of the north pier:\n\nwith oil by night”\n— Office/,
    marked: /:~:text=/,
  },
  {
    what: 'rows of a table',
    from: 'North',
    to: 'South',
    quoted: /^“North twelve of brass 100%\n\nSouth fourteen of tin 100%”\n— Office/,
    marked: /:~:text=/,
  },
]) {
  test(`words of ${what} are one passage: its link, its quotation, and ¶ in any of them`, async (t) => {
    const release = await open(t);
    const [first, last] = what.startsWith('rows')
      ? [release.article.locator('tbody tr').first(), release.article.locator('tbody tr').last()]
      : [release.statement(from).first(), release.statement(to).last()];
    const select = async () => {
      const start = await first.elementHandle();
      await last.evaluate(
        (end, node) =>
          getSelection()?.setBaseAndExtent(node as Node, 0, end, end.childNodes.length),
        start,
      );
      await release.bar.waitFor();
    };
    await select();
    const link = await release.copy('Copy link');
    assert.ok(link.startsWith(await addressOf(release, first)), link);
    assert.match(link, marked);
    assert.match(await release.copy('Copy quotation'), quoted);
    await release.page.keyboard.press('Escape');
    await release.page.evaluate(() => getSelection()?.empty());
    await select();
    const { x, y } = (await release.permalinkOf(last).boundingBox()) ?? { x: 0, y: 0 };
    await release.page.mouse.click(x + 8, y + 8);
    await release.says('Link copied');
    assert.equal(await release.clipboard(), link);
  });
}

test('no bar opens for words of no statement, or for a selection that begins outside of all', async (t) => {
  const release = await open(t);
  const { page } = release;
  await page.getByRole('heading', { level: 1 }).selectText();
  await page.waitForTimeout(600); // longer than the page waits for a selection to normalize
  assert.ok(await release.bar.isHidden());
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await page.waitForTimeout(600);
  assert.ok(await release.bar.isHidden());
});

test('on a small telephone the bar lies on the screen, large enough for a finger', async (t) => {
  const release = await open(t, PHONE);
  for (const statement of await release.statements.all()) {
    await release.clickPermalink(statement);
    await liesOnScreen(release);
    await release.page.keyboard.press('Escape');
  }
  for (const cell of await release.article.locator('tr:last-child td').all()) {
    await cell.scrollIntoViewIfNeeded();
    await cell.evaluate((element) => getSelection()?.selectAllChildren(element));
    await liesOnScreen(release);
    await release.page.keyboard.press('Escape');
  }
});

test('where the fonts do not load, the bar still lies on a small screen', async (t) => {
  const release = await open(t, PHONE);
  await release.page.evaluate(() => {
    document.documentElement.style.setProperty('--sans', 'monospace');
  });
  await release.clickPermalink(release.statement(SOUTH));
  await liesOnScreen(release);
});

async function liesOnScreen(release: CitingPage) {
  await release.bar.waitFor();
  const { width } = release.page.viewportSize() ?? { width: 0 };
  const box = await release.bar.boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
  for (const button of await release.bar.getByRole('button').all()) {
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    assert.ok(width >= LEAST && height >= LEAST, `${width} × ${height}`);
  }
  assert.equal(await release.page.evaluate(() => document.documentElement.scrollWidth), width);
}

test('axe finds no barrier where the bar is open, by day and night', async (t) => {
  const release = await open(t);
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await release.page.evaluate(await readFile(script, 'utf8'));
  await release.clickPermalink(release.statement(SOUTH));
  await release.bar.waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await release.page.emulateMedia({ colorScheme });
    const found = await release.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof Axe };
      return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
    });
    assert.deepEqual(found, [], colorScheme);
  }
});

test('without JavaScript there is no bar, and nothing of one', async (t) => {
  const release = await open(t, { javaScriptEnabled: false });
  assert.equal(await release.page.locator('[role=toolbar], [role=status], [popover]').count(), 0);
  assert.equal(await release.page.getByText('Copy').count(), 0);
});

for (const { reason, isThere } of [
  { reason: 'is not allowed', isThere: true },
  { reason: 'cannot be, on a site without HTTPS', isThere: false },
]) {
  test(`where copying ${reason}, it is said where the address is`, async (t) => {
    const release = await open(t);
    await release.page.evaluate((isThere) => {
      const writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      const value = isThere ? { writeText } : undefined;
      Object.defineProperty(navigator, 'clipboard', { value });
    }, isThere);
    const [north, south] = [release.statement(NORTH), release.statement(SOUTH)];
    await north.hover();
    await release.permalinkOf(north).click();
    await release.says('The link is in the address bar');
    assert.equal(release.page.url(), await addressOf(release, north));
    await release.button('Copy quotation').click();
    await release.says('The quotation could not be copied');
    await release.selectByMouse(south, 'kept it for fourteen years');
    await release.button('Copy link').click();
    await release.says('The link is in the address bar');
    assert.equal(release.page.url(), await addressOf(release, south));
  });
}
