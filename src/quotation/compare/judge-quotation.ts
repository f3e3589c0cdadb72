import { alignWords, type NearPassage, type Difference, differencesIn } from './align-words.ts';
import { type ComparedRelease, type Lexicon, statementAt } from './compared-release.ts';
import { coverQuotation, type CoveringRun } from './cover-quotation.ts';
import { findExact, type Occurrence, patternOf, type QuotationPattern } from './find-exact.ts';
import { isShort, type ParsedQuotation } from './parse-quotation.ts';
import { type Understood, understoodIn } from './understood-differences.ts';

/** What can be said of a quotation: see README. */
export const ANSWERS = [
  'verbatim',
  'altered',
  'edited',
  'scattered',
  'common',
  'short',
  'none',
] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** A statement that has words of a quotation, or is near it. */
interface QuotationMatch {
  /** The id of its release. */
  release: string;
  /** Its own id. */
  statement: string;
  /** Its address. */
  url: string;
  /** Its words; none if it was removed since. */
  text: string;
  /** The words that it had when the quotation was right, and the last day on which it had them. */
  earlier?: { text: string; until: string };
}

/** The answer to a quotation. */
export interface QuotationAnswer {
  answer: AnswerKind;
  /** The best first. */
  matches: QuotationMatch[];
  /** In how many of the releases compared it is word for word. */
  releases: number;
  /** What does not count and differs; of the best match. */
  understood: Understood[];
  /** Where the best match differs, word by word, if the quotation is nearly its words. */
  differences?: Difference[];
}

/** In more releases a quotation is common: nobody can say which of them is meant. */
const MAX_RELEASES = 10;
const MAX_MATCHES = 10;
const MAX_NEAREST = 3;
/** Nearly the words of a statement are a quarter of them changed, or a few; and the more the same, the longer it is. */
const NEARLY = { cost: 0.25, same: 0.6 };
/** The changes that make a quotation an altered one, and not one of several pieces. */
const FEW_CHANGES = 3;
/** A statement that has less of a quotation is not near it. */
const NEAREST = 0.3;

/**
 * Compares a quotation with releases that may be its source.
 * @param releases all that may have it word for word or nearly, in the order in which equals are listed.
 * @param digest the id that the whole quotation would have as a statement, if that is known.
 */
export function judgeQuotation(
  quotation: ParsedQuotation,
  releases: readonly ComparedRelease[],
  lexicon: Lexicon,
  digest?: string,
): QuotationAnswer {
  const nothing = { matches: [], releases: 0, understood: [] };
  if (isShort(quotation)) return { answer: 'short', ...nothing };
  const pattern = patternOf(quotation, lexicon);
  const exact = releases
    .map((release) => ({ release, occurrences: findExact(pattern, release, lexicon) }))
    .filter(({ occurrences }) => occurrences.length > 0)
    .map((own) => ({ ...own, occurrences: wholeFirst(own.release, own.occurrences) }))
    .sort((a, b) => wholeness(b) - wholeness(a));
  const [first] = exact;
  if (first !== undefined) {
    const matches = exact.flatMap(({ release, occurrences }) => statementsOf(release, occurrences));
    const [best = []] = first.occurrences;
    return {
      answer: exact.length > MAX_RELEASES ? 'common' : 'verbatim',
      matches: matches.slice(0, MAX_MATCHES),
      releases: exact.length,
      understood: understoodIn(quotation, first.release, best),
    };
  }
  const before = judgeEarlier(quotation, releases, lexicon);
  if (before !== undefined) return before;
  const earlier = digest === undefined ? [] : releases.flatMap((one) => earlierIn(one, digest));
  if (earlier.length > 0) return { answer: 'edited', ...nothing, matches: earlier };
  return judgeNear(quotation, releases, lexicon);
}

/** Where a release has a quotation. */
interface Found {
  release: ComparedRelease;
  occurrences: readonly Occurrence[];
}

/** Whether a quotation is all of a statement: such ones come first. */
const wholeness = ({ release, occurrences: [first = []] }: Found) =>
  Number(isWhole(release, first));

const wholeFirst = (release: ComparedRelease, occurrences: readonly Occurrence[]) =>
  occurrences.toSorted((a, b) => Number(isWhole(release, b)) - Number(isWhole(release, a)));

function isWhole(release: ComparedRelease, occurrence: Occurrence): boolean {
  const [first, last] = [occurrence[0], occurrence.at(-1)];
  if (first === undefined || last === undefined) return false;
  const n = statementAt(release, first.start);
  return first.start === release.starts[n] && last.end >= (release.starts[n + 1] ?? 0);
}

/** The statements that occurrences are in, in order, each once. */
function statementsOf(
  release: ComparedRelease,
  occurrences: readonly Occurrence[],
): QuotationMatch[] {
  const places = new Set<number>();
  for (const { start, end } of occurrences.flat()) {
    for (let n = statementAt(release, start); n <= statementAt(release, end - 1); n++)
      places.add(n);
  }
  return [...places].flatMap((n) => matchOf(release, n));
}

