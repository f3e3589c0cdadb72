import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBills } from '../../src/archive/find-bills.ts';

const inText = (text: string) => findBills(text).map(({ bill }) => bill);

test('bills are found as releases write them, each once', () => {
  assert.deepEqual(inText('AB 60, A.B. 61 and SB-54; AB60 again.'), ['AB 60', 'AB 61', 'SB 54']);
  assert.deepEqual(inText('H.R. 1, H. R. 2, HR3, S. 1348 and S.Con.Res. 21'), [
    ...['H.R. 1', 'H.R. 2', 'H.R. 3', 'S. 1348', 'S.Con.Res. 21'],
  ]);
  assert.deepEqual(inText('Senate Bill 5, ASSEMBLY BILL NO. 12, ABX1 26'), [
    'SB 5',
    'AB 12',
    'ABX1 26',
  ]);
});

test('roads, amounts, initials and addresses are no bills', () => {
  for (const text of [
    'the U.S. 2006 budget',
    'the U S 45 per cent',
    'THE STATE S 50 COUNTIES',
    'at 123 S. 4th Street and 123 S. 50 Street',
    'on SR 99 with an AR 15',
    'AB 1,234 and AB 1.5',
    '[the text](https://bills.example/AB60)',
    'model AB60x and XAB 60',
  ])
    assert.deepEqual(inText(text), [], text);
});

test('a mention has the line, and the words around it', () => {
  const text = `One.\n\n${'so '.repeat(30)}AB 60 is law.`;
  const [mention] = findBills(text);
  assert.equal(mention?.line, 3);
  assert.match(mention.words, /^…(?:so )+AB 60 is law\.$/);
});
