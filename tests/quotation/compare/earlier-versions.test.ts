import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlierVersions } from '../../../src/quotation/compare/earlier-versions.ts';
import type { QuotedSource } from '../../../src/quotation/compare/quoted-source.ts';

const source = (...earlier: [statement: string, text: string, until: string][]): QuotedSource => ({
  release: 'lanterns',
  url: 'https://press.example.org/lanterns/',
  statements: [
    { id: 'a', text: 'A3' },
    { id: 'b', text: 'B2' },
    { id: 'c', text: 'C1' },
  ],
  earlier: earlier.map(([statement, text, until]) => ({ statement, text, until })),
});
const versionsOf = (...earlier: Parameters<typeof source>) =>
  earlierVersions(source(...earlier)).map(({ statements }) =>
    statements.map(({ text }) => text).join(' '),
  );

test('there is a version for each day of an edit, with the words of that time', () => {
  assert.deepEqual(
    versionsOf(
      ['a', 'A1', '2025-01-01'],
      ['a', 'A2', '2025-02-01'],
      ['b', 'B1', '2025-02-01'],
      ['gone', 'G1', '2025-03-01'],
    ),
    ['A1 B1 C1 G1', 'A2 B1 C1 G1', 'A3 B2 C1 G1'],
  );
});

test('of two edits on one day, each wording has its version', () => {
  assert.deepEqual(versionsOf(['a', 'A1', '2025-01-01'], ['a', 'A2', '2025-01-01']), [
    'A1 B2 C1',
    'A2 B2 C1',
  ]);
});

test('a release that was never edited has none', () => {
  assert.deepEqual(versionsOf(), []);
});
