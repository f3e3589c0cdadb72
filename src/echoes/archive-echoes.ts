import type { Release } from '../archive/release.ts';
import { type ComparedTexts, comparedTexts, findNearTexts, type NearTexts } from './near-texts.ts';
import type { ReleaseSketch } from './sketch.ts';
import { TextTable } from './text-table.ts';
import { wordPairs } from './word-pairs.ts';

/** A statement of another release, with the same words or nearly the same. */
export interface Echo {
  release: Release;
  /** Its id in that release. */
  statement: string;
  isNear: boolean;
}

/** Where else a statement is. */
interface StatementEchoes {
  statement: string;
  /** Whether its words, or nearly the same, are in so many releases of one office that they are no news. */
  isBoilerplate: boolean;
  /** One for each other release, the oldest first, `MAX_ECHOES` at most; of boilerplate they are not listed. */
  echoes: Echo[];
}

/** What a release has in common with others. */
export interface ReleaseEchoes {
  /** Those that are in other releases too, in order. */
  statements: StatementEchoes[];
  /** Releases that are nearly the same, the oldest first. */
  alike: Release[];
}

interface EchoOptions {
  /** All that may be named; none that is not published. */
  releases: readonly Release[];
  sketchOf: (id: string) => ReleaseSketch | undefined;
  /** The words of a release's statements, by their ids. */
  textsOf: (id: string) => ReadonlyMap<string, string>;
  /** What is in more releases of one office is boilerplate. */
  boilerplate: number;
  /** From an earlier build. */
  known: ComparedTexts | undefined;
}

/** The echoes of an archive. */
export interface ArchiveEchoes {
  of: (release: Release) => ReleaseEchoes | undefined;
  /** For the next build; undefined where that is what was known before. */
  compared: ComparedTexts | undefined;
}

/** Of the statements of a release, not counting boilerplate, another one that is nearly the same has this share. */
const ALIKE = 0.75;
/**
 * Of a statement that is in more other releases, these are the oldest. A number without a bound would make the work grow
 * with its square where thousands of releases have the same words; nobody lists or counts so many.
 */
export const MAX_ECHOES = 50;
/** Fewer statements in common are no likeness of whole releases. */
const MIN_ALIKE = 2;

/** Finds which statements of an archive are also in other releases. A release that was withdrawn has no part in it. */
export function findEchoes(options: EchoOptions): ArchiveEchoes {
  const releases = options.releases.filter(({ withdrawn }) => withdrawn === undefined);
  const sketches = releases.map(({ id }) => options.sketchOf(id));
  const table = new TextTable(sketches);
  const near = findNearTexts(table, wordReader(options, table, releases, sketches), options.known);
  const echoes = new Echoes(releases, sketches, table, near, options.boilerplate);
  const numbers = new Map(releases.map(({ id }, n) => [id, n]));
  return {
    of({ id }) {
      const number = numbers.get(id);
      return number === undefined ? undefined : echoes.of(number);
    },
    compared: near.isUnchanged ? undefined : comparedTexts(table, near),
  };
}

const idAt = (sketch: ReleaseSketch | undefined, place: number) =>
  sketch?.ids.split(' ')[place] ?? '';

/** Reads each release once, whatever texts of it are asked for. */
const wordReader =
  (
    { textsOf }: EchoOptions,
    table: TextTable,
    releases: readonly Release[],
    sketches: readonly (ReleaseSketch | undefined)[],
  ) =>
  (texts: ReadonlySet<number>) => {
    const words = new Map<number, Uint32Array>();
    const byRelease = Map.groupBy(texts, (text) => table.placeOf(text).release);
    for (const [release, some] of byRelease) {
      const known = textsOf(releases[release]?.id ?? '');
      for (const text of some) {
        const id = idAt(sketches[release], table.placeOf(text).statement);
        const pairs = wordPairs(known.get(id) ?? '');
        if (pairs) words.set(text, pairs);
      }
    }
    return words;
  };

/** A statement of a release, by the numbers of both, and how old the release is among all. */
interface Place {
  release: number;
  statement: number;
  age: number;
}

class Echoes {
  readonly #boilerplate = new Map<number, boolean>();
  /** Of texts in more than one place, the oldest places. */
  readonly #oldest = new Map<number, readonly Place[]>();
  /** By release: 0 for the oldest. */
  readonly #ages: Uint32Array;
  readonly #releases: readonly Release[];
  readonly #sketches: readonly (ReleaseSketch | undefined)[];
  readonly #table: TextTable;
  readonly #near: NearTexts;
  readonly #max: number;

