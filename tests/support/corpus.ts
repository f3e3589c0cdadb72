import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { sharedFolder } from './shared-folder.ts';

/** Releases of real offices, with all that real text brings; not part of the project. */
const CORPUS = resolve('..', 'shared', 'corpus');
/** How many of them the tests take. */
export const CORPUS_COUNT = 1000;

/** Why tests with real releases are skipped; false where they are not. */
export const withoutCorpus = !existsSync(join(CORPUS, 'unpack'))
  ? `there are no real releases in ${CORPUS}`
  : spawnSync('python3', ['--version']).status !== 0 && 'real releases need python3 to be unpacked';

/** Lays the real releases out, once for all test files; returns their content folder. */
export function corpusFolder(): Promise<string> {
  return sharedFolder(`corpus-${CORPUS_COUNT}-without-pictures`, async (place) => {
    await promisify(execFile)('python3', [join(CORPUS, 'unpack'), String(CORPUS_COUNT), place]);
    // A thousand pictures take a minute, and tests/publish/share-picture/ looks at pictures.
    await writeFile(join(place, 'site.yaml'), 'share_pictures: false\n');
  });
}