function matchOf(release: ComparedRelease, n: number): QuotationMatch[] {
  const statement = release.statements[n];
  return statement === undefined ? [] : [matchWith(release, statement)];
}

const matchWith = (
  { release, url }: ComparedRelease,
  { id, text }: { id: string; text: string },
): QuotationMatch => ({ release, statement: id, url: `${url}#${id}`, text });

/**
 * Compares a quotation with what statements said before they were edited or removed, as far as that is known.
 * @returns undefined where none said so.
 */
export function judgeEarlier(
  quotation: ParsedQuotation,
  releases: readonly ComparedRelease[],
  lexicon: Lexicon,
): QuotationAnswer | undefined {
  if (releases.every(({ versions }) => versions.length === 0)) return undefined;
  const pattern = patternOf(quotation, lexicon);
  const matches = releases.flatMap((one) => earlierMatches(one, pattern, lexicon));
  if (matches.length === 0) return undefined;
  return { answer: 'edited', matches, releases: 0, understood: [] };
}

/** The statements that had a quotation word for word before an edit, by the words that they had. */
function earlierMatches(
  release: ComparedRelease,
  pattern: QuotationPattern,
  lexicon: Lexicon,
): QuotationMatch[] {
  const { statements, versions, earlier = [] } = release;
  const found = new Map<string, QuotationMatch>();
  for (const version of versions) {
    for (const match of statementsOf(version, findExact(pattern, version, lexicon))) {
      const { statement, text } = match;
      const wording = earlier.find((one) => one.statement === statement && one.text === text);
      const now = statements.find(({ id }) => id === statement)?.text ?? '';
      if (wording && text !== now && !found.has(statement)) {
        found.set(statement, { ...match, text: now, earlier: { text, until: wording.until } });
      }
    }
  }
  return [...found.values()];
}

/** The statements whose id was made of other words than they have now, or that were removed. */
function earlierIn(release: ComparedRelease, digest: string): QuotationMatch[] {
  const isOf = (id: string) => id.startsWith(digest);
  const edited = release.statements.filter(
    ({ id, digest: present = id, former = [] }) =>
      (isOf(id) && !isOf(present)) || former.some(isOf),
  );
  const removed = (release.removed ?? []).filter(isOf).map((id) => ({ id, text: '' }));
  return [...edited, ...removed].map((statement) => matchWith(release, statement));
}

function judgeNear(
  quotation: ParsedQuotation,
  releases: readonly ComparedRelease[],
  lexicon: Lexicon,
): QuotationAnswer {
  const aligned = releases
    .map((release) => alignWords(quotation, release, lexicon))
    .filter((own) => own !== undefined)
    .sort((a, b) => a.cost - b.cost || b.same - a.same);
  const count = quotation.keys.length;
  const [best] = aligned;
  const understood: Understood[] = [];
  const isNear = ({ cost, same }: NearPassage) =>
    same >= NEARLY.same * count && cost <= Math.max(FEW_CHANGES, NEARLY.cost * count);
  if (best === undefined || best.cost > FEW_CHANGES) {
    const pieces = scatteredIn(quotation, releases, lexicon);
    if (pieces !== undefined) {
      const matches = pieces.flatMap(({ release, word }) =>
        matchOf(release, statementAt(release, word)),
      );
      const isOne = new Set(matches.map(({ release }) => release)).size === 1;
      // All in one release, but in another order or with something between that nothing stands for.
      return { answer: isOne ? 'altered' : 'scattered', matches, releases: 0, understood };
    }
  }
  const near = aligned.filter(isNear);
  if (best !== undefined && near.includes(best)) {
    const matches = near
      .filter(({ cost }) => cost <= best.cost + FEW_CHANGES)
      .slice(0, MAX_NEAREST)
      .flatMap(({ release, statement }) => matchOf(release, statement));
    const differences = differencesIn(best, quotation);
    return { answer: 'altered', matches, releases: 0, understood, differences };
  }
  const matches = aligned
    .filter(({ same }) => same >= NEAREST * count)
    .slice(0, MAX_NEAREST)
    .flatMap(({ release, statement }) => matchOf(release, statement));
  return { answer: 'none', matches, releases: 0, understood };
}

/** The pieces that a quotation is put together from: of one release if one has all of them. */
function scatteredIn(
  quotation: ParsedQuotation,
  releases: readonly ComparedRelease[],
  lexicon: Lexicon,
): CoveringRun[] | undefined {
  const cover = coverQuotation(quotation, releases, lexicon);
  if (cover === undefined) return undefined;
  for (const release of new Set([...cover.map((run) => run.release), ...releases])) {
    const own = coverQuotation(quotation, [release], lexicon);
    if (own !== undefined) return own;
  }
  return cover;
}
