import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { fill, fillCount } from '../../src/words/words.ts';
import { es } from '../../src/words/es.ts';
import { vi } from '../../src/words/vi.ts';
import { LANGUAGES, wordsFor } from '../../src/words/languages.ts';
import { zhHant } from '../../src/words/zh-Hant.ts';
import { builtPages } from '../site/built-page.ts';
import { validator } from '../site/validity.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';
import { servedSite } from './visitors.ts';

const ARABIC =
  'اعتمد المجلس اليوم الدليل الجديد للمستأجرين.\n\nيشرح الدليل حقوق المستأجرين بلغة بسيطة.';
const archiveIn = (language: string) =>
  sharedArchive({
    'site.yaml': `title: Office of Samples\nlanguage: ${language}\n`,
    'offices/north.yaml': 'name: North\n',
    'releases/2020-09-22-a.md': madeRelease(
      { date: '2020-09-22', title: 'الدليل الجديد', language: 'ar', topics: 'Housing' },
      ARABIC,
    ),
    'releases/2020-09-23-b.md': madeRelease(
      { date: '2020-09-23', language: 'en', topics: 'Housing' },
      'The council adopted the renters’ handbook today.\n\n| Year | Rents |\n| --- | --- |\n| 2019 | 40 |',
    ),
  });

const RELEASE = 'releases/2020/09/22/a/';
const PAGES = [
  '',
  'releases/',
  'search/',
  'about/',
  'data/',
  'feeds/',
  'quote/',
  'collection/',
  'topics/',
  'bills/',
  '404.html',
  RELEASE,
];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
  });
}

for (const [language, words] of Object.entries({ es, vi, 'zh-Hant': zhHant })) {
  const { searching, citing } = words;
  const site = servedSite(async () => ({ content: await archiveIn(language) }));

  test(`${language}: every page is valid HTML`, async () => {
    const validate = await validator();
    for await (const page of builtPages(await builtSite({ content: await archiveIn(language) }))) {
      assert.deepEqual(await validate(page), []);
    }
  });

  test(`${language}: axe finds no barrier`, async (t) => {
    const page = await site.visit(t, { bypassCSP: true });
    for (const path of PAGES) {
      await page.goto(`./${path}`);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.deepEqual(await barriers(page), [], path);
    }
  });

  test(`${language}: the search answers in the language of the site`, async (t) => {
    const page = await site.visit(t, { bypassCSP: true });
    const query = 'handbook "renters" colour:red -rent topic:housing';
    await page.goto(`./search/?q=${encodeURIComponent(query)}`);
    await page.locator('.remarks p').first().waitFor();
    const chips = await page.locator('.chips .chip').allInnerTexts();
    const shown = chips.map((chip) => chip.replace('×', '').trim());
    assert.ok(shown.includes(fill(searching.phrase, { words: 'renters' })), shown.join(', '));
    assert.ok(shown.includes(fill(searching.without, { words: 'rent' })), shown.join(', '));
    const [remark = ''] = await page.locator('.remarks p').allInnerTexts();
    const reason = fill(searching.noOperator, { name: 'colour' });
    assert.equal(remark, fill(searching.searchedAsWords, { typed: 'colour:red', reason }));
    await page.goto('./search/?from=2020-01-01');
    await page.locator('[data-result]').nth(1).waitFor();
    await page.locator('.facet legend').first().waitFor();
    const legends = await page.locator('.facet legend').allInnerTexts();
    assert.ok(legends.includes(searching.legends.topic), legends.join(', '));
    const bar = page.locator('.histogram button').filter({ visible: true }).first();
    assert.ok((await bar.getAttribute('aria-label'))?.includes('2020'));
    assert.deepEqual(await barriers(page), []);
  });

  test(`${language}: a citation keeps its order around a headline from right to left`, async (t) => {
    const page = await site.visit(t, { bypassCSP: true });
    await page.goto(`./${RELEASE}`);
    await page.addStyleTag({ content: '.cite-this p { white-space: nowrap }' }); // whatever the fonts
    const line = page.locator('.cite-this > p').first();
    const title = line.locator('bdi[lang=ar][dir=rtl]');
    assert.equal(await title.innerText(), 'الدليل الجديد');
    const right = await title.evaluate((element) => element.getBoundingClientRect().right);
    const day = line.locator('time[datetime="2020-09-22"]');
    assert.ok((await day.evaluate((element) => element.getBoundingClientRect().left)) > right);
    await page.locator('[data-cite]').click();
    const names = page.locator('dialog .cite-result bdi');
    await names.getByText('الدليل الجديد').waitFor();
  });

  test(`${language}: a result from right to left says so, and its highlights can be cleared`, async (t) => {
    const page = await site.visit(t);
    await page.goto(`./search/?q=${encodeURIComponent('الدليل')}`);
    const result = page.locator('[data-result]').first();
    const headline = result.getByRole('heading', { level: 3 });
    await headline.waitFor();
    assert.equal(await headline.getAttribute('lang'), 'ar');
    assert.equal(await headline.getAttribute('dir'), 'rtl');
    await result.locator('[data-hit] a').first().click();
    const button = page.getByRole('button', { name: citing.clearHighlights });
    await button.click();
    assert.equal(await page.locator('main mark').count(), 0);
  });
}

const spanish = servedSite(async () => ({ content: await archiveIn('es-MX') }));

test('citations have the words of the nearest language', async (t) => {
  const page = await spanish.visit(t);
  await page.goto(`./${RELEASE}`);
  await page.locator('[data-cite]').click();
  await page.locator('dialog .cite-result').getByText('septiembre').waitFor();
});

test('what a search box says fits into it on a telephone, in every language', async (t) => {
  const page = await spanish.visit(t, { viewport: { width: 360, height: 740 } });
  const inLanguages = Object.keys(LANGUAGES)
    .map(wordsFor)
    .map((words) => ({
      button: words.search,
      small: words.searchAll,
      front: fillCount(words, words.front.search, 72_620),
      large: words.searchPage.placeholder,
    }));
  for (const [path, box] of [
    [RELEASE, 'small'],
    ['', 'front'],
    ['search/', 'large'],
  ] as const) {
    await page.goto(`./${path}`);
    for (const words of inLanguages) {
      const { text, room } = await page.evaluate(measure, [words[box], words.button] as const);
      assert.ok(text <= room, `${path}: “${words[box]}” takes ${text} of ${room} pixels`);
    }
  }
});

/** In the page: the width of a placeholder, and of the box beside a button, in pixels. */
function measure([placeholder, button]: readonly [string, string]): { text: number; room: number } {
  const form = document.querySelector('.search-form');
  const input = form?.querySelector('input');
  const submit = form?.querySelector('button');
  const context = document.createElement('canvas').getContext('2d');
  if (!input || !submit || !context) throw new Error('no search box');
  submit.textContent = button;
  const style = getComputedStyle(input);
  context.font = style.font;
  const padding = parseFloat(style.paddingInlineStart) + parseFloat(style.paddingInlineEnd);
  return {
    text: Math.ceil(context.measureText(placeholder).width),
    room: Math.floor(input.clientWidth - padding),
  };
}
