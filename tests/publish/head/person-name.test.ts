import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familyFirst } from '../../../src/publish/head/person-name.ts';

for (const [name, expected] of [
  ['Alex Example', 'Example, Alex'],
  ['Alex B. Example', 'Example, Alex B.'],
  ['Alex de la Muestra', 'de la Muestra, Alex'],
  ['Alex Example Jr.', 'Example, Alex, Jr.'],
  ['Alex Example III', 'Example, Alex, III'],
  ['Example, Alex', 'Example, Alex'],
  ['Example', 'Example'],
  ['例子', '例子'],
] as const) {
  test(`a reference manager reads “${name}” as “${expected}”`, () => {
    assert.equal(familyFirst(name), expected);
  });
}
