import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { filesBelow } from '../../src/files/files-below.ts';
import { hasFormerPage } from '../../src/archive/former-path.ts';
import { decodePath, encodePath } from '../../src/archive/path-encoding.ts';
import { loadArchive, type LoadedArchive } from '../../src/load/load-archive.ts';
import { folderCopy, webCopy } from '../../src/publish/verify/copies.ts';
import { type CopyReport, verifyCopy } from '../../src/publish/verify/verify-copy.ts';
import { builtPages } from '../site/built-page.ts';
import { jsonFeedProblems, rssProblems } from '../site/feed-rules.ts';
import { LinkCheck } from '../site/site-links.ts';
import type { AnyArchive } from './any-archive.ts';
import { runCommand } from './run-command.ts';
import { SITE_URL } from './site.ts';
import { serve } from './static-server.ts';
import { type Files, writeFiles } from './temp-folder.ts';

/** What became of an archive that `check` was asked about, and that was then published. */
export interface Published {
  /** Releases that `check` accepts, and those that it does not. */
  accepted: number;
  refused: number;
  /** Files of the site, all of them fetched. */
  fetched: number;
  /** Where `check` and what follows disagree, a line each. */
  faults: string[];
  /** The files that `check` accepts. */
  files: Files;
}

/**
 * Takes the files out of an archive that `check` refuses, builds the rest, serves it as any plain server does,
 * fetches every file of it and every former address as browsers ask for it, and verifies the copy; then
 * the same once more with half of the releases.
 */
