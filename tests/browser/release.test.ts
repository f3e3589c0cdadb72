import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReleaseRecord } from '../../src/publish/data/release-record.ts';
import { FOUNDING, GUIDE, ReleasePage, SPANISH, VIETNAMESE } from './pages/release-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();

/** The founding release as it was printed: paragraphs by their order. */
const PRINTED = [
  'For Immediate Release',
  "SACRAMENTO – Assemblymember Ash Kalra (D-San Jose), who is a member of the California Asian Pacific Islander (API) Caucus, released the following statement following the release of the API Caucus's letter to the Department of Homeland Security regarding the reports of targeted detention and potential deportation of more than 200 Cambodian and Vietnamese Americans by Immigration and Customs Enforcement (ICE) officials:",
  "The unjust detentions and deportations of roughly 100 Cambodian and 95 Vietnamese people speak to the federal administration's lack of compassion for our Southeast Asian immigrant population, including those who escaped political persecution and genocide to come to the United States in search of freedom and opportunity.",
  "Many of these immigrants have been living in this country for decades and were granted stay without naturalization as refugees through the Memorandum of Understanding (MOU) between the United States and Vietnam, as well as Cambodia; however, we are now detaining these individuals and tearing apart families while never giving them a chance to become American citizens. This clear violation of the MOUs is a betrayal of our country's commitment to these communities and only further undermines the integrity and sanctity of our country's diplomatic agreements.",
  'The actions of this administration callously reject the American dream and I rise in support of immigrant communities throughout the country. I stand with my colleagues in calling upon the immediate release of the detainees, an explanation of the shift in procedure leading to their detention, data on the number of individuals detained and transparency with families and organizations supporting impacted individuals.',
];

test('the founding release appears word for word as it was printed', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  assert.deepEqual(await release.statements.allInnerTexts(), PRINTED);
  assert.equal(
    await release.heading(),
    'Assemblymember Ash Kalra Denounces Actions of Federal Immigration Officials Against Southeast Asian Americans',
  );
  await release.article.getByText('###', { exact: true }).waitFor();
});

for (const timezoneId of ['America/Los_Angeles', 'Asia/Tokyo', 'UTC']) {
  test(`its day is November 22, 2017 for a reader in ${timezoneId}`, async (t) => {
    const page = await site.visit(t, { timezoneId });
    const release = await ReleasePage.open(page, FOUNDING);
    const search = new SearchPage(page);
    for (const day of [
      release.article.locator('.dateline-row time'),
      search.results.locator('time'),
    ]) {
      assert.equal(await day.innerText(), 'November 22, 2017');
      assert.equal(await day.getAttribute('datetime'), '2017-11-22');
      await page.goto('./search/?q=naturalization');
    }
  });
}

test('a release names itself, its day and its statements for whoever reads by program', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  assert.equal(await release.article.getAttribute('data-release'), FOUNDING);
  assert.equal(await release.article.locator('h1').count(), 1);
  for (const statement of await release.statements.all()) {
    assert.match((await statement.getAttribute('id')) ?? '', /^s-[a-z2-7]{8}$/);
  }
});

for (const id of [FOUNDING, GUIDE]) {
  test(`each statement of ${id} has a permalink that its words name`, async (t) => {
    const release = await ReleasePage.open(await site.visit(t), id);
    const folded = release.page.locator('details.boilerplate');
    await folded.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    const statements = await release.statements.all();
    assert.ok(statements.length >= 5);
    for (const statement of statements) {
      const link = release.permalinkOf(statement);
      assert.equal(await link.getAttribute('href'), `#${await statement.getAttribute('id')}`);
      const words = (await statement.innerText()).replace(/\s+/g, ' ').trim();
      const label = (await link.getAttribute('aria-label')) ?? '';
      const [, named = ''] = /^Link to: (.+?)…?$/.exec(label) ?? [];
      assert.ok(named !== '' && words.startsWith(named), `“${label}” does not begin “${words}”`);
      assert.equal(await statement.getByRole('link', { name: label, exact: true }).count(), 1);
    }
  });
}

