import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spaceSigns, UNSPACED, unspaceSigns } from '../../src/search/signs.ts';

test('each sign of a script without spaces becomes a word; signs of punctuation stay with theirs', () => {
  assert.equal(spaceSigns('租客手册。（新版）'), '租 客 手 册。（ 新 版）');
  assert.equal(spaceSigns('2020年SB54法案'), '2020 年 SB54 法 案');
  assert.equal(spaceSigns('ロード'), 'ロ ー ド');
});

test('a text in a script with spaces stays as it is', () => {
  for (const text of ['Sổ tay dành cho người thuê nhà', 'ten o’clock', '한국어 안내', '']) {
    assert.equal(spaceSigns(text), text);
  }
});

test('what was spaced for the index is shown as it was issued', () => {
  for (const text of ['租客手册。新版', '2020年 SB 54 法案', 'plain words']) {
    assert.equal(unspaceSigns(spaceSigns(text, UNSPACED)), text);
  }
});
