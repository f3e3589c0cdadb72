import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newestReleases } from '../../src/archive/newest-releases.ts';
import { madeRelease } from '../support/made-release.ts';
import { tempFolder } from '../support/temp-folder.ts';

const files = {
  'releases/2017/2017-11-22-b.md': madeRelease({ date: '2017-11-22' }),
  'releases/2017-11-23-c.md': madeRelease({ date: '2017-11-23', office: 'South Bay' }),
  'releases/2018/2018-01-01-d.md': madeRelease({ date: '2018-01-01' }),
  'releases/2018/2018-01-02-broken.md': '---\noffice: north\n---\n',
  'releases/a/2016-01-01-a.md': `\n\n\n\n\n${madeRelease({ date: '2016-01-01', office: '[east, north]' })}`,
};
const paths = Object.keys(files);

test('releases come newest first, whichever folder they lie in; broken ones do not', async (t) => {
  const folder = await tempFolder(t, files);
  const ids = (until: string, ...offices: string[]) =>
    Array.from(
      newestReleases(folder, paths, { until, offices: offices.length > 0 ? offices : undefined }),
      ({ id }) => id,
    );
  assert.deepEqual(ids('2018-12-31'), [
    '2018-01-01-d',
    '2017-11-23-c',
    '2017-11-22-b',
    '2016-01-01-a',
  ]);
  assert.deepEqual(ids('2017-11-23'), ['2017-11-23-c', '2017-11-22-b', '2016-01-01-a']);
  assert.deepEqual(ids('2018-12-31', 'south-bay'), ['2017-11-23-c']);
  assert.deepEqual(ids('2017-12-31', 'north'), ['2017-11-22-b', '2016-01-01-a']);
  assert.deepEqual(ids('2017-12-31', 'east', 'south-bay'), ['2017-11-23-c', '2016-01-01-a']);
});

test('only as many files are read as are asked for', async (t) => {
  const folder = await tempFolder(t, files);
  await rm(join(folder, 'releases/2017'), { recursive: true });
  const [first] = newestReleases(folder, paths, { until: '2018-12-31' });
  assert.equal(first?.id, '2018-01-01-d');
});
