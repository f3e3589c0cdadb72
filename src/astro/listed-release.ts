import { createHash } from 'node:crypto';
import { saidBy } from '../archive/attributions.ts';
import { displayName, collectionPath } from '../archive/browse.ts';
import { heldIn, type HeldRelease } from '../archive/held-releases.ts';
import type { Release } from '../archive/release.ts';
import type { SiteView } from './site-view.ts';

/** A name and the path of its page, below the site's base. */
export interface Named {
  name: string;
  path: string;
}

/** A release as lists show it. */
export interface ListedRelease {
  path: string;
  title: string;
  /** `2017-11-22` */
  date: string;
  /** A BCP 47 tag. */
  language: string;
  excerpt: string;
  offices: Named[];
  isWithdrawn: boolean;
  isCorrected: boolean;
  isArchived?: true;
  /** On the page of a speaker: what the person says in it. */
  said?: SaidInRelease;
  /** In a preview: that it is not published. */
  isDraft?: true;
  isHeld?: true;
}

/** What somebody says in a release. */
interface SaidInRelease {
  /** The first statements, each by its id and its first words. */
  statements: { id: string; excerpt: string }[];
  /** How many others there are. */
  more: number;
  /** Whether only rules have found that the person speaks. */
  isInferred: boolean;
}

/** Statements that a list shows of one release. */
const MAX_SAID = 5;

const made = new WeakMap<Release, ListedRelease>(); // one for each release, however many lists have it

/** Releases as lists show them; a page's key depends on nothing else of a release in a list. */
export const listed = (view: SiteView, releases: readonly Release[]): ListedRelease[] =>
  releases.map((release) => {
    const item = made.get(release) ?? listedRelease(view, release);
    made.set(release, item);
    if (!view.digests.has(item)) {
      view.digests.set(item, createHash('sha256').update(JSON.stringify(item)).digest('base64url'));
    }
    return item;
  });

/** Releases that quote somebody, with what the person says in them. @param slug of the speaker. */
export const listedWithWords = (
  view: SiteView,
  releases: readonly Release[],
  slug: string,
): ListedRelease[] =>
  listed(view, releases).map((item, n) => {
    const release = releases[n];
    const said = release === undefined ? [] : saidBy(release, slug);
    if (said.length === 0) return item;
    const statements = said.slice(0, MAX_SAID).map(({ statement, excerpt }) => {
      return { id: statement, excerpt };
    });
    const isInferred = said.every(({ inferred }) => inferred !== undefined);
    return { ...item, said: { statements, more: said.length - statements.length, isInferred } };
  });

function listedRelease({ archive }: SiteView, release: Release): ListedRelease {
  const { id, path, title, date, language, office, withdrawn, corrections, isArchived } = release;
  return {
    path,
    title,
    date,
    language: language ?? archive.site.language,
    excerpt: archive.bodies.get(id)?.excerpt ?? '',
    offices: office.map((slug) => ({
      name: displayName(archive, 'offices', slug),
      path: collectionPath('offices', slug),
    })),
    isWithdrawn: withdrawn !== undefined,
    isCorrected: corrections !== undefined,
    ...(isArchived && { isArchived }),
    ...heldMark(heldIn(archive, release)),
  };
}

function heldMark(held: HeldRelease | undefined): Pick<ListedRelease, 'isDraft' | 'isHeld'> {
  if (held === undefined) return {};
  return held.until === undefined ? { isDraft: true } : { isHeld: true };
}
