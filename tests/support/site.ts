import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '../../src/site-output/previous-build.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { bundleCache } from '../../src/cache/bundle-cache.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import { indexHere } from '../../src/search/index/indexer.ts';
import { CACHE_DIR } from './run-command.ts';
import { sharedFolder } from './shared-folder.ts';

/** Where the sites say that they are published: not where the tests serve them, so that what mixes up the two fails. */
export const SITE_URL = 'https://press.example.org';

export interface SiteOptions {
  /** The archive's source; the sample archive where it is left out. */
  content?: string;
  /** Where the site is mounted, with a `/` at both ends. */
  base?: string;
  /** Releases in one search index, to have several where the archive is small. */
  shardSize?: number;
}

/**
 * Builds a site as `npm run build` does, once for all test files of a run; returns its folder. All share a cache, in which
 * releases and share pictures are the same at every address.
 */
export async function builtSite(options: SiteOptions = {}): Promise<string> {
  const { content = 'content', base = '/', shardSize } = options;
  const settings = readSettings({ CONTENT_DIR: content, BASE_PATH: base, SITE_URL });
  const key = `site-${(await fingerprint(settings)).slice(0, 16)}`;
  const folder = await sharedFolder(key, (place) => build(place, settings));
  if (shardSize === undefined) return join(folder, 'site');
  const name = `${key}-shards-${shardSize}`;
  const sharded = await sharedFolder(name, async (place) => {
    await cp(join(folder, 'site'), join(place, 'site'), { recursive: true });
    await indexAnew(join(place, 'site', 'pagefind'), settings, shardSize);
  });
  return join(sharded, 'site');
}

async function build(place: string, { contentDir, base }: Settings) {
  await promisify(execFile)(process.execPath, [join('src', 'cli', 'build.ts')], {
    env: {
      ...process.env,
      CONTENT_DIR: contentDir,
      OUT_DIR: join(place, 'site'),
      CACHE_DIR,
      SITE_URL,
      BASE_PATH: base,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    maxBuffer: Infinity,
  });
}

async function indexAnew(folder: string, settings: Settings, shardSize: number) {
  const archive = await loadArchive({ ...settings, now: Date.now() });
  await rm(folder, { recursive: true });
  const shardSizes = { max: shardSize, newest: Math.ceil(shardSize / 4) };
  await buildIndex(archive, {
    folder,
    textOf: ({ id }) => archive.bodies.get(id),
    indexer: indexHere(bundleCache(`${folder}-shards`)),
    shardSizes,
  });
  await rm(`${folder}-shards`, { recursive: true, force: true });
}