export async function publishAsChecked(any: AnyArchive, base = '/'): Promise<Published> {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-published-'));
  try {
    return await publishIn(folder, any, base);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishIn(folder: string, { files: all, aliases }: AnyArchive, base: string) {
  const contentDir = join(folder, 'content');
  await writeFiles(contentDir, { 'releases/': '', ...all });
  const files = { ...all };
  const isRelease = (path: string) => path.startsWith('releases/');
  const count = (some: Files) => Object.keys(some).filter(isRelease).length;
  const counts = { accepted: 0, refused: 0, fetched: 0, files };
  let archive: LoadedArchive;
  try {
    archive = await accepted(contentDir, base, files);
  } catch (cause) {
    return { ...counts, faults: [`check ends with ${(cause as Error).stack}`] };
  }
  Object.assign(counts, { accepted: count(files), refused: count(all) - count(files) });
  const site = join(folder, 'site');
  const CACHE_DIR = join(folder, 'cache');
  const environment = {
    CONTENT_DIR: contentDir,
    OUT_DIR: site,
    CACHE_DIR,
    SITE_URL,
    BASE_PATH: base,
  };
  const built = await build(environment);
  if (built !== undefined) return { ...counts, faults: [built] };
  const server = await serve(site, base);
  try {
    const local = await verifyCopy(folderCopy(site));
    const served = await verifyCopy(webCopy(server.url));
    counts.fetched = served.files;
    const faults = [
      ...findings('on the disk', local),
      ...findings('as it is served', served),
      ...(await formerFaults(archive, contentDir, aliases, server.url)),
      ...(await siteFaults(site, base)),
      ...(await changedFaults(environment, Object.keys(files).filter(isRelease))),
    ];
    return { ...counts, faults };
  } finally {
    await server.close();
  }
}

/** The archive without the files that have errors; those are taken out of `files` too. */
async function accepted(contentDir: string, base: string, files: Files): Promise<LoadedArchive> {
  for (;;) {
    const archive = await loadArchive({ contentDir, base, now: Date.now() });
    if (archive.errors.length === 0) return archive;
    for (const file of new Set(archive.errors.map((error) => error.file))) {
      const path = relative(contentDir, file);
      if (!(path in files)) throw new Error(`check has an error in ${path}: ${archive.errors[0]?.message}`); // prettier-ignore
      delete files[path];
      await rm(file);
    }
  }
}

/** Builds as `npm run build` does; what goes wrong is reported. */
async function build(environment: Record<string, string>): Promise<string | undefined> {
  const { status, stdout, stderr } = await runCommand('build', [], { ...environment, DEBUG: '1' });
  const output = `${stdout}${stderr}`.replace(/^warning: .*\n/gm, '');
  return status === 0 ? undefined : `npm run build ends with ${status}:\n${output.slice(-3000)}`;
}

/** What is wrong with the site when every second release is taken out and it is built again. */
async function changedFaults(
  environment: { CONTENT_DIR: string; OUT_DIR: string },
  releases: readonly string[],
): Promise<string[]> {
  const { CONTENT_DIR, OUT_DIR } = environment;
  for (const path of releases.filter((_, n) => n % 2 === 1)) await rm(join(CONTENT_DIR, path));
  const built = await build(environment);
  if (built !== undefined) return [built];
  return findings('after a change', await verifyCopy(folderCopy(OUT_DIR)));
}

function findings(where: string, { missing, changed, added, problems }: CopyReport): string[] {
  return [
    ...missing.map((path) => `${path} is missing ${where}`),
    ...changed.map((path) => `${path} is changed ${where}`),
    ...added.map((path) => `${path} is added ${where}`),
    ...problems.map(({ path, message }) => `${path} ${message} (${where})`),
  ];
}

/** Former addresses that do not lead on, in the spellings in which browsers and servers know them. */
async function formerFaults(
  { releases }: LoadedArchive,
  contentDir: string,
  aliases: AnyArchive['aliases'],
  url: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { file, path: to, aliases: normalized = [] } of releases) {
    const written = aliases[relative(contentDir, file)] ?? [];
    if (written.length > 0 && normalized.length === 0) faults.push(`${file} has lost its aliases`);
    const spellings = normalized
      .filter(hasFormerPage)
      .flatMap((alias) => [alias, ...otherSpellings(alias)]);
    for (const alias of written.filter((one) => !one.includes('?'))) {
      const address = `${alias.trim().replace(/\s*\n\s*/g, ' ').replace(/\/$/, '')}/`; // prettier-ignore
      // An address with a % that encodes nothing is none that servers have to answer.
      if (isEncoded(address)) spellings.push(address.replace(/\/index\.html\/$/, '/'));
    }
    for (const alias of new Set(spellings)) {
      const response = await fetch(new URL(url.replace(/\/$/, '') + alias));
      const text = await response.text();
      if (
        response.status !== 200 ||
        !text.includes(`${new URL(url).pathname.replace(/\/$/, '')}${to}"`)
      ) {
        // prettier-ignore
        faults.push(`${alias} does not lead to ${to}: ${response.status}`);
      }
    }
  }
  return faults;
}

/** The same address with other digits in its encoding, with all of it encoded, and with what need not be. */
function otherSpellings(alias: string): string[] {
  const decoded = decodePath(alias) ?? '';
  return [
    alias.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
    decoded.split('/').map(encodeURIComponent).join('/'),
    encodeURI(decoded).replace(/[?#]/g, encodeURIComponent),
  ];
}

const isEncoded = (address: string) => !/%(?![\da-f]{2})/i.test(address);

/** What is wrong with pages, feeds and data, as programs read them. */
async function siteFaults(site: string, base: string): Promise<string[]> {
  const faults: string[] = [];
  const links = new LinkCheck(site, base);
  for await (const page of builtPages(site)) links.add(page);
  // `check` warns of links in texts that lead nowhere; they stay as issued.
  faults.push(...(await links.problems()).filter((fault) => !/^\/releases\/\d+\/\d+\/\d+\/[^/]+\/ links/.test(fault))); // prettier-ignore
  for (const file of filesBelow(site).filter((name) => /\.(?:xml|json)$/.test(name))) {
    const text = await readFile(join(site, file), 'utf8');
    const address = SITE_URL + base + encodePath(file);
    try {
      if (/(?:^|\/)rss\.xml$/.test(file)) faults.push(...rssProblems(text, address));
      else if (/(?:^|\/)feed\.json$/.test(file)) faults.push(...jsonFeedProblems(text, address));
      else if (file.endsWith('.json')) JSON.parse(text);
      else {
        const valid = XMLValidator.validate(text);
        if (valid !== true) faults.push(`${file} is not well-formed: ${JSON.stringify(valid)}`);
      }
    } catch (cause) {
      faults.push(`${file} cannot be read: ${String(cause)}`);
    }
  }
  return faults;
}
