import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preloadModules } from '../../src/astro/preload-modules.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('a page names what its scripts import, and what that imports, once each', async (t) => {
  const folder = await tempFolder(t, {
    'assets/page.js': 'import{t as e}from"./common.js";import"./other.js";import(`./later.js`);',
    'assets/common.js': 'import{n}from"./deep.js";export{n as t};',
    'assets/other.js': 'import{n}from"./deep.js";export{n as o}from"./common.js";',
    'assets/deep.js': 'export const n=1;',
  });
  const head = '<head><title>Bells</title>';
  const rest = '</head><body><script type="module" src="/pier/assets/page.js"></script></body>';
  const link = (name: string) => `<link rel="modulepreload" href="/pier/assets/${name}.js">`;
  assert.equal(
    await preloadModules(head + rest, '/pier/', folder),
    head + link('common') + link('other') + link('deep') + rest,
  );
});

test('a page without scripts of the site stays as it is', async (t) => {
  const folder = await tempFolder(t);
  for (const page of ['<head></head>', '<p>Bells</p>']) {
    assert.equal(await preloadModules(page, '/', folder), page);
  }
});
