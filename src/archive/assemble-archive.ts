import { isOwnPath, pagePaths } from './addresses.ts';
import type { Archive, OwnPage } from './model.ts';
import type { Site } from './site.ts';
import { withContactOffices } from './contact-offices.ts';
import { formerPages } from './former-addresses.ts';
import { withPresentIssuers } from './former-issuers.ts';
import type { Caucus, Office } from './issuer.ts';
import { fieldsWith } from './frontmatter.ts';
import { heldAt, yearFaultAt } from './held-releases.ts';
import { withOffset } from './instant.ts';
import { findIssuerByWords, type Issuers } from './new-release.ts';
import { nearest } from './nearest.ts';
import { decodePath, pathKey } from './path-encoding.ts';
import type { Problem } from './problem.ts';
import type { ValidRelease, ReadRelease, Release } from './release.ts';

export interface ArchiveParts {
  site: Site;
  offices: ReadonlyMap<string, Office>;
  caucuses: ReadonlyMap<string, Caucus>;
  /** Whether there are such folders: without one, any slug is valid. */
  hasOffices: boolean;
  hasCaucuses: boolean;
  ownPages?: readonly OwnPage[];
  /** The files below `media/`. */
  media: { has(path: string): boolean; keys(): Iterable<string> };
  releases: ReadRelease[];
  /** The instant of the build, in milliseconds since 1970: what is to come out later is held back. */
  now: number;
  /** For a preview: releases that are held back are in the archive all the same. */
  withHeld?: boolean | undefined;
  /** For a preview, which shows what it can: names that lead nowhere are left out of releases. */
  dropsDangling?: boolean | undefined;
}

const RELEASE_REFERENCES = fieldsWith('refersTo', 'releases');
type ReleaseReference = (typeof RELEASE_REFERENCES)[number];

/** Newest first; within a day by id, in the order of code points. */
function newestFirst(a: Release, b: Release): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/**
 * Puts an archive together and checks what no single file shows: ids that two files share, names
 * that lead nowhere, addresses that two pages want.
 */
export function assembleArchive(parts: ArchiveParts): {
  archive: Archive;
  problems: Problem[];
  warnings: Problem[];
} {
  const { site, offices, caucuses, media, now } = parts;
  const { read: present, warnings } = withPresentIssuers(
    parts.releases.filter((one): one is ValidRelease => one.release !== undefined),
    parts,
  );
  const { read, problems: ofContacts } = parts.hasOffices
    ? withContactOffices(present, offices)
    : { read: present, problems: [] };
  const { files, problems } = filesById(parts.releases);
  problems.push(...ofContacts);
  const known: Known = {
    offices: parts.hasOffices && offices,
    caucuses: parts.hasCaucuses && caucuses,
    ids: files,
    media,
  };
  const clock = { now, timezone: site.timezone };
  const yearFault = yearFaultAt(clock, site.since);
  for (const one of read) {
    problems.push(...checkYear(one, yearFault), ...checkReferences(one, known));
  }
  problems.push(...checkAliases(read, parts));

  const all = [
    ...new Map(read.toReversed().map(({ release }) => [release.id, release])).values(),
  ].map((release) => withEmbargoIn(site.timezone, release));
  const held = all
    .map(heldAt(clock))
    .filter((one) => one !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const hidden = new Set(parts.withHeld ? [] : held.map(({ id }) => id));
  const shown = all.filter(({ id }) => !hidden.has(id));
  const ids = new Set(shown.map(({ id }) => id));
  const isNamed = (id: string) => (parts.dropsDangling ? ids.has(id) : !hidden.has(id));
  const releases = shown
    .map((release) => withNames(isNamed, release))
    .map((release) => (parts.dropsDangling ? withFilesOf(media, release) : release))
    .sort(newestFirst);
  return {
    archive: {
      site,
      releases,
      byId: new Map(releases.map((release) => [release.id, release])),
      offices,
      caucuses,
      ownPages: parts.ownPages ?? [],
      held,
    },
    problems,
    warnings,
  };
}

/** The file of each id, those included that cannot be read, and an error for each further one. */
function filesById(releases: readonly ReadRelease[]) {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, file } of releases) {
    const first = files.get(id);
    if (first === undefined) {
      files.set(id, file);
      continue;
    }
    const hint = 'an id is for one release in the whole archive: rename one of the two files';
    problems.push({ file, line: 1, field: 'file', message: `has the name of ${first}`, hint });
  }
  return { files, problems };
}

/**
 * The release without what it says of some others: of those that are held back even the ids would announce them.
 * @param isNamed whether it may name one.
 */
function withNames(isNamed: (id: string) => boolean, release: Release): Release {
  const idsIn = (field: ReleaseReference) => [release[field] ?? []].flat();
  if (RELEASE_REFERENCES.flatMap(idsIn).every(isNamed)) return release;
  const changed = { ...release };
  for (const field of RELEASE_REFERENCES) {
    delete changed[field];
    const ids = idsIn(field).filter(isNamed);
    const value = Array.isArray(release[field]) ? ids : ids[0];
    if (ids.length > 0) Object.assign(changed, { [field]: value });
  }
  return changed;
}

