import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedWords } from '../../../src/archive/wordings/changed-words.ts';
import type { EarlierWording } from '../../../src/archive/wordings/earlier-wording.ts';

const ID = 's-aaaaaaaa';
const OTHER = 's-bbbbbbbb';

const wording = (text: string, until: string, statement = ID): EarlierWording => ({
  release: '2017-01-02-lanterns',
  statement,
  text,
  since: '2025-01-01',
  until,
});

/** The pieces as text: words that were in brackets, those that became in braces. */
function compared(before: string, after: string, language = 'en'): string {
  const [change] = changedWords(
    [wording(before, '2025-03-01')],
    new Map([[ID, { id: ID, text: after }]]),
    language,
  );
  return (change?.pieces ?? [])
    .map(({ kind, text }) => ({ same: text, removed: `[${text}]`, added: `{${text}}` })[kind])
    .join('');
}

test('words that changed are told from those that stayed', () => {
  assert.equal(
    compared('The ferry waits until nine tonight.', 'The ferry waits until ten tonight.'),
    'The ferry waits until [nine]{ten} tonight.',
  );
  assert.equal(
    compared('The ferry waits.', 'The ferry waits for nobody.'),
    'The ferry waits{ for nobody}.',
  );
  assert.equal(
    compared('All of the old lanterns are lit.', 'All lanterns are lit.'),
    'All [of the old ]lanterns are lit.',
  );
});

test('words beside each other that changed are one change', () => {
  assert.equal(
    compared(
      'The bill protects clean water in all of the district.',
      'The bill protects open land in all of the district.',
    ),
    'The bill protects [clean water]{open land} in all of the district.',
  );
});

test('words that are gone are in one piece with the comma before them', () => {
  assert.equal(
    compared('At the hospital, the bakery and the shed.', 'At the hospital and the shed.'),
    'At the hospital[, the bakery] and the shed.',
  );
  assert.equal(
    compared('At the hospital and the shed.', 'At the hospital, the bakery and the shed.'),
    'At the hospital{, the bakery} and the shed.',
  );
});

test('of a text with little left, both are whole', () => {
  const [before, after] = ['The ferry waits until nine.', 'Nobody under ten pays the fee.'];
  assert.equal(compared(before, after), `[${before}]{${after}}`);
});

test('in a script without spaces, words are compared, too', () => {
  assert.equal(
    compared('委員會今天批准了新的渡輪。', '委員會昨天批准了新的渡輪。', 'zh-Hant'),
    '委員會[今天]{昨天}批准了新的渡輪。',
  );
});

test('each wording is compared with the next one, the last with the present words', () => {
  const wordings = [
    wording('One lamp is lit here tonight.', '2025-03-01'),
    wording('Another statement.', '2025-03-02', OTHER),
    wording('Two lamps are lit here tonight.', '2025-04-01'),
  ];
  const changes = changedWords(
    wordings,
    new Map([[ID, { id: ID, text: 'Ten lamps are lit here tonight.' }]]),
    'en',
  );
  const last = (n: number) => changes[n]?.pieces.filter(({ kind }) => kind !== 'same');
  assert.deepEqual(
    changes.map(({ statements, on }) => [statements, on]),
    [
      [[ID], '2025-03-01'],
      [[OTHER], '2025-03-02'],
      [[ID], '2025-04-01'],
    ],
  );
  assert.deepEqual(last(0), [
    { kind: 'removed', text: 'One lamp is' },
    { kind: 'added', text: 'Two lamps are' },
  ]);
  assert.deepEqual(last(1), [{ kind: 'removed', text: 'Another statement.' }]);
  assert.deepEqual(last(2), [
    { kind: 'removed', text: 'Two' },
    { kind: 'added', text: 'Ten' },
  ]);
});

test('statements that were merged are compared together, in the order of what they became', () => {
  const wordings = [
    wording('The fee is one dollar.', '2025-03-01', OTHER),
    wording('The ferry waits until nine.', '2025-03-01'),
  ];
  const merged = { id: ID, text: 'The ferry waits until ten. The fee is one dollar.' };
  const changes = changedWords(wordings, new Map([ID, OTHER].map((id) => [id, merged])), 'en');
  assert.equal(changes.length, 1);
  assert.deepEqual(changes[0]?.statements, [ID, OTHER]);
  assert.deepEqual(
    changes[0].pieces.filter(({ kind }) => kind !== 'same').map(({ text }) => text),
    ['nine', 'ten'],
  );
});
