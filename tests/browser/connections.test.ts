import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, ReleasePage, SPANISH, VIETNAMESE } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();

test('the releases of an office follow each other both ways', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2017-03-14-sample-bill-12-seed-libraries',
  );
  const start = release.path;
  const next = release.neighbours.locator('a[rel=next]');
  await release.click(next);
  assert.match(await release.heading(), /^Sample Bill 12 Signed Into Law/);
  await release.click(release.neighbours.locator('a[rel=prev]'));
  assert.equal(release.path, start);
  await release.click(release.neighbours.locator('a[rel=prev]'));
  assert.match(await release.heading(), /^Alex Example Takes the Oath/);
  assert.equal(await release.neighbours.locator('a[rel=prev]').count(), 0);
});

test('a release leads to the others of its day', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2023-04-26-sample-bill-340-clears-first-committee',
  );
  assert.deepEqual(await release.linksUnder('Also on April 26, 2023').allInnerTexts(), [
    'Herbarium Opens Its Drawers to Students',
    'Senator Sample Honors the Volunteers of Cape Specimen Light',
  ]);
});

test('related releases name each other, whichever of them says so', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2017-03-14-sample-bill-12-seed-libraries',
  );
  assert.deepEqual(await release.linksUnder('Related releases').allInnerTexts(), [
    'Sample Bill 12 Signed Into Law; Seed Libraries to Open in Spring',
  ]);
  await release.follow('Sample Bill 12 Signed Into Law; Seed Libraries to Open in Spring');
  const related = await release.linksUnder('Related releases').allInnerTexts();
  assert.ok(related.includes('Sample Bill 12: A Seed Library in Every County'));
});

for (const { original, translation, language, title } of [
  {
    original: '2019-04-10-library-cards-for-every-first-grader',
    translation: SPANISH,
    language: 'es',
    title: 'Una tarjeta de biblioteca para cada estudiante de primer grado',
  },
  {
    original: '2020-09-22-renters-handbook-now-in-plain-language',
    translation: VIETNAMESE,
    language: 'vi',
    title: 'Sổ tay dành cho người thuê nhà nay đã có bản viết bằng lời lẽ dễ hiểu',
  },
]) {
  test(`a release and its translation into ${language} lead to each other`, async (t) => {
    const release = await ReleasePage.open(await site.visit(t), original);
    assert.deepEqual(await release.linksUnder('In other languages').allInnerTexts(), [title]);
    assert.deepEqual(await alternates(release), [[language, pathOf(translation)]]);
    const link = release.linksUnder('In other languages');
    assert.equal(await link.locator('span').getAttribute('lang'), language);
    await release.click(link);
    assert.equal(await release.heading(), title);
    assert.deepEqual(await alternates(release), [['en', pathOf(original)]]);
    assert.equal(await release.linksUnder('In other languages').count(), 1);
  });
}

/** Languages and paths of what the head of the page names as the same in another language. */
function alternates({ page }: ReleasePage) {
  return page
    .locator('head link[rel=alternate][hreflang]')
    .evaluateAll((links) =>
      links.map((link) => [
        link.getAttribute('hreflang'),
        new URL(link.getAttribute('href') ?? '').pathname,
      ]),
    );
}

const pathOf = (id: string) => new URL(addressOf(id), site.url).pathname;

test('a release that was replaced and the one that replaces it say so', async (t) => {
  const earlier = '2019-11-06-storm-drains-marked-before-first-rain';
  const release = await ReleasePage.open(await site.visit(t), earlier);
  const notice = release.notice('correction');
  assert.equal(
    (await notice.innerText()).replace(/\s+/g, ' '),
    'Corrected by the release of November 8, 2019: Corrected: Volunteers Mark 416 Storm Drains Before the First Rain',
  );
  await release.click(notice.getByRole('link'));
  assert.match(await release.heading(), /^Corrected: /);
  assert.match(await notice.innerText(), /^Corrects the release of\s+November 6, 2019:/);
  await release.click(notice.getByRole('link'));
  assert.equal(release.path, pathOf(earlier));
});

test('a corrected release tells what was corrected, and when', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2020-02-19-bookmobile-returns-to-upper-placeholder-valley',
  );
  const notices = await release.notice('correction').locator('p').allInnerTexts();
  assert.deepEqual(
    notices.map((words) => words.replace(/\s+/g, ' ').trim()),
    [
      'Correction, February 21, 2020: The bookmobile last ran in 1983, not in 1993 as this release first said.',
      'Correction, March 2, 2020: The stop at the grange hall is on Thursdays. An earlier version gave Tuesdays.',
    ],
  );
});

test('a withdrawn release says so before its first word', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2021-06-15-harbor-ferry-landing-grant-announced',
  );
  const words = await release.notice('withdrawn').innerText();
  assert.match(words, /^Withdrawn on June 18, 2021\. The grant had been recommended/);
  const top = await release.notice('withdrawn').boundingBox();
  const heading = await release.article.locator('h1').boundingBox();
  assert.ok((top?.y ?? Infinity) < (heading?.y ?? 0));
  assert.equal(await release.statements.count(), 5);
});

test('a withdrawn release is cited as one, on the page and in each style', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2021-06-15-harbor-ferry-landing-grant-announced',
  );
  const status = '[Withdrawn on June 18, 2021]';
  const cited = await release.page.locator('.cite-this p').first().innerText();
  assert.ok(cited.includes(`, June 15, 2021 ${status}. http`), cited);
  await release.page.getByRole('button', { name: 'APA, Chicago, MLA…' }).click();
  const dialog = release.page.getByRole('dialog', { name: 'Cite this release' });
  for (const [style, day] of [
    ['APA', '(2021, June 15)'],
    ['MLA', '15 June 2021'],
    ['Chicago', '2021. “'],
  ] as const) {
    await dialog.getByRole('radio', { name: style }).check();
    const result = dialog.locator('.cite-result').filter({ hasText: day });
    await result.waitFor();
    assert.ok((await result.innerText()).endsWith(` ${status}`), style);
  }
});

test('attachments open, each as what it is', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2019-05-14-ten-years-of-tide-gauge-readings',
  );
  const links = release.article.locator('.attachments').getByRole('link');
  const found = [];
  for (const link of await links.all()) {
    const answer = await release.page.request.get((await link.getAttribute('href')) ?? '');
    const start = (await answer.body()).subarray(0, 4).toString('latin1');
    found.push([answer.status(), answer.headers()['content-type'], start]);
  }
  assert.deepEqual(found, [
    [200, 'application/pdf', '%PDF'],
    [200, 'image/png', '\x89PNG'],
  ]);
});

test('a picture has its words, and its place is reserved before it comes', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2019-05-14-ten-years-of-tide-gauge-readings',
  );
  const picture = release.article.getByRole('img', { name: /^Column chart of made-up yearly/ });
  assert.match((await picture.getAttribute('width')) ?? '', /^\d+$/);
  assert.match((await picture.getAttribute('height')) ?? '', /^\d+$/);
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((img: HTMLImageElement) => img.decode());
});
