import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtSite } from '../support/site.ts';
import { builtPages } from './built-page.ts';
import { validator } from './validity.ts';

test('every page is valid HTML', async () => {
  const validate = await validator();
  const problems: string[] = [];
  let count = 0;
  for await (const page of builtPages(await builtSite())) {
    problems.push(...(await validate(page)));
    count++;
  }
  assert.ok(count > 100, `only ${count} pages were found`);
  assert.deepEqual(problems, []);
});
