import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtSite } from '../support/site.ts';
import { builtPages } from './built-page.ts';
import { LinkCheck } from './site-links.ts';

for (const base of ['/', '/archive/']) {
  test(`every link, file and place within a page is there, with the site at ${base}`, async () => {
    const folder = await builtSite({ base });
    const check = new LinkCheck(folder, base);
    for await (const page of builtPages(folder)) check.add(page);
    assert.ok(check.count > 1000, `only ${check.count} links were found`);
    assert.deepEqual(await check.problems(), []);
  });
}
