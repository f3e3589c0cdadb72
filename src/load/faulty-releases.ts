import { isReleaseId } from '../archive/fields.ts';
import { releasePath } from '../archive/release.ts';
import type { ProcessedRelease } from './read-release.ts';

/** What a preview can show of a release whose fields are faulty. */
export interface FaultyRelease {
  /** As problems name it. */
  file: string;
  /** The address that it will have. */
  path: string;
  /** Its text, if that could be found. */
  html: string;
}

/** The releases whose fields are faulty; one whose name is faulty as well has no address. */
export const faultyReleases = (
  releases: readonly Pick<ProcessedRelease, 'id' | 'file' | 'release' | 'body'>[],
): FaultyRelease[] =>
  releases
    .filter(({ id, release }) => release === undefined && isReleaseId(id))
    .map(({ id, file, body }) => ({ file, path: releasePath(id), html: body?.html ?? '' }));