for (const id of [FOUNDING, GUIDE]) {
  test(`a browser finds each statement of ${id} by its selectors`, async (t) => {
    const page = await site.visit(t);
    const release = await ReleasePage.open(page, id);
    const found = await page.evaluate(async () => {
      const record = (await (await fetch('release.json')).json()) as Pick<
        ReleaseRecord,
        'selectors'
      >;
      const body = document.querySelector('.release-body') ?? document.body;
      const text = body.textContent;
      const units = (codePoints: number) => Array.from(text).slice(0, codePoints).join('').length;
      /** The text node and the place in it of a place in the text. */
      const placeOf = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        for (let [node, start] = [walker.nextNode(), 0]; node; node = walker.nextNode()) {
          const { length } = node.textContent ?? '';
          if (offset <= start + length) return [node, offset - start];
          start += length;
        }
        return [body, 0];
      };
      return Object.entries(record.selectors).map(([own, [quote, { start, end }]]) => {
        const range = document.createRange();
        range.setStart(...placeOf(units(start) + 1));
        const statement = range.startContainer.parentElement?.closest('[data-statement]');
        range.setStart(...placeOf(units(start)));
        range.setEnd(...placeOf(units(end)));
        const around = quote.prefix + quote.exact + quote.suffix;
        const at = text.indexOf(around) + quote.prefix.length;
        return {
          own,
          there: statement?.id,
          words: range.toString(),
          quote,
          at,
          start: units(start),
        };
      });
    });
    assert.equal(found.length, await release.statements.count());
    for (const { own, there, words, quote, at, start } of found)
      assert.deepEqual([there, words, at], [own, quote.exact, start]);
  });
}

test('an old release says when it is from, and whom the press may ask today', async (t) => {
  const { article, contact } = await ReleasePage.open(
    await site.visit(t),
    '2017-06-21-twelve-new-tide-gauges-for-the-coast',
  );
  assert.equal(await article.locator('[data-age]').innerText(), 'Published in 2017');
  assert.match(await contact.innerText(), /^Press contact in 2017:/);
  const present = article.locator('address[data-present-contact]');
  assert.match(await present.innerText(), /^Press contact today:\s+Sample Press Desk/);
  assert.equal(
    await present.getByRole('link').getAttribute('href'),
    'mailto:press@sample.example.org',
  );
});

test('the press contact is there to call and to write to', async (t) => {
  const { contact } = await ReleasePage.open(await site.visit(t), FOUNDING);
  assert.deepEqual((await contact.innerText()).split(/\n+/), [
    'Press contact in 2017:',
    'Roseryn Bhudsabourg, Director of Communications',
    'Office of Assembly Member Ash Kalra',
    '(916) 319-2027',
    'roseryn.bhudsabourg@asm.ca.gov',
  ]);
  const links = await contact
    .getByRole('link')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.deepEqual(links, ['tel:9163192027', 'mailto:roseryn.bhudsabourg@asm.ca.gov']);
});

for (const { id, lang, word } of [
  { id: SPANISH, lang: 'es', word: 'biblioteca' },
  { id: VIETNAMESE, lang: 'vi', word: 'người thuê nhà' },
]) {
  test(`a release in ${lang} is marked as such, but what the archive adds is English`, async (t) => {
    const { article } = await ReleasePage.open(await site.visit(t), id);
    const languageOf = (text: string) =>
      article
        .getByText(text)
        .first()
        .evaluate((found) => found.closest('[lang]')?.getAttribute('lang'));
    assert.equal(await languageOf(word), lang);
    assert.equal(await languageOf('Press release from'), 'en');
    assert.equal(await languageOf('Press contact'), 'en');
  });
}

for (const { id, locale, ranges } of [
  { id: FOUNDING, locale: 'en', ranges: ['everyday'] },
  { id: SPANISH, locale: 'es', ranges: ['everyday'] },
  { id: VIETNAMESE, locale: 'vi', ranges: ['everyday', 'latin', 'vietnamese'] },
]) {
  test(`the letters of ${id} cost no more fonts than those of their own ranges`, async (t) => {
    // In a browser of its own: one that has more fonts already uses them.
    const { page } = await ReleasePage.open(await site.visit(t, { locale }), id);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      return loaded.filter((name) => name.endsWith('.woff2'));
    });
    const found = new Set(
      fonts.map((name) => /-(everyday|latin-ext|latin|vietnamese)\./.exec(name)?.[1]),
    );
    assert.deepEqual([...found].sort(), ranges);
  });
}
