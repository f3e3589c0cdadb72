import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BILL_LETTERS, billFault, billSlug, normalizeBill } from '../../src/archive/bill.ts';

const FORMS: Record<string, { slug: string; typed: string[] }> = {
  'SB 54': {
    slug: 'sb-54',
    typed: ['SB54', 'sb-54', 'S.B. 54', 'S. B. 54', 'Senate Bill No. 54', 'SB 0054'],
  },
  'H.R. 1': { slug: 'hr-1', typed: ['HR1', 'H. R. 1', 'H.R.1', 'hr-1', 'h.r. 1'] },
  'S. 1348': { slug: 's-1348', typed: ['S1348', 's-1348', 'S.1348', 'S 1348'] },
  'S.Con.Res. 21': { slug: 'sconres-21', typed: ['S. Con. Res. 21', 'SCONRES21', 'sconres-21'] },
  'H.J.Res. 5': { slug: 'hjres-5', typed: ['H.J. Res. 5', 'HJRes5'] },
  'HJR 5': { slug: 'hjr-5', typed: ['H.J.R. 5', 'hjr5'] },
  'ABX1 26': { slug: 'abx1-26', typed: ['AB X1 26', 'abx1-26', 'ABx1 26'] },
  'S. 4051-A': { slug: 's-4051-a', typed: ['S4051A', 'S4051-a'] },
  'Bill C-69': { slug: 'bill-c-69', typed: ['C-69', 'bill c69', 'Bill No. C-69'].slice(0, 2) },
  'HB 5 (2019)': { slug: 'hb-5-2019', typed: ['hb5 (2019)', 'House Bill 5 (2019)'] },
};

test('a bill has one form and one address, however it is typed', () => {
  for (const [form, { slug, typed }] of Object.entries(FORMS)) {
    for (const one of [form, ...typed])
      assert.deepEqual([normalizeBill(one), billSlug(one)], [form, slug]);
  }
});

test('property: a normalized bill and its slug stay as they are', () => {
  const letters = fc.constantFrom(...BILL_LETTERS);
  const gap = fc.constantFrom('', ' ', '-', '. ');
  fc.assert(
    fc.property(letters, gap, fc.integer({ min: 1, max: 999_999 }), (letters, gap, number) => {
      const form = normalizeBill(letters + gap + number) ?? '';
      assert.equal(normalizeBill(form), form);
      assert.equal(billSlug(form), `${letters}-${number}`);
      assert.equal(normalizeBill(billSlug(form)), form);
    }),
  );
});

test('what is none of the known forms is not made into one', () => {
  for (const other of [
    'Sample Bill 12',
    'I-35',
    'SB',
    'SB 5.2',
    'SB 54 and AB 60',
    'Senate Joint Resolution 5',
  ])
    assert.equal(normalizeBill(other), undefined, other);
  assert.equal(billSlug('Sample Bill 12'), 'sample-bill-12');
});

test('a bill without a number is a fault, and so are several in one', () => {
  assert.equal(billFault('Housing'), 'a bill has a number');
  for (const several of ['sb54, ab60', 'SB 54 and AB 60', 'SB 54; AB 60'])
    assert.equal(billFault(several), 'several are a list, as in [SB 54, AB 60]');
  assert.equal(billFault('Law 12 and order'), undefined);
});
