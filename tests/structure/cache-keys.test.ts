import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { LEDGER_CODE } from '../../src/load/cached-ledger.ts';
import { RELEASE_CODE } from '../../src/load/worker-pool.ts';
import { INDEXER_CODE } from '../../src/search/index/indexer-digest.ts';
import { FILES_CODE } from '../../src/site-output/write/write-release-files.ts';
import { reachedFrom } from './imports.ts';

/**
 * Each list of code that enters the key of cached results: where the code begins that makes them, and
 * what it reaches besides, which decides how they are stored and not what is in them.
 */
const LISTS = {
  releases: {
    entry: 'src/load/batch-processor.ts',
    listed: RELEASE_CODE,
    besides: ['src/cache/', 'src/files/'],
  },
  'files of the ledger': {
    entry: 'src/archive/ledger/ledger-files.ts',
    listed: LEDGER_CODE,
    besides: [],
  },
  'files beside releases': {
    entry: 'src/site-output/write/write-release-files.ts',
    listed: FILES_CODE,
    besides: ['src/cache/'],
  },
  'chunks of the search index': {
    entry: 'src/search/index/build-index.ts',
    listed: INDEXER_CODE.map((place) => posix.join('src/search/index', place)),
    besides: ['src/files/'],
  },
};

for (const [name, { entry, listed, besides }] of Object.entries(LISTS)) {
  test(`the key of cached ${name} names all the code that makes them`, () => {
    const places = [...listed, ...besides];
    const covers = (file: string) =>
      places.some((place) => file === place || file.startsWith(place.replace(/\/?$/, '/')));
    const reached = [...reachedFrom(entry)];
    assert.ok(reached.length > 5, `${entry} reaches ${reached.length} files`);
    assert.deepEqual(
      reached.filter((file) => !covers(file)),
      [],
    );
    for (const place of places) {
      const isUsed = reached.some(
        (file) => file === place || file.startsWith(place.replace(/\/?$/, '/')),
      );
      assert.ok(isUsed || place === 'package-lock.json', `${place} has no part in it`);
    }
  });
}
