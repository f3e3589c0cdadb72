import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorName, headName, managerName } from '../../src/publish/citation/csl-item.ts';
import { partName, type PersonName } from '../../src/archive/person-name.ts';

const CASES: [name: string, parts: PersonName, ...families: string[]][] = [
  ['Alex Example', { given: 'Alex', family: 'Example' }],
  ['Alex B. Example', { given: 'Alex B.', family: 'Example' }],
  ['Alex de la Muestra', { given: 'Alex', 'non-dropping-particle': 'de la', family: 'Muestra' }],
  ['Pat Van Placeholder', { given: 'Pat', family: 'Van Placeholder' }],
  ['Robin De La Muestra', { given: 'Robin', family: 'De La Muestra' }],
  ['Van Example', { given: 'Van', family: 'Example' }],
  ['Alex Example Jr.', { given: 'Alex', family: 'Example', suffix: 'Jr.' }],
  ['Alex Example, Jr.', { given: 'Alex', family: 'Example', suffix: 'Jr.' }],
  ['Alex Example III', { given: 'Alex', family: 'Example', suffix: 'III' }],
  ['Malcolm I', { given: 'Malcolm', family: 'I' }],
  ['Example, Alex', { given: 'Alex', family: 'Example' }],
  ['Example, Alex, Jr.', { given: 'Alex', family: 'Example', suffix: 'Jr.' }],
  ['Example', { family: 'Example' }],
  ['例子', { family: '例子' }],
  ['例小子', { family: '例', given: '小子' }, '例'],
  ['Lê Ví Dụ', { family: 'Lê', given: 'Ví Dụ' }, 'Lê'],
  ['Alex Sample Example', { given: 'Alex', family: 'Sample Example' }, 'Sample Example', 'Example'],
  ['Alex Counterexample', { given: 'Alex', family: 'Counterexample' }, 'example'],
  [
    'Alex Sample Example Sr.',
    { given: 'Alex', family: 'Sample Example', suffix: 'Sr.' },
    'Sample Example',
  ],
];

for (const [name, parts, ...families] of CASES) {
  const known = families.length > 0 ? `, where ${families.join(' and ')} are known,` : '';
  test(`“${name}”${known} is ${Object.values(parts).join(' | ')}`, () => {
    assert.deepEqual(partName(name, families), parts);
  });
}

test('reference managers get people in parts, and institutions without what would part them', () => {
  for (const [author, forManagers, read] of [
    [{ family: 'Example', given: 'Alex', suffix: 'Jr.' }, 'Example, Alex, Jr.', 'Alex Example Jr.'],
    [
      { family: 'Muestra', given: 'Alex', 'non-dropping-particle': 'de la' },
      'de la Muestra, Alex',
      'Alex de la Muestra',
    ],
    [{ literal: 'Committee on Samples' }, 'Committee on Samples,', 'Committee on Samples'],
    [
      { literal: 'Committee on Samples, Examples, and Lamps; Staff' },
      'Committee on Samples Examples and Lamps Staff,',
      'Committee on Samples, Examples, and Lamps; Staff',
    ],
  ] as const) {
    assert.equal(managerName(author), forManagers);
    assert.equal(authorName(author), read);
  }
  const withSuffix = { family: 'Example', given: 'Alex', suffix: 'Jr.' };
  assert.equal(headName(withSuffix), 'Example Jr, Alex');
  assert.equal(headName({ literal: 'Committee on Samples' }), 'Committee on Samples,');
});
