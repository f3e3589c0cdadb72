import assert from 'node:assert/strict';
import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import { before, test } from 'node:test';
import type { Element } from 'hast';
import { LANGUAGES } from '../../src/words/languages.ts';
import { builtSite } from '../support/site.ts';
import { attribute, type BuiltPage, builtPages, find, has, isNamed, textOf } from './built-page.ts';
import { wordsOf, wrongIds } from './statement-rule.ts';

let pages: BuiltPage[] = [];
let articles: { id: string; path: string; article: Element }[] = [];

before(async () => {
  pages = await Array.fromAsync(builtPages(await builtSite()));
  articles = pages.flatMap(({ path, tree }) =>
    find(tree, has('dataRelease')).map((article) => {
      return { id: attribute(article, 'dataRelease'), path, article };
    }),
  );
});

/** The ids of releases of which a claim does not hold. */
const failing = (holds: (article: Element) => boolean) =>
  articles.filter(({ article }) => !holds(article)).map(({ id }) => id);

test('every release has one page, at the address that its id gives', async () => {
  const files = await Array.fromAsync(glob('content/releases/**/*.md'));
  const ids = files.map((file) => basename(file, '.md')).sort();
  assert.deepEqual(articles.map(({ id }) => id).sort(), ids);
  for (const { id, path } of articles) {
    assert.equal(path, `/releases/${id.slice(0, 10).replaceAll('-', '/')}/${id.slice(11)}/`);
  }
});

test('a release is an article with one heading, its day and its contact', () => {
  const count = (article: Element, name: string) => find(article, isNamed(name)).length;
  assert.deepEqual(
    failing((article) => article.tagName === 'article' && count(article, 'h1') === 1),
    [],
  );
  const days = articles.map(({ id, article }) => [
    id.slice(0, 10),
    // Notices have days of their own, before the release's.
    find(article, isNamed('time'))
      .map((time) => attribute(time, 'dateTime'))
      .at(-1),
  ]);
  assert.ok(
    days.every(([day, shown]) => day === shown),
    JSON.stringify(days),
  );
  const address = (article: Element) =>
    find(article, (one) => one.tagName === 'address' && 'dataContact' in one.properties);
  assert.deepEqual(
    failing((article) => address(article).length === 1),
    [],
  );
  const reaches = (article: Element) =>
    find(article, isNamed('a')).some((a) => /^(?:tel|mailto):/.test(attribute(a, 'href')));
  assert.deepEqual(failing(reaches), []);
});

test('the id of every statement can be worked out from its words', () => {
  const statements = articles.flatMap(({ article }) => find(article, has('dataStatement')));
  assert.ok(statements.length > 250, `only ${statements.length} statements were found`);
  assert.deepEqual(
    articles.flatMap(({ article }) => wrongIds(article)),
    [],
  );
});

test('every paragraph, list item and table row of a text is, or lies in, a statement', () => {
  const isCitable = (element: Element) => ['p', 'li', 'tr'].includes(element.tagName);
  const uncited = articles.flatMap(({ id, article }) => {
    const [body] = find(article, (one) => attribute(one, 'className') === 'release-body');
    assert.ok(body, id);
    const cited = new Set(find(body, has('dataStatement')).flatMap((one) => find(one, () => true)));
    return find(body, isCitable)
      .filter((one) => !cited.has(one) && wordsOf(one) !== '' && !isFootnote(one))
      .map((one) => `${id}: ${wordsOf(one).slice(0, 60)}`);
  });
  assert.deepEqual(uncited, []);
});

/** A footnote's item keeps the id that its mark leads to; its paragraphs are the statements. */
const isFootnote = (element: Element) => attribute(element, 'id').startsWith('user-content-fn-');

/** The words of a statement that the name of its permalink has, in whatever language that is. */
function namedBy(label: string): string | undefined {
  for (const { text } of Object.values(LANGUAGES)) {
    const [before = '', after = ''] = text.linkTo.split('{words}');
    if (label.startsWith(before) && label.endsWith(after))
      return label.slice(before.length, label.length - after.length).replace(/…$/, '');
  }
  return undefined;
}

test('every statement has one permalink, without words, that its words name', () => {
  const wrong = articles.flatMap(({ id, article }) =>
    find(article, has('dataStatement'))
      .filter((statement) => {
        const own = `#${attribute(statement, 'id')}`;
        const links = find(statement, has('dataPermalink')).filter(
          (link) => attribute(link, 'href') === own,
        );
        const [link] = links;
        const named = namedBy(attribute(link, 'ariaLabel'));
        const isNamed = named !== undefined && named !== '' && wordsOf(statement).startsWith(named);
        return links.length !== 1 || !isNamed || textOf(link) !== '';
      })
      .map((statement) => `${id}: ${wordsOf(statement).slice(0, 60)}`),
  );
  assert.deepEqual(wrong, []);
});

test('a withdrawn release stays, but has left the front page', () => {
  const front = pages.find(({ path }) => path === '/');
  const links = find(front?.tree ?? { type: 'root', children: [] }, isNamed('a'));
  const shown = links
    .map((a) => attribute(a, 'href'))
    .filter((href) => /^\/releases\/\d{4}\/\d\d\/\d\d\/./.test(href));
  assert.equal(shown.length, 10);
  const withdrawn = articles.filter(
    ({ article }) =>
      find(article, (one) => attribute(one, 'dataNotice') === 'withdrawn').length > 0,
  );
  assert.equal(withdrawn.length, 1);
  assert.ok(!shown.includes(withdrawn[0]?.path ?? ''));
});
