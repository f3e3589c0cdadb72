import type { HeldRelease } from './held-releases.ts';
import type { Caucus, Office } from './issuer.ts';
import type { Release } from './release.ts';
import type { Site } from './site.ts';

/** A page of the archive's own, such as its privacy notice. */
export interface OwnPage {
  /** Below the site's base: `/privacy/` for `pages/privacy.md`. */
  path: string;
  title: string;
  /** Whether it is in the navigation at the top. */
  isInNav: boolean;
  /** Its place among the others; infinite where it has none of its own. */
  order: number;
  isDraft: boolean;
  /** Of its words, as a BCP 47 tag, where it is not that of the site. */
  language?: string;
}

/** The whole archive but for the bodies: what pages, feeds and search are made from. */
export interface Archive {
  site: Site;
  /** Newest first; within a day by id. */
  releases: Release[];
  byId: ReadonlyMap<string, Release>;
  offices: ReadonlyMap<string, Office>;
  caucuses: ReadonlyMap<string, Caucus>;
  /** Pages such as its privacy notice, in their order. */
  ownPages: readonly OwnPage[];
  /** Releases that are not published yet, by id: the archive leaves them out of everything, but in a preview of all. */
  held: HeldRelease[];
}
