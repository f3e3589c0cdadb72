import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { measureMedia } from '../../src/load/measure-media.ts';
import { launchBrowser } from '../support/browser.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';

/** Attributes of `<svg>`; a size can be read of all of them. */
const SIZED = [
  '',
  'width="120" height="80"',
  'width="120px" height="80PX"',
  'width="120pt" height="90pt"',
  'width="210mm" height="297mm" viewBox="0 0 210 297"',
  'width="2.54cm" height="1cm"',
  'width=".5in" height="2in"',
  'width="6pc" height="40Q"',
  'width="1in" height="80"',
  'width="120.5" height="80.4"',
  'width="1.2e2" height="+80"',
  'width=" 120 " height="&#56;0"',
  'width="90000" height="90000"',
  'width="120"',
  'height="900"',
  'width="50%" height="80"',
  'width="120" height="auto" viewBox="0 0 300 100"',
  'width="120" viewBox="0 0 300 100"',
  'height="80" viewBox="-10,-10 300,100"',
  'width="120" height="50%" viewBox="0 0 12 6"',
  'width="50" height="70" viewBox="0 0 300 100"',
  'width="100" viewBox="0 0 3 2" preserveAspectRatio="xMidYMid slice"',
  'width="120" height="80" viewBox="0 0 300 100" preserveAspectRatio="none"',
  'width="120" height="80" style="width: 50px"',
  'data-note="a>b" width="120" height="80"',
];
/** The same, without a size that could be relied on. */
const UNSIZED = [
  'viewBox="0 0 120 80"',
  'width="100%" height="100%" viewBox="0 0 300 100"',
  'width="10em" height="5em" font-size="20"',
  'width="10ex" height="5ch"',
  'width="10vw" height="5vh"',
  'width="calc(100px + 20px)" height="80"',
  'width="0" height="80"',
  'width="wide" height="80"',
  'width="120" viewBox="0 0 300"',
  'width="120" viewBox="0 0 0 80"',
  'width="120" viewBox="0 0 300 100" preserveAspectRatio="none"',
];
const BEFORE = [
  '<!-- <svg width="1" height="2"> -->',
  `<?xml version="1.0" encoding="UTF-8"?>\n<!--${' far'.repeat(5000)}-->\n`,
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
  '\ufeff',
];

const drawing = (attributes: string, before = '', inner = '') =>
  `${before}<svg ${SVG} ${attributes}>${inner}<rect width="9" height="9"/></svg>`;

/** Files below `media/`, by name. */
async function madePictures(): Promise<Record<string, string | Buffer>> {
  const files: Record<string, string | Buffer> = {};
  SIZED.forEach((attributes, n) => (files[`sized-${n}.svg`] = drawing(attributes)));
  UNSIZED.forEach((attributes, n) => (files[`unsized-${n}.svg`] = drawing(attributes)));
  BEFORE.forEach((before, n) => {
    files[`sized-before-${n}.svg`] = drawing('width="12pt" height="9pt"', before);
  });
  const style = '<style>svg { width: 50px; height: 20px }</style>';
  files['sized-styled.svg'] = drawing('width="120" height="80"', '', style);
  const photo = () => sharp({ create: { width: 64, height: 40, channels: 3, background: '#c33' } });
  for (const kind of ['png', 'jpeg', 'webp', 'avif', 'gif'] as const) {
    const save = (picture: Sharp) => picture.toFormat(kind).toBuffer();
    files[`sized.${kind}`] = await save(photo());
    for (const orientation of [2, 3, 6, 8]) {
      const turned = photo().withMetadata({ orientation, density: 300 });
      files[`sized-turned-${orientation}.${kind}`] = await save(turned);
    }
  }
  const webp = photo().withMetadata({ orientation: 6 }).webp({ lossless: true });
  files['sized-lossless.webp'] = await webp.toBuffer();
  files['sized-webp.jpg'] = files['sized-turned-6.webp'] ?? '';
  files['unsized-drawn.png'] = drawing('width="120" height="80"');
  files['unsized-scan.jpg'] = await photo().tiff().toBuffer();
  files['unsized-photo.svg'] = files['sized.png'] ?? '';
  return files;
}

test('a page reserves for each picture the size in which Chromium shows it, or none', async (t) => {
  const home = await tempFolder(t);
  const pictures = Object.entries(await madePictures());
  await writeFiles(
    home,
    Object.fromEntries(pictures.map(([name, file]) => [`media/${name}`, file])),
  );
  const names = await readdir(join(home, 'media'));
  assert.ok(names.length > 60, `${names.length} pictures`);
  const images = names.map((name) => `<img src="media/${name}" alt="">`).join('');
  await writeFiles(home, { 'page.html': `<!doctype html><title>Pictures</title>${images}` });

  const browser = await launchBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(home, 'page.html')).href);
  const shown = await page.evaluate(() =>
    [...document.images].map(({ naturalWidth: width, naturalHeight: height }) => ({
      width,
      height,
    })),
  );

  const measured = await measureMedia(
    home,
    names.map((name) => `media/${name}`),
  );
  for (const [n, name] of names.entries()) {
    const { size } = measured.get(name) ?? {};
    const expected = name.startsWith('unsized') ? undefined : shown[n];
    assert.deepEqual(size, expected, name);
  }
});
