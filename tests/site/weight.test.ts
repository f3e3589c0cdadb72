import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { builtSite } from '../support/site.ts';

const FOUNDING = '2017/11/22/kalra-denounces-actions-of-federal-immigration-officials';
const SPANISH_WITH_ITALICS = '2019/04/10/tarjetas-de-biblioteca-para-primer-grado';

/**
 * How heavy a visit may become, in bytes as gzip sends them: a tenth above what it was when the budget
 * was set. Scripts are those that a page loads at once; 130 bytes of each put the day of retrieval on paper.
 */
const PAGES = {
  'index.html': { html: 4200, scripts: 850 },
  'releases/index.html': { html: 7300, scripts: 850 },
  [`releases/${FOUNDING}/index.html`]: { html: 4400, scripts: 8900 },
  // What it has in common with the check of quotations and with collections are files of their own, which are packed
  // a little worse; 660 bytes are the forms of bills, by which `bill:SB54` is understood; 150 load what makes files of
  // results, when someone asks for one; 200 look up each form of a word, which saves a search 30 kB of the index.
  'search/index.html': { html: 3000, scripts: 28_500 },
  'quote/index.html': { html: 2100, scripts: 18_000 },
  'collection/index.html': { html: 2000, scripts: 9700 },
};
/** All pages have the same styles; 150 bytes are the tables of releases over time, 250 are for paper. */
const STYLES = 7950;
/** The fonts that a page preloads: all that a release in English or Spanish needs. */
const FONTS = 45_000;
/** With what is loaded when someone asks for a citation. */
const ALL_SCRIPTS = 210_000;

const site = await builtSite();
const read = (path: string) => readFile(join(site, path));
const weightOf = async (paths: Iterable<string>) => {
  const files = await Promise.all([...paths].map(read));
  return files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
};

/** The scripts that a page loads before anyone does anything. */
async function scriptsOf(page: string): Promise<Set<string>> {
  const html = (await read(page)).toString();
  const scripts = new Set(
    [...html.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map(([, path = '']) => path),
  );
  for (const path of scripts) {
    const code = (await read(path)).toString();
    for (const [, other = ''] of code.matchAll(/(?:import|from)\s*"(\.\/[^"]+)"/g)) {
      scripts.add(posix.join(posix.dirname(path), other));
    }
  }
  return scripts;
}

function assertWithin(budget: number, weight: number) {
  assert.ok(weight <= budget, `${weight} bytes are more than ${budget}`);
  assert.ok(
    weight > budget * 0.75,
    `${weight} bytes are far less than ${budget}: lower the budget`,
  );
}

for (const [page, { html, scripts }] of Object.entries(PAGES)) {
  test(`/${page} and its scripts stay within their budget`, async () => {
    assertWithin(html, await weightOf([page]));
    assertWithin(scripts, await weightOf(await scriptsOf(page)));
  });
}

test('styles and scripts stay within their budget', async () => {
  const assets = (await readdir(join(site, 'assets'))).map((name) => `assets/${name}`);
  assertWithin(STYLES, await weightOf(assets.filter((name) => name.endsWith('.css'))));
  assertWithin(ALL_SCRIPTS, await weightOf(assets.filter((name) => name.endsWith('.js'))));
});

for (const release of [FOUNDING, SPANISH_WITH_ITALICS]) {
  test(`the fonts of /releases/${release}/ stay within their budget`, async () => {
    const html = (await read(`releases/${release}/index.html`)).toString();
    const fonts = [...html.matchAll(/<link rel="preload" href="\/([^"]+\.woff2)"/g)];
    assert.ok(fonts.length > 0, 'no font is preloaded');
    const files = await Promise.all(fonts.map(([, path = '']) => read(path)));
    const weight = files.reduce((sum, { length }) => sum + length, 0);
    assert.ok(weight <= FONTS, `${weight} bytes are more than ${FONTS}`);
  });
}
