import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileOf, recordedArchive } from '../support/recorded-archive.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder } from '../support/temp-folder.ts';

const [KEPT, LOST] = ['2019-03-01-lamp', '2019-03-02-choir'] as const;
const texts = { [KEPT]: ['The lamp is lit again.'], [LOST]: ['The choir sings on Friday.'] };

test('in CI a build refuses while a recorded release is missing, unless it is told to go on', async (t) => {
  const home = await tempFolder(t, {});
  const folder = await tempFolder(t, recordedArchive(texts));
  await rm(join(folder, fileOf(LOST)));
  const build = (more: Record<string, string>) =>
    runCommand('build', [], {
      CONTENT_DIR: folder,
      OUT_DIR: join(home, 'site'),
      CACHE_DIR: join(home, 'cache'),
      ALLOW_UNRECORDED: '',
      ...more,
    });
  const refused = await build({ CI: 'true' });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, new RegExp(`error: ${LOST} is recorded, but its file is not there`));
  assert.match(refused.stderr, /1 recorded release missing: nothing was built/);
  assert.equal(existsSync(join(home, 'site')), false);

  const allowed = await build({ CI: 'true', ALLOW_UNRECORDED: '1' });
  assert.equal(allowed.status, 0, allowed.stderr);
  assert.match(
    allowed.stderr,
    /warning: .*has 2019-03-02-choir, which is no longer in the archive/,
  );
  assert.equal((await build({ CI: 'true' })).status, 1, 'also where nothing has changed since');
  assert.equal((await build({ CI: '' })).status, 0);
});
