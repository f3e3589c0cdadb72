import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CORPUS_COUNT as COUNT, corpusFolder, withoutCorpus as skip } from '../support/corpus.ts';
import { builtSite } from '../support/site.ts';
import { type BuiltPage, builtPages, find, has, isNamed } from './built-page.ts';
import { LinkCheck } from './site-links.ts';
import { wrongIds } from './statement-rule.ts';
import { validator } from './validity.ts';

let folder = '';
before(async () => {
  if (skip) return;
  const content = await corpusFolder();
  folder = await builtSite({ content });
});

const isRelease = ({ path }: BuiltPage) => /^\/releases\/(?:\d+\/){3}[^/]+\/$/.test(path);

test(
  'of real releases, the id of every statement can be worked out from its words',
  { skip },
  async () => {
    const wrong: string[] = [];
    const count = { releases: 0, statements: 0 };
    for await (const page of builtPages(folder)) {
      if (!isRelease(page)) continue;
      const [article] = find(page.tree, has('dataRelease'));
      assert.ok(article, page.path);
      wrong.push(...wrongIds(article).map((problem) => `${page.path}: ${problem}`));
      count.releases++;
      count.statements += find(article, has('dataStatement')).length;
    }
    assert.deepEqual(wrong, []);
    assert.equal(count.releases, COUNT);
    assert.ok(count.statements > 5 * COUNT, `only ${count.statements} statements were found`);
  },
);

test(
  'among real releases, every link, file and place within a page is there',
  { skip },
  async () => {
    const check = new LinkCheck(folder);
    const odd: string[] = [];
    for await (const page of builtPages(folder)) {
      check.add(page);
      const count = (name: string) => find(page.tree, isNamed(name)).length;
      if (count('h1') !== 1 || count('main') !== 1) odd.push(page.path);
    }
    assert.ok(check.count > 50 * COUNT, `only ${check.count} links were found`);
    assert.deepEqual(await check.problems(), []);
    assert.deepEqual(odd, []);
  },
);

test('the pages of real releases are valid HTML', { skip }, async () => {
  const validate = await validator();
  const problems: string[] = [];
  let place = 0;
  for await (const page of builtPages(folder)) {
    // Of the lists, which are made alike, one in twenty.
    if (isRelease(page) || place++ % 20 === 0) problems.push(...(await validate(page)));
  }
  assert.deepEqual(problems, []);
});
