import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { AXES } from '../../../src/archive/browse.ts';
import type { Release } from '../../../src/archive/release.ts';
import { SiteFolder } from '../../../src/site-output/write/site-folder.ts';
import type { SiteView } from '../../../src/astro/site-view.ts';
import { writeSitemaps } from '../../../src/site-output/write/write-sitemaps.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { madeArchive, readMade } from '../../support/made-release.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const COUNT = 60_000;

test('more than 50,000 addresses are written to several files with an index', async (t) => {
  const folder = await tempFolder(t);
  const one = readMade();
  const releases = Array.from({ length: COUNT }, (_, n): Release => {
    const id = `2017-11-22-number-${n}`;
    return { ...one, id, path: `/releases/2017/11/22/number-${n}/` };
  });
  const { archive } = madeArchive({});
  const publication: Publication = {
    archive: { ...archive, releases },
    connect: () => {
      throw new Error('not asked for');
    },
    addressOf: (path) => `https://press.example.org${path}`,
    earlierOf: () => [],
    echoesOf: () => undefined,
    textOf: () => undefined,
    fileOf: () => Promise.reject(new Error('not asked for')),
    changedOn: ({ date }) => [date],
    modifiedOn: ({ date }) => date,
    inArchiveOn: ({ date }) => [date],
    updatedOn: ({ date }) => date,
    gone: [],
    today: '2026-01-01',
  };
  const view = {
    publication,
    collections: Object.fromEntries(AXES.map((axis) => [axis, []])),
    years: [],
    months: [],
    days: [],
  } as unknown as SiteView;
  const file = { bytes: 1, sha256: '0'.repeat(64) };
  await writeSitemaps(new SiteFolder(folder), view, new Map(releases.map(({ id }) => [id, file])));

  const names = (await readdir(folder)).sort();
  for (const list of ['sitemap', 'resourcelist', 'changelist']) {
    const parts = names.filter((name) => new RegExp(`^${list}-\\d+\\.xml$`).test(name));
    const texts = await Promise.all(parts.map((name) => readFile(join(folder, name), 'utf8')));
    const counts = texts.map((text) => text.split('<loc>').length - 1);
    assert.equal(counts[0], 50_000, list);
    assert.ok(counts.every((count) => count <= 50_000));
    const all = new Set(texts.flatMap((text) => text.match(/(?<=<loc>)[^<]+/g) ?? []));
    assert.ok(all.size >= COUNT, `${list} has ${all.size}`);
    const index = await readFile(
      join(folder, list === 'sitemap' ? 'sitemap-index.xml' : `${list}.xml`),
      'utf8',
    );
    assert.match(index, /<sitemapindex /);
    for (const name of parts)
      assert.ok(index.includes(`<loc>https://press.example.org/${name}</loc>`), name);
  }
});
