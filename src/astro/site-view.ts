import {
  AXES,
  type Axis,
  type Period,
  periods,
  type Collection,
  collectionsOf,
} from '../archive/browse.ts';
import type { Connections } from '../archive/connections.ts';
import type { Release } from '../archive/release.ts';
import type { Publication } from '../publish/publication.ts';
import { sharePictureOf } from '../publish/share-picture/picture.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { publicationOf } from '../load/open-publication.ts';
import type { Settings } from '../settings.ts';
import type { Site } from '../archive/site.ts';
import type { ShownFault } from './preview-faults.ts';
import { lookOf, type SiteLook } from './site-look.ts';
import { wordsFor } from '../words/languages.ts';
import type { SiteWords } from '../words/words.ts';

/** What every page shows. */
export interface Frame {
  site: Site;
  /** Those with at least one collection. */
  axes: readonly Axis[];
  words: SiteWords;
  look: SiteLook;
  /** In a preview: all that is wrong in the archive. */
  faults?: ShownFault[];
}

/** What pages are made from, computed once for all of them. */
export interface SiteView {
  archive: LoadedArchive;
  frame: Frame;
  connect: (release: Release) => Connections;
  /** The archive as it is published for other programs. */
  publication: Publication;
  /** For the preview. It is here so that what draws is not bundled with pages. */
  drawSharePicture: (release: Release) => Promise<Uint8Array>;
  /** By axis, then by name. */
  collections: Record<Axis, Collection[]>;
  years: Period[];
  months: Period[];
  days: Period[];
  /** Digests of releases, and of what is made from one, for keys: see `keyed`. */
  digests: WeakMap<object, string>;
}

/** Makes the view of a loaded archive. */
export function viewOf(archive: LoadedArchive, settings: Settings): SiteView {
  const publication = publicationOf(archive, settings);
  const byAxis = Object.fromEntries(
    AXES.map((axis) => [axis, collectionsOf(archive, axis)]),
  ) as SiteView['collections'];
  return {
    archive,
    frame: {
      site: archive.site,
      axes: AXES.filter((axis) => byAxis[axis].length > 0),
      words: wordsFor(archive.site.language),
      look: lookOf(archive),
    },
    connect: publication.connect,
    publication,
    drawSharePicture: async (release) => {
      const { drawSharePicture } = await import('../publish/share-picture/draw.ts');
      return drawSharePicture(sharePictureOf(publication, release));
    },
    collections: byAxis,
    years: periods(archive.releases, 4),
    months: periods(archive.releases, 7),
    days: periods(archive.releases, 10),
    digests: new WeakMap(),
  };
}

/**
 * Pages are bundled separately from the build that runs them, so a module would exist twice, with two states.
 * The process has only one global object, so the view is passed through it.
 */
const SHARED = Symbol.for('on-the-record.site-view');
const shared = globalThis as { [SHARED]?: () => Promise<SiteView> };

/** Sets where pages get the view from; called by the build. */
export function provideView(get: () => Promise<SiteView>): void {
  shared[SHARED] = get;
}

/**
 * The view of the archive that is being built; called by pages.
 * @throws {Error} outside a build or a preview.
 */
export function siteView(): Promise<SiteView> {
  const get = shared[SHARED];
  if (get === undefined) throw new Error('No archive is open: pages are built by `npm run build`');
  return get();
}
