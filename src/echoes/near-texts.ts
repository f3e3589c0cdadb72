import { BANDS, DIGEST_LENGTH } from './sketch.ts';
import type { TextTable } from './text-table.ts';
import { areNear } from './word-pairs.ts';

/**
 * Texts that were compared with each other, and which of them are nearly the same. Whether two are depends on these
 * two alone, so a build compares only texts that are new with all others, and finds what it would find from nothing.
 */
export interface ComparedTexts {
  /** The digests of all texts, one after the other. */
  digests: Uint32Array;
  /** Pairs of places among them, one after the other. */
  near: Uint32Array;
}

/** What is known of the texts of an archive. */
export interface NearTexts {
  /** By text: the others that are nearly the same. */
  byText: ReadonlyMap<number, readonly number[]>;
  /** Whether all was known before. */
  isUnchanged: boolean;
}

/**
 * @param wordsOf reads texts, to their pairs of words.
 * @param known from an earlier build.
 */
export function findNearTexts(
  table: TextTable,
  wordsOf: (texts: ReadonlySet<number>) => ReadonlyMap<number, Uint32Array>,
  known: ComparedTexts | undefined,
): NearTexts {
  const byText = new Map<number, number[]>();
  const add = (one: number, other: number) => {
    const others = byText.get(one);
    if (others) others.push(other);
    else byText.set(one, [other]);
  };
  const link = (one: number, other: number) => {
    add(one, other);
    add(other, one);
  };

  const count = (known?.digests.length ?? 0) / DIGEST_LENGTH;
  const isKnown = new Uint8Array(table.count);
  const found = Array.from({ length: count }, (_, n) => {
    const text = known && table.find(known.digests, n * DIGEST_LENGTH);
    if (text !== undefined) isKnown[text] = 1;
    return text;
  });
  for (let n = 0; known && n < known.near.length; n += 2) {
    const [one, other] = [found[known.near[n] ?? 0], found[known.near[n + 1] ?? 0]];
    if (one !== undefined && other !== undefined) link(one, other);
  }
  const isUnchanged = known !== undefined && !found.includes(undefined) && !isKnown.includes(0);
  if (isKnown.includes(0)) {
    const candidates = findCandidates(table, isKnown);
    const words = wordsOf(new Set(candidates.flat()));
    for (const [one, other] of candidates) {
      const [ofOne, ofOther] = [words.get(one), words.get(other)];
      if (ofOne && ofOther && areNear(ofOne, ofOther)) link(one, other);
    }
  }
  for (const others of byText.values()) others.sort((a, b) => a - b);
  return { byText, isUnchanged };
}

/** What the next build needs to know. */
export function comparedTexts(table: TextTable, { byText }: NearTexts): ComparedTexts {
  const digests = new Uint32Array(table.count * DIGEST_LENGTH);
  for (let text = 0; text < table.count; text++) {
    digests.set(table.digestOf(text), text * DIGEST_LENGTH);
  }
  const near = [...byText].flatMap(([one, others]) =>
    others.filter((other) => other > one).flatMap((other) => [one, other]),
  );
  return { digests, near: Uint32Array.from(near) };
}

/** Pairs of texts, at least one of them new, that have a band in common; each once. */
function findCandidates(table: TextTable, isKnown: Uint8Array): [number, number][] {
  const candidates = new Map<number, [number, number]>();
  for (let band = 0; band < BANDS; band++) {
    for (const texts of sharedBands(table, isKnown, band)) {
      for (const [n, one] of texts.entries()) {
        for (const other of texts.slice(n + 1)) {
          if (isKnown[one] && isKnown[other]) continue;
          if (table.bandOf(one, band) !== table.bandOf(other, band)) continue;
          candidates.set(one * table.count + other, [one, other]);
        }
      }
    }
  }
  return [...candidates.values()];
}

/** Groups of texts of which a band is the same, or almost: those in which a new text may be. */
function* sharedBands(table: TextTable, isKnown: Uint8Array, band: number): Generator<number[]> {
  const wanted = new Set<number>();
  const isAll = !isKnown.includes(1);
  for (let text = 0; text < table.count; text++) {
    if (!isAll && !isKnown[text]) wanted.add(table.bandOf(text, band));
  }
  // Both in one number of 53 bits, which sorts fast: beyond two million texts the last bits of a band are left out.
  const left = Math.max(0, Math.ceil(Math.log2(table.count)) - 21);
  const room = 2 ** (21 + left);
  const keys: number[] = [];
  for (let text = 0; text < table.count; text++) {
    const hash = table.bandOf(text, band);
    if (isAll || wanted.has(hash)) keys.push((hash >>> left) * room + text);
  }
  const sorted = Float64Array.from(keys).sort();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const hash = Math.floor((sorted[start] ?? 0) / room);
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / room) === hash) end++;
    if (end - start > 1) yield Array.from(sorted.subarray(start, end), (key) => key % room);
  }
}
