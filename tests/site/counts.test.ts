import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Root } from 'hast';
import { manyReleasesFolder } from '../support/many-releases.ts';
import { builtSite, type SiteOptions } from '../support/site.ts';
import { attribute, builtPages, find, isNamed, textOf } from './built-page.ts';

const hasClass = (name: string) => (element: Element) =>
  attribute(element, 'className').split(' ').includes(name);
const numberIn = (element: Element | undefined) =>
  parseInt(textOf(element).replaceAll(',', '').trim(), 10);

/** What a page says of another: so many releases are there. */
interface Promised {
  from: string;
  to: string;
  count: number;
}

/** Items of lists that are a link and a number beside it. */
function promisesOf(path: string, tree: Root): Promised[] {
  return find(tree, isNamed('li')).flatMap((item) => {
    const link = item.children.find((child) => child.type === 'element' && child.tagName === 'a');
    const [count] = find(item, hasClass('count'));
    if (link?.type !== 'element' || count === undefined) return [];
    return [{ from: path, to: attribute(link, 'href'), count: numberIn(count) }];
  });
}

/** How many releases a list page says it has, on all its pages, and how many it shows. */
function listOf(tree: Root) {
  const [list] = find(tree, hasClass('release-list'));
  const total = list?.children.find(
    (child) => child.type === 'element' && hasClass('count')(child),
  );
  if (list === undefined || total?.type !== 'element') return undefined;
  return { total: numberIn(total), shown: find(list, hasClass('release-item')).length };
}

const ARCHIVES: { name: string; options: () => Promise<SiteOptions>; least: number }[] = [
  { name: 'the sample archive', options: async () => ({}), least: 120 },
  {
    name: 'an archive of more than two pages',
    options: async () => ({ content: await manyReleasesFolder() }),
    least: 60,
  },
];

for (const { name, options, least } of ARCHIVES) {
  test(`in ${name} every way to browse leads to as many releases as it says`, async () => {
    const promises: Promised[] = [];
    const lists = new Map<string, { total: number; shown: number }>();
    for await (const { path, tree } of builtPages(await builtSite(await options()))) {
      promises.push(...promisesOf(path, tree));
      const list = listOf(tree);
      if (list) lists.set(path, list);
    }
    // Where a search leads is seen in tests/browser, and an attachment's number is its size.
    const ways = promises.filter(({ to }) => !/^\/(?:search|media)\//.test(to));
    assert.ok(ways.length >= least, `only ${ways.length} ways were found`);
    for (const { from, to, count } of ways)
      assert.equal(lists.get(to)?.total, count, `${from} → ${to}`);
    for (const [path, { total }] of lists) {
      if (path.includes('/page/')) continue;
      const pages = [...lists].filter(
        ([other]) => other === path || other.startsWith(`${path}page/`),
      );
      assert.equal(
        pages.reduce((sum, [, { shown }]) => sum + shown, 0),
        total,
        path,
      );
    }
  });
}
