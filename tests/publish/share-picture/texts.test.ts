import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SharePicture } from '../../../src/publish/share-picture/picture.ts';
import { shorten, textsOf } from '../../../src/publish/share-picture/texts.ts';

const PICTURE: SharePicture = {
  site: '档案 Archive',
  language: 'en',
  offices: ['Office of the North', '南办公室'],
  headline: 'A day\u2011long\u202ftest,  \u200fe\u0301',
  day: ['2017年11月22日', 'November 22, 2017'],
  withdrawnOn: ['2017年11月24日', 'November 24, 2017'],
};
const isLatin = (text: string) => !/[\u4e00-\u9fff]/.test(text);

test('signs that fonts lack are those that look the same', () => {
  const { headline } = textsOf(PICTURE);
  assert.equal(headline, 'A day-long\u00a0test, é');
});

test('what can be drawn is, each text whole', () => {
  assert.deepEqual(textsOf(PICTURE, isLatin), {
    site: undefined,
    notice: 'Withdrawn on November 24, 2017',
    kicker: 'Press release', // one of two offices would be another release
    headline: 'A day-long\u00a0test, é',
    day: 'November 22, 2017',
  });
});

test('without a headline the office is in its place, and without an office what it is', () => {
  const chinese = { ...PICTURE, headline: '标题', offices: ['Office of the North'] };
  const { headline, kicker } = textsOf(chinese, isLatin);
  assert.deepEqual([headline, kicker], ['Press release from Office of the North', undefined]);
  assert.equal(textsOf({ ...chinese, offices: ['南'] }, isLatin).headline, 'Press release');
});

test('a day is in the first language whose letters the fonts have', () => {
  const day = ['٢٢', '22 de noviembre de 2017', 'November 22, 2017'] as const;
  const isSpanish = (text: string) => !/[٢\u4e00-\u9fff]/.test(text);
  assert.equal(textsOf({ ...PICTURE, day }, isSpanish).day, '22 de noviembre de 2017');
  assert.equal(textsOf({ ...PICTURE, day }).day, '٢٢');
});

test('a joint release names all offices', () => {
  assert.equal(textsOf(PICTURE).kicker, 'Press release from Office of the North and 南办公室');
});

test('a text is cut at the last word that leaves room for the ellipsis', async () => {
  const upTo = (most: number) => async (text: string) => text.length <= most;
  assert.equal(await shorten('One two, three four', upTo(9)), 'One two…');
  assert.equal(await shorten('One two, three four', upTo(8)), 'One two…');
  assert.equal(await shorten('One two, three four', upTo(7)), 'One…');
  assert.equal(await shorten('Onetwothree four', upTo(7)), 'Onetwo…');
});
