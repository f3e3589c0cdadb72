import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureFields } from '../../bench/import/fields.ts';
import { OWN_CASES, OWN_PAGES } from '../../bench/import/labels.ts';

const results = [...(await measureFields(OWN_CASES)), ...(await measureFields(OWN_PAGES))];
for (const [file, fields] of Map.groupBy(results, (result) => result.file)) {
  test(`${file.replace(/\.\w+$/u, '').replaceAll('-', ' ')}: its fields are read`, () => {
    for (const { field, found, label, isRight } of fields) {
      assert.ok(isRight, `${field} is “${found}”, not “${label}”`);
    }
  });
}

test('little is asked', () => {
  const asked = results
    .filter(({ isAsked }) => isAsked)
    .map(({ file, field }) => `${file} ${field}`);
  assert.ok(asked.length <= 0.05 * results.length, asked.join('\n'));
});
