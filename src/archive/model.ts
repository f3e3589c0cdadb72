import type { HeldRelease } from './held-releases.ts';
import type { Caucus, Office } from './issuer.ts';
import type { Release } from './release.ts';
import type { Site } from './site.ts';

/** The whole archive but for the bodies: what pages, feeds and search are made from. */
export interface Archive {
  site: Site;
  /** Newest first; within a day by id. */
  releases: Release[];
  byId: ReadonlyMap<string, Release>;
  offices: ReadonlyMap<string, Office>;
  caucuses: ReadonlyMap<string, Caucus>;
  /** Releases that are not published yet, by id: the archive leaves them out of everything, but in a preview of all. */
  held: HeldRelease[];
}