  constructor(
    releases: readonly Release[],
    sketches: readonly (ReleaseSketch | undefined)[],
    table: TextTable,
    near: NearTexts,
    max: number,
  ) {
    this.#releases = releases;
    this.#sketches = sketches;
    this.#table = table;
    this.#near = near;
    this.#max = max;
    this.#ages = new Uint32Array(releases.length);
    const byAge = [...releases.entries()].sort(([, a], [, b]) => oldestFirst(a, b));
    for (const [age, [release]] of byAge.entries()) this.#ages[release] = age;
  }

  of(release: number): ReleaseEchoes | undefined {
    const ids = this.#sketches[release]?.ids.split(' ') ?? [];
    const statements: StatementEchoes[] = [];
    for (const [n, text] of this.#table.textsOf(release).entries()) {
      const statement = ids[n] ?? '';
      if (this.#isBoilerplate(text)) {
        statements.push({ statement, isBoilerplate: true, echoes: [] });
        continue;
      }
      const echoes = this.#echoesOf(text, release);
      if (echoes.length > 0) statements.push({ statement, isBoilerplate: false, echoes });
    }
    if (statements.length === 0) return undefined;
    return { statements, alike: this.#alike(release) };
  }

  #textsLike = (text: number) => this.#near.byText.get(text) ?? [];

  #echoesOf = (text: number, release: number): Echo[] =>
    this.#placesLike(text, release).map((place) => ({
      release: this.#releases[place.release] as Release,
      statement: idAt(this.#sketches[place.release], place.statement),
      isNear: place.isNear,
    }));

  /** The oldest other releases, each with the place where it has the text or the first that is nearly the same. */
  #placesLike(text: number, release: number) {
    const places = new Map<number, Place & { isNear: boolean }>();
    for (const other of [text, ...this.#textsLike(text)]) {
      for (const place of this.#oldestPlaces(other)) {
        if (place.release === release || places.has(place.release)) continue;
        places.set(place.release, { ...place, isNear: other !== text });
      }
    }
    return [...places.values()].sort((a, b) => a.age - b.age).slice(0, MAX_ECHOES);
  }

  /** The oldest releases that have a text, one more than are listed, each with its first place. */
  #oldestPlaces(text: number): readonly Place[] {
    const before = this.#oldest.get(text);
    if (before !== undefined) return before;
    const places = new Map<number, Place>();
    for (const { release, statement } of this.#table.placesOf(text)) {
      if (places.has(release)) continue;
      places.set(release, { release, statement, age: this.#ages[release] ?? 0 });
    }
    const oldest = [...places.values()].sort((a, b) => a.age - b.age).slice(0, MAX_ECHOES + 1);
    if (this.#table.isRepeated(text)) this.#oldest.set(text, oldest);
    return oldest;
  }

  #isBoilerplate = (text: number) =>
    this.#isRepeatedOften(text) ||
    this.#textsLike(text).some((other) => this.#isRepeatedOften(other));

  /** Whether one office has these very words in more releases than may be. */
  #isRepeatedOften(text: number): boolean {
    if (!this.#table.isRepeated(text)) return false;
    const before = this.#boilerplate.get(text);
    if (before !== undefined) return before;
    const releases = new Set([...this.#table.placesOf(text)].map(({ release }) => release));
    const counts = new Map<string, number>();
    for (const release of releases.size > this.#max ? releases : []) {
      for (const office of this.#releases[release]?.office ?? []) {
        counts.set(office, (counts.get(office) ?? 0) + 1);
      }
    }
    const isOften = [...counts.values()].some((count) => count > this.#max);
    this.#boilerplate.set(text, isOften);
    return isOften;
  }

  #textsThatCount = (release: number) =>
    [...this.#table.textsOf(release)].filter((text) => !this.#isBoilerplate(text));

  /** Releases that have most statements of this one, and of which this one has most. */
  #alike(release: number): Release[] {
    const own = this.#textsThatCount(release);
    const least = Math.max(MIN_ALIKE, own.length * ALIKE);
    const shared = new Map<number, number>();
    for (const text of own) {
      for (const place of this.#placesLike(text, release)) {
        shared.set(place.release, (shared.get(place.release) ?? 0) + 1);
      }
    }
    const texts = new Set(this.#table.textsOf(release));
    const isHere = (text: number) =>
      texts.has(text) || this.#textsLike(text).some((other) => texts.has(other));
    const isAlike = ([other, count]: [number, number]) => {
      if (count < least) return false;
      const others = this.#textsThatCount(other);
      return others.filter(isHere).length >= others.length * ALIKE;
    };
    return [...shared]
      .filter(isAlike)
      .map(([other]) => this.#releases[other] as Release)
      .sort(oldestFirst);
  }
}

function oldestFirst(a: Release, b: Release): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
