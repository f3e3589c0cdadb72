import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import sharp, { type Region } from 'sharp';
import { drawSharePicture } from '../../../src/publish/share-picture/draw.ts';
import { COLOURS } from '../../../src/publish/share-picture/layout.ts';
import type { SharePicture } from '../../../src/publish/share-picture/picture.ts';

const PICTURE: SharePicture = {
  site: 'On the Record',
  language: 'en',
  offices: ['Office of Assemblymember Example'],
  headline: 'Library Cards for Every First Grader',
  day: ['April 10, 2019', 'April 10, 2019'],
};
const LONG = `${'Assemblymember Example Announces a Grant for the Lighthouse at Sample Point '.repeat(8)}Today`;

/** The colours of pixels in a part of the picture, as `#rrggbb`; the palette moves them a little. */
async function coloursIn(png: Buffer, part: Partial<Region>): Promise<Set<string>> {
  const { data, info } = await sharp(png)
    .extract({ left: 0, top: 0, width: 1200, height: 630, ...part })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += info.channels)
    colours.add(`#${data.subarray(at, at + 3).toString('hex')}`);
  return colours;
}

test('a picture is a PNG of 1200 × 630 pixels, and the same words give the same bytes', async () => {
  for (const headline of [PICTURE.headline, LONG, 'W'.repeat(400), 'Sổ tay dành cho người thuê']) {
    const png = await drawSharePicture({ ...PICTURE, headline });
    const { format, width, height } = await sharp(png).metadata();
    assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 });
    assert.ok((await drawSharePicture({ ...PICTURE, headline })).equals(png), headline);
  }
});

test('all that a picture says is on it', async () => {
  const png = await drawSharePicture(PICTURE);
  const others: Partial<SharePicture>[] = [
    { site: 'Off the Record' },
    { offices: ['Office of Senator Sample'] },
    { offices: [...PICTURE.offices, 'Office of Senator Sample'] },
    { headline: 'Library Cards for Every Third Grader' },
    { day: ['April 11, 2019', 'April 11, 2019'] },
    { withdrawnOn: ['April 11, 2019', 'April 11, 2019'] },
  ];
  for (const other of others)
    assert.ok(
      !(await drawSharePicture({ ...PICTURE, ...other })).equals(png),
      Object.keys(other)[0],
    );
});

test('a headline, however long, leaves the margin and the space above the day empty', async () => {
  const site = '档案'; // letters that no font has, elsewhere on the picture, change nothing
  const wide = [LONG, 'W'.repeat(400), 'W'.repeat(40)].map((headline) => ({ headline }));
  for (const other of [...wide, { headline: LONG, site }]) {
    const png = await drawSharePicture({ ...PICTURE, ...other });
    const { headline } = other;
    assert.equal((await coloursIn(png, { top: 525, height: 15 })).size, 1, headline);
    assert.equal((await coloursIn(png, { left: 1140, width: 60 })).size, 1, headline);
  }
});

test('a withdrawn release has the bar of its page', async () => {
  const bar = async (picture: SharePicture) => {
    const png = await drawSharePicture(picture);
    const colours = await coloursIn(png, { left: 64, width: 8, top: 140, height: 40 });
    return [...colours].some((colour) => /^#[89]\w[0-3]\w[0-3]\w$/.test(colour));
  };
  assert.ok(await bar({ ...PICTURE, withdrawnOn: ['May 2, 2019', 'May 2, 2019'] }));
  assert.ok(!(await bar(PICTURE)));
});

test('text in letters that no font has is left out: no boxes', async () => {
  const without = await drawSharePicture({ ...PICTURE, headline: '图书馆' });
  for (const headline of ['图书馆为学生提供借书证', 'שלום עולם', 'مرحبا', 'Library 🎄', 'ไทย'])
    assert.ok((await drawSharePicture({ ...PICTURE, headline })).equals(without), headline);
  const day: SharePicture['day'] = ['2019年4月10日', 'April 10, 2019'];
  assert.ok((await drawSharePicture({ ...PICTURE, headline: '图书馆', day })).equals(without));
  const nothing = { language: 'en', site: '档案', offices: ['办公室'], headline: '图书馆', day };
  assert.equal(
    (await coloursIn(await drawSharePicture(nothing), { height: 90 })).size,
    1,
    'no name of the site',
  );
});

test('letters of Latin, Greek and Cyrillic alphabets are drawn, accents apart or not', async () => {
  const without = await drawSharePicture({ ...PICTURE, headline: '图书馆' });
  for (const headline of [
    'Sổ tay người thuê',
    'Biblioteca año ¿qué?',
    'Łódź',
    'Привет',
    'Ελληνικά',
  ]) {
    const png = await drawSharePicture({ ...PICTURE, headline });
    assert.ok(!png.equals(without), headline);
    const apart = await drawSharePicture({ ...PICTURE, headline: headline.normalize('NFD') });
    assert.ok(apart.equals(png), headline);
  }
});

test('the colours are those of the site by day', async () => {
  const tokens = await readFile('src/styles/tokens.css', 'utf8');
  for (const [name, colour] of Object.entries(COLOURS)) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    assert.ok(tokens.includes(`--${property}: light-dark(${colour},`), name);
  }
});
