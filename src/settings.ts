import { join } from 'node:path';

/** The command was called in a way that cannot work: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The environment variables that a build reads. */
export const SETTING_NAMES = [
  'CONTENT_DIR',
  'OUT_DIR',
  'CACHE_DIR',
  'SITE_URL',
  'BASE_PATH',
  'PORT',
  'CI',
  'ALLOW_UNRECORDED',
  'PREVIEW_ALL',
] as const;
type SettingName = (typeof SETTING_NAMES)[number];

/** What the environment says about a build. Folders are as given, so that messages show them so. */
export interface Settings {
  contentDir: string;
  outDir: string;
  cacheDir: string;
  /** The public origin, without a `/` at its end. */
  siteUrl: string;
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
  port: number;
  /** Whether a preview shows what is not published yet; a build never does. */
  previewsAll: boolean;
}

/**
 * Reads the contract's environment variables; an empty one counts as not set.
 * @throws {UsageError} if one has a value that cannot be.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const value = (name: SettingName, preset: string) => environment[name]?.trim() || preset;
  const settings = {
    contentDir: value('CONTENT_DIR', 'content'),
    outDir: value('OUT_DIR', 'dist'),
    cacheDir: value('CACHE_DIR', join('node_modules', '.cache', 'on-the-record')),
    siteUrl: readOrigin(value('SITE_URL', 'http://localhost:4321')),
    base: readBase(value('BASE_PATH', '/')),
    port: Number(value('PORT', '4321')),
    previewsAll: isSet(environment, 'PREVIEW_ALL'),
  };
  if (!Number.isInteger(settings.port) || settings.port < 1 || settings.port > 65_535) {
    throw new UsageError(`PORT cannot be ${environment['PORT']}; it is a number from 1 to 65535`);
  }
  return settings;
}

/**
 * Whether a build must refuse what it only warns of elsewhere: in CI, which sets `CI` to `true` or `1`, nobody
 * reads warnings. `ALLOW_UNRECORDED=1` says that it may go on.
 */
export function isStrict(environment: NodeJS.ProcessEnv): boolean {
  return isSet(environment, 'CI') && !isSet(environment, 'ALLOW_UNRECORDED');
}

const isSet = (environment: NodeJS.ProcessEnv, name: SettingName) =>
  !/^(?:|0|false|no)$/i.test(environment[name]?.trim() ?? '');

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`SITE_URL cannot be ${text}; give an address as in https://example.org`);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    const hint = `give ${url.origin} here and the path in BASE_PATH`;
    throw new UsageError(`SITE_URL cannot be ${text}: it is the origin alone; ${hint}`);
  }
  return url.origin;
}

function readBase(text: string): string {
  const base = `/${text}/`.replace(/\/+/g, '/');
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base) || /\/\.{1,2}\//.test(base)) {
    throw new UsageError(`BASE_PATH cannot be ${text}; give a path as in /archive/`);
  }
  return base;
}
