import { basename, join } from 'node:path';
import { listContent } from '../archive/content-folder.ts';
import type { Day } from '../archive/day.ts';
import { caucusSchema, officeSchema, presentSlugs } from '../archive/issuer.ts';
import type { KnownIssuers } from '../archive/new-release.ts';
import { newestReleases } from '../archive/newest-releases.ts';
import type { Problem } from '../archive/problem.ts';
import type { Release } from '../archive/release.ts';
import { readIssuers, readSite } from './read-yaml-files.ts';

/** What is needed to add to an archive: quick to open, however many releases it holds. */
export interface ContentIndex {
  known: KnownIssuers;
  /** In which the archive's days begin and end. */
  timeZone: string;
  /** The file that has this id, whichever folder it lies in. */
  fileOf(id: string): string | undefined;
  /** Releases up to a day, newest first and read one by one; of `office` alone where it is given. */
  newest(until: Day, office?: string): IteratorObject<Release>;
}

/**
 * Opens a content folder to add a release to it.
 * @returns the index, and what is wrong with `site.yaml`.
 * @throws {Error} if there is no such folder.
 */
export async function openContentIndex(
  contentDir: string,
): Promise<{ index: ContentIndex; errors: Problem[] }> {
  const files = await listContent(contentDir);
  const errors: Problem[] = [];
  const { timezone } = await readSite(contentDir, errors);
  // What is wrong with an office's own file is for `check` to report: its slug is valid all the same.
  const offices = await readIssuers(contentDir, files.offices, officeSchema, []);
  const caucuses = await readIssuers(contentDir, files.caucuses, caucusSchema, []);
  const present = presentSlugs(offices);
  const byId = new Map(files.releases.map((path) => [basename(path, '.md'), path]));
  const index: ContentIndex = {
    known: {
      offices: files.hasOffices ? offices : undefined,
      caucuses: files.hasCaucuses ? caucuses : undefined,
    },
    timeZone: timezone,
    fileOf: (id) => {
      const path = byId.get(id);
      return path && join(contentDir, path);
    },
    newest: (until, office) => {
      const { aliases = [] } = offices.get(office ?? '') ?? {};
      const names = office === undefined ? undefined : [office, ...aliases];
      return newestReleases(contentDir, files.releases, { until, offices: names }).map(
        (release) => ({
          ...release,
          office: release.office.map((slug) => present.get(slug) ?? slug),
        }),
      );
    },
  };
  return { index, errors };
}
