import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Element } from 'hast';
import { builtSite, SITE_URL } from '../support/site.ts';
import { attribute, type BuiltPage, builtPages, find, has, isNamed, textOf } from './built-page.ts';

let pages: BuiltPage[] = [];

before(async () => {
  pages = await Array.fromAsync(builtPages(await builtSite()));
});

/** A page that only sends on to where a release is now; it has that release's name. */
const isMoved = ({ tree }: BuiltPage) =>
  find(tree, (meta) => attribute(meta, 'httpEquiv').toLowerCase() === 'refresh').length > 0;

const linkTo = ({ tree }: BuiltPage, rel: string) =>
  find(tree, (link) => link.tagName === 'link' && attribute(link, 'rel') === rel);

/** The paths of pages of which a claim does not hold. */
const failing = (holds: (page: BuiltPage) => boolean) =>
  pages.filter((page) => !holds(page)).map(({ path }) => path);

/** What two pages share that each should have alone. */
function shared(of: (page: BuiltPage) => string): string[] {
  const byName = Map.groupBy(
    pages.filter((page) => !isMoved(page)),
    of,
  );
  return [...byName]
    .filter(([, some]) => some.length > 1)
    .map(([name, some]) => `${name}: ${some.map(({ path }) => path).join(', ')}`);
}

test('a page has one main part and one first heading', () => {
  const count = (tree: BuiltPage['tree'], name: string) => find(tree, isNamed(name)).length;
  assert.deepEqual(
    failing(({ tree }) => count(tree, 'main') === 1 && count(tree, 'h1') === 1),
    [],
  );
});

test('no two pages have the same title', () => {
  const title = ({ tree }: BuiltPage) => textOf(find(tree, isNamed('title'))[0]);
  assert.deepEqual(shared(title), []);
  assert.deepEqual(
    failing((page) => title(page).trim() !== ''),
    [],
  );
});

test('a page names its own address as the one to cite', () => {
  const canonical = (page: BuiltPage) => linkTo(page, 'canonical').map((a) => attribute(a, 'href'));
  assert.deepEqual(
    shared((page) => canonical(page).join()),
    [],
  );
  const isOwn = (page: BuiltPage) => canonical(page).join() === SITE_URL + page.path;
  assert.deepEqual(
    failing((page) => isMoved(page) || isOwn(page)),
    [],
  );
});

test('a former address names the present one as the one to cite', () => {
  const moved = pages.filter(isMoved);
  assert.deepEqual(
    moved.map((page) => [page.path, attribute(linkTo(page, 'canonical')[0], 'href')]),
    [
      [
        '/news/2018/old-address/',
        `${SITE_URL}/releases/2018/02/07/old-mill-footbridge-reopens-after-repairs/`,
      ],
    ],
  );
});

test('a page has words for those who find it in a list', () => {
  const description = ({ tree }: BuiltPage) =>
    attribute(find(tree, (meta) => attribute(meta, 'name') === 'description')[0], 'content');
  assert.deepEqual(
    failing((page) => description(page).length >= 10),
    [],
  );
});

test('searches and what is not there stay out of web searches, all else does not', () => {
  const isKeptOut = ({ tree }: BuiltPage) =>
    find(tree, (meta) => attribute(meta, 'name') === 'robots').some((meta) =>
      attribute(meta, 'content').includes('noindex'),
    );
  assert.deepEqual(
    pages
      .filter(isKeptOut)
      .map(({ path }) => path)
      .sort(),
    ['/404.html', '/data/files/', '/news/2018/old-address/', '/search/'],
  );
});

test('no page has a script or a style of its own, which its policy would have to allow', () => {
  const isInline = ({ tagName, properties }: Element) =>
    tagName === 'style' ||
    (tagName === 'script' && !('src' in properties) && isScript(properties['type'])) ||
    Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/.test(name));
  // JSON is data in a script element, which no browser runs.
  const isScript = (type: unknown) => !/^application\/(?:ld\+)?json$/.test(String(type));
  assert.deepEqual(
    failing(({ tree }) => find(tree, isInline).length === 0),
    [],
  );
});

test('every page has a policy that allows nothing of other sites', () => {
  const policy = ({ tree }: BuiltPage) =>
    find(tree, (meta) => /^content-security-policy$/i.test(attribute(meta, 'httpEquiv')))
      .map((meta) => attribute(meta, 'content'))
      .join();
  assert.deepEqual(
    failing((page) => policy(page).includes("default-src 'none'")),
    [],
  );
  const isLoose = (page: BuiltPage) => /https?:|\*|'unsafe-(?:inline|eval)'/.test(policy(page));
  assert.deepEqual(
    failing((page) => !isLoose(page)),
    [],
  );
});

test('no page knows where it was built', () => {
  assert.deepEqual(
    failing(({ html }) => !/localhost|127\.0\.0\.1|\/work\/|node_modules/.test(html)),
    [],
  );
});

test('links to other sites say so', () => {
  const isForeign = (address: string) => /^https?:/.test(address) && !address.startsWith(SITE_URL);
  const unsaid = ({ tree }: BuiltPage) =>
    find(tree, (a) => a.tagName === 'a' && isForeign(attribute(a, 'href'))).filter(
      (a) => !attribute(a, 'rel').split(' ').includes('external'),
    );
  assert.deepEqual(
    failing((page) => unsaid(page).length === 0),
    [],
  );
  assert.ok(
    pages.some(({ tree }) => find(tree, has('href')).some((a) => isForeign(attribute(a, 'href')))),
  );
});
