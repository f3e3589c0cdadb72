import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { listed } from '../../src/astro/listed-release.ts';
import { loadForPreview } from '../../src/astro/preview.ts';
import { releasePage } from '../../src/astro/release-page.ts';
import { archiveFeed } from '../../src/publish/feeds/release-feeds.ts';
import { readSettings } from '../../src/settings.ts';
import { madeRelease } from '../support/made-release.ts';
import { tempFolder } from '../support/temp-folder.ts';

const [open, draft, later] = ['2019-05-01-open', '2019-05-02-draft', '2019-05-03-later'] as const;
const files = {
  'site.yaml': 'timezone: America/Los_Angeles\n',
  'offices/north.yaml': 'name: North\n',
  [`releases/${open}.md`]: madeRelease({ date: '2019-05-01', related: draft }),
  [`releases/${draft}.md`]: madeRelease({ date: '2019-05-02', draft: 'true' }),
  [`releases/${later}.md`]: madeRelease({ date: '2019-05-03', embargo: '2099-05-03 09:00' }),
};

test('a preview of all shows what is not published, marked as such, and feeds do not', async (t) => {
  const home = await tempFolder(t, files);
  const settings = readSettings({
    CONTENT_DIR: home,
    OUT_DIR: join(home, 'dist'),
    PREVIEW_ALL: '1',
  });
  const view = await loadForPreview(settings);
  const { releases } = view.archive;
  const marks = listed(view, releases).map(({ isDraft, isHeld }) => ({ isDraft, isHeld }));
  assert.deepEqual(marks, [
    { isDraft: undefined, isHeld: true },
    { isDraft: true, isHeld: undefined },
    { isDraft: undefined, isHeld: undefined },
  ]);
  const pages = await Promise.all(releases.map((release) => releasePage(view, release, undefined)));
  assert.deepEqual(
    pages.map(({ held }) => held),
    [{ id: later, until: '2099-05-03T09:00:00-07:00' }, { id: draft, until: undefined }, undefined],
  );
  const related = view.connect(releases[2] as (typeof releases)[0]).related;
  assert.deepEqual(
    related.map(({ id }) => id),
    [draft],
  );
  const feed = await archiveFeed(view.publication);
  assert.equal(feed.entries.length, 1);
});

test('a preview shows no more than a build unless it is asked to', async (t) => {
  const home = await tempFolder(t, files);
  const view = await loadForPreview(
    readSettings({ CONTENT_DIR: home, OUT_DIR: join(home, 'dist') }),
  );
  assert.deepEqual(
    view.archive.releases.map(({ id, related }) => [id, related]),
    [[open, undefined]],
  );
});