/** The release without attachments that do not exist. */
function withFilesOf(media: ArchiveParts['media'], release: Release): Release {
  const { attachments, ...rest } = release;
  const present = attachments?.filter(({ file }) => media.has(file)) ?? [];
  return present.length > 0 ? { ...rest, attachments: present } : rest;
}

/** The release with an embargo that is the same everywhere. */
const withEmbargoIn = (timeZone: string, release: Release): Release =>
  release.embargo === undefined
    ? release
    : { ...release, embargo: withOffset(release.embargo, timeZone) };

const lineOf = (lines: ReadRelease['lines'], field: string, n: number) =>
  lines[`${field}.${n}`] ?? lines[field] ?? 1;

interface Known {
  offices: ReadonlyMap<string, Office> | false;
  caucuses: ReadonlyMap<string, Caucus> | false;
  ids: ReadonlyMap<string, string>;
  media: ArchiveParts['media'];
}

/** A year that can only be a slip. */
function checkYear(
  { release, lines }: ValidRelease,
  yearFault: ReturnType<typeof yearFaultAt>,
): Problem[] {
  const fault = yearFault(release.date);
  if (fault === undefined) return [];
  return [{ file: release.file, line: lines['date'] ?? 1, field: 'date', ...fault }];
}

/** Names in a release that nothing answers to. */
function checkReferences({ release, lines }: ValidRelease, known: Known): Problem[] {
  const problems: Problem[] = [];
  const report = (field: string, n: number, message: string, hint: string) =>
    problems.push({ file: release.file, line: lineOf(lines, field, n), field, message, hint });

  function checkIssuers(field: 'office' | 'caucus', folder: string, files: Issuers | false) {
    if (files === false) return; // without a folder any slug is valid
    for (const [n, slug] of (release[field] ?? []).entries()) {
      if (files.has(slug)) continue;
      const byName = findIssuerByWords(slug, files);
      const meant = files.has(byName) ? byName : nearest(slug, files.keys());
      const ask = meant ? `did you mean ${meant}? If not, ` : '';
      report(
        field,
        n,
        `names ${slug}, which has no file ${folder}/${slug}.yaml`,
        `${ask}write that file with name: in it`,
      );
    }
  }
  checkIssuers('office', 'offices', known.offices);
  checkIssuers('caucus', 'caucuses', known.caucuses);

  for (const field of RELEASE_REFERENCES) {
    const ids = [release[field] ?? []].flat();
    for (const [n, id] of ids.entries()) {
      if (id === release.id) {
        report(field, n, 'refers to the release itself', 'delete it');
      } else if (!known.ids.has(id)) {
        const meant = nearest(id, known.ids.keys());
        const hint = meant
          ? `did you mean ${meant}?`
          : 'give the name of a file under releases/ without .md';
        report(field, n, `refers to ${id}, which is not in the archive`, hint);
      }
    }
  }
  for (const [n, { file }] of (release.attachments ?? []).entries()) {
    if (known.media.has(file)) continue;
    const meant = nearest(file, known.media.keys());
    const [name = ''] = file.split(/[/\\]/).slice(-1);
    const isElsewhere = /\\|^[a-z]:|^[/~]/i.test(file); // on somebody's computer
    const hint = meant
      ? `did you mean ${meant}? Capital letters count`
      : isElsewhere
        ? `put the file into media/, and write its path from there, as in ${name}`
        : 'put the file there';
    report('attachments', n, `refers to media/${file}, which does not exist`, hint);
  }
  return problems;
}

/** Former addresses that two releases claim, or that a page of the archive has. */
function checkAliases(
  read: ValidRelease[],
  { offices, caucuses, ownPages = [] }: ArchiveParts,
): Problem[] {
  const releases = read.map(({ release }) => release);
  const owners = new Map(releases.map(({ path, file }) => [pathKey(path), { path, file }]));
  const former = [...formerPages('offices', offices), ...formerPages('caucuses', caucuses)];
  const pages = new Set(
    [
      ...pagePaths({ releases, offices, caucuses, ownPages }),
      ...former.map(({ path }) => path),
    ].map(pathKey),
  );
  return read.flatMap(({ release, lines }) =>
    (release.aliases ?? []).flatMap((alias, n): Problem[] => {
      const { file } = release;
      const path = decodePath(alias) ?? alias;
      const key = pathKey(path);
      const owner = owners.get(key);
      const isTaken = pages.has(key) || isOwnPath(path);
      // Of one release two addresses may differ in capital letters alone: both lead to it.
      if (!isTaken && (owner === undefined || owner.file === file)) {
        owners.set(key, { path, file });
        return [];
      }
      const whose =
        owner?.file === file
          ? 'its own address'
          : `the address of ${owner?.file ?? 'another page'}`;
      const isSame = owner === undefined || owner.path === path;
      const message = `claims ${path}, ${whose}${isSame ? '' : ` (${owner.path})`}`;
      const hint = isSame
        ? 'remove it: an address that is in use cannot redirect to this release'
        : 'remove it: on some disks two paths that differ only in capital letters or accents are one file';
      return [{ file, line: lineOf(lines, 'aliases', n), field: 'aliases', message, hint }];
    }),
  );
}
