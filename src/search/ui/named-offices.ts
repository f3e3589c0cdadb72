import type { FacetName } from '../catalogue.ts';
import { foldText } from '../fold-text.ts';
import type { FoundReleases } from './find-releases.ts';
import type { Part } from './query-part.ts';
import type { Match } from './rank-releases.ts';
import type { ReleaseRows } from './release-rows.ts';

/** An office that a search names, by its own name or by its member's. */
export interface NamedOffice {
  slug: string;
  name: string;
  /** The parts of the query that name it. */
  parts: readonly Part[];
}

/** Behind a surname. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|mp)$/;
const MIN_SURNAME = 3; // letters
/** So many words in a row that the archive has are a quotation, and not a name and a subject. */
const MIN_QUOTED = 4;
/** Fewer releases that have the words side by side say nothing of them. */
const MIN_ROWS = 3;
/**
 * The least share that an office's releases have of all that have its name: of those with "green" the member of
 * that name has issued few.
 */
const MIN_SHARE = 0.05;

/**
 * The offices that some words name: by all words of a name in a row, or by a member's surname. Where a whole
 * name is typed, others with the same surname are not meant.
 * @param typed the plain words of a search, in order.
 */
export function namedOffices(typed: readonly Part[], offices: readonly FacetName[]): NamedOffice[] {
  const words = typed.map(({ value }) => foldName(value));
  const named = offices.flatMap(([slug, name, member]): NamedOffice[] => {
    const whole = [name, member ?? ''].map((own) => placesOf(namesIn(own), words));
    const surname = namesIn(member ?? '').findLast((own) => !SUFFIX.test(own)) ?? '';
    const last = surname.length < MIN_SURNAME ? [] : placesOf([surname], words);
    const found = [...whole, last].sort((a, b) => b.length - a.length)[0] ?? [];
    const parts = typed.filter((_, n) => found.includes(n));
    return found.length === 0 ? [] : [{ slug, name, parts }];
  });
  const longest = Math.max(0, ...named.map(({ parts: { length } }) => length));
  return named.filter(({ parts: { length } }) => length === longest);
}

/**
 * Puts the releases of named offices first, unless the name is likely a word as any other.
 * @returns the results and the offices whose releases come first.
 */
export function putNamedFirst(
  { results, inRow, plain, found }: FoundReleases,
  named: readonly NamedOffice[],
  rows: Pick<ReleaseRows, 'hasOneOf' | 'names'>,
): { results: readonly Match[]; named: readonly NamedOffice[] } {
  const slugs = new Set(named.map(({ slug }) => slug));
  const places = new Set(
    rows.names.office.flatMap(([slug], place) => (slugs.has(slug) ? [place] : [])),
  );
  const isOfNamed = (page: number) => rows.hasOneOf('office', page, places);
  const [part] = named.flatMap(({ parts }) => parts.slice(-1));
  const withName = part && found.get(part)?.postings.pages;
  const isMeant =
    withName !== undefined &&
    areMeant(isOfNamed, { results, inRow, length: plain.length }, withName);
  if (!isMeant) return { results, named: [] };
  const marked = results.map((match) => ({ ...match, isOfNamed: isOfNamed(match.page) }));
  const sorted = marked.sort((a, b) => Number(b.isOfNamed) - Number(a.isOfNamed));
  return { results: sorted, named };
}

/** Whether the releases of named offices shall come first, or the name is likely a word as any other. */
function areMeant(
  isOfNamed: (page: number) => boolean,
  { results, inRow, length }: Pick<FoundReleases, 'results' | 'inRow'> & { length: number },
  withName: Uint32Array,
): boolean {
  const own = results.filter(({ page }) => isOfNamed(page)).length;
  if (own === 0) return false;
  if (length >= MIN_QUOTED && inRow > 0) return false;
  if (withName.filter(isOfNamed).length < MIN_SHARE * withName.length) return false;
  // Most releases have the words side by side, as in "Walter Reed", and others have issued them.
  const rows = results.slice(0, inRow);
  const ownRows = rows.filter(({ page }) => isOfNamed(page)).length;
  const isPhrase = rows.length >= MIN_ROWS && 2 * rows.length >= results.length;
  return !isPhrase || 2 * ownRows >= rows.length;
}

/** A word as names are compared: without case, accents, a possessive and punctuation. */
const foldName = (word: string) =>
  foldText(word)
    .replace(/['’]s?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const namesIn = (name: string) =>
  name
    .split(/[\s,]+/)
    .map(foldName)
    .filter(Boolean);

/** The places of words that are in a row among others; none if they are not. */
function placesOf(some: readonly string[], words: readonly string[]): number[] {
  if (some.length === 0) return [];
  const start = words.findIndex((_, n) => some.every((own, m) => words[n + m] === own));
  return start < 0 ? [] : some.map((_, n) => start + n);
}
