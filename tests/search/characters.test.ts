import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  hasUnspacedScript,
  spaceCharacters,
  UNSPACED,
  unspaceCharacters,
} from '../../src/search/characters.ts';

test('each sign of a script without spaces becomes a word; signs of punctuation stay with theirs', () => {
  assert.equal(spaceCharacters('租客手册。（新版）'), '租 客 手 册。（ 新 版）');
  assert.equal(spaceCharacters('2020年SB54法案'), '2020 年 SB54 法 案');
  assert.equal(spaceCharacters('ロード'), 'ロ ー ド');
});

test('a text in a script with spaces stays as it is', () => {
  for (const text of ['Sổ tay dành cho người thuê nhà', 'ten o’clock', '한국어 안내', '']) {
    assert.equal(spaceCharacters(text), text);
  }
});

test('the apostrophe of Ukrainian and Hawaiian letters, which Thai has too, is no character of such a script', () => {
  assert.equal(hasUnspacedScript('п\u02BCять'), false);
  assert.equal(spaceCharacters('п\u02BCять 法'), 'п\u02BCять 法');
});

test('what was spaced for the index is shown as it was issued', () => {
  for (const text of ['租客手册。新版', '2020年 SB 54 法案', 'plain words']) {
    assert.equal(unspaceCharacters(spaceCharacters(text, UNSPACED)), text);
  }
});
