import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { hasTerminal, runOnTerminal } from '../support/terminal.ts';

test(
  'on a terminal a build shows what is being done and how far, then wipes it and sums up',
  { skip: !hasTerminal && 'there is no command script to make a terminal with' },
  async (t) => {
    const home = await tempFolder(t, { 'content/releases/2017-11-22-a.md': madeRelease() });
    const environment = {
      CONTENT_DIR: join(home, 'content'),
      OUT_DIR: join(home, 'site'),
      CACHE_DIR: join(home, 'cache'),
    };
    const { status, screen } = await runOnTerminal('build', ['--verbose'], environment, []);
    assert.equal(status, 0, screen);
    for (const shown of [
      /Releases read 1 of 1/,
      /Bundling the pages…/,
      /Pages \d+ of \d+ · Releases in the search index 1 of 1|Releases in the search index 1 of 1 · Pages \d+ of \d+/,
      /1 release, \d+ pages in .*site, [\d.]+ s\r?\n {2}made anew: 1 of 1 text, \d+ of \d+ pages, 1 of 1 part of the search index; the rest is from the cache\r?\n {2}reading [\d.]+ s, pages [\d.]+ s, search index [\d.]+ s beside them, media files [\d.]+ s, data [\d.]+ s, checksums [\d.]+ s; [\d,]+ MB of memory at most, without the indexer\r?\n$/,
    ]) {
      assert.match(screen, shown);
    }
    const last = screen.lastIndexOf('\u001b[K');
    assert.match(screen.slice(last), /^\u001b\[K1 release, /);
  },
);
