import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { builtSite } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const skip = spawnSync('wget', ['--version']).status !== 0 && 'there is no wget here';

test(
  'a copy that wget makes by following links has every file of the site',
  { skip },
  async (t) => {
    const site = await builtSite();
    const server = await serve(site, '/');
    t.after(() => server.close());
    const copy = await tempFolder(t);
    // It ends with 8 where an answer is an error, which that for the page of errors is.
    const mirrored = promisify(execFile)('wget', ['-q', '--mirror', '-nH', server.url], {
      cwd: copy,
    });
    await mirrored.catch((cause: unknown) => assert.equal((cause as { code: number }).code, 8));
    const sums = await readFile(join(site, 'data', 'sha256sums.txt'), 'utf8');
    const paths = sums.split('\n').flatMap((line) => line.slice(66) || []);
    const copied = new Set(await readdir(copy, { recursive: true }));
    assert.deepEqual(
      paths.filter((path) => !copied.has(path)),
      ['.htaccess', '_headers', '_redirects'], // instructions for hosts, which nobody else gets
    );
  },
);
