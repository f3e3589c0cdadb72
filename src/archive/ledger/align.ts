import { statementId } from '../statement-id.ts';
import type { RecordedStatement } from './entry.ts';
import { matchGuests, matchOwnWords } from './match-own-words.ts';
import { matchMerged, matchParts, noteSplits } from './match-parts.ts';
import { matchElsewhere, matchInPlace, matchSameWords } from './match-whole.ts';
import { type Fate, type Matching, openMatching } from './matching.ts';

export type { Fate } from './matching.ts';

/** Where recorded ids live in a text, and what its statements are called. */
export interface Alignment {
  /** The id of each present statement, in the order of the text. */
  ids: string[];
  /** The digest of each present statement's words, made as ids are. */
  digests: string[];
  /** Of each present statement, the other recorded ids that live in it. */
  former: string[][];
  /** What became of each recorded id. */
  fates: Map<string, Fate>;
  /** Each recorded statement that is not there, and the present one that it follows: -1 for none. */
  removed: { id: string; after: number }[];
  /** The ids of statements that were not recorded. */
  added: string[];
}

/**
 * Tells where each recorded statement of a release now stands, and gives every present one its id:
 * that by which it is recorded, or else the one that its own words make.
 *
 * First comes what has the same words, in order and then in other places; then, between those, what
 * is most alike; then what was merged or split; last what was edited and moved as well. What is in
 * doubt counts as removed: an id never comes to stand for another statement.
 * @param recorded the statements of the ledger's line, in its order.
 * @param texts the present statements' words, white space settled.
 */
export function align(recorded: readonly RecordedStatement[], texts: readonly string[]): Alignment {
  const digests = texts.map(statementId);
  const matching = openMatching(recorded, texts, digests);
  matchSameWords(matching);
  if (matching.olds.some(({ home }) => home === undefined)) {
    matchInPlace(matching);
    matchMerged(matching);
    matchElsewhere(matching);
    matchMerged(matching); // into what was found elsewhere
    matchParts(matching);
  }
  matchGuests(matching);
  matchOwnWords(matching);
  noteSplits(matching);
  return { ...nameStatements(matching), digests };
}

function nameStatements({ olds, news }: Matching): Omit<Alignment, 'digests'> {
  const taken = new Set(olds.map(({ id }) => id)); // for good: also ids of what is not there
  const added: string[] = [];
  const numbers = new Map<string, number>(); // of each digest the last: those below it are taken
  const ids = news.map(({ owner, digest }) => {
    if (owner !== undefined) return owner.id;
    let number = (numbers.get(digest) ?? 0) + 1;
    const name = () => (number === 1 ? digest : `${digest}-${number}`);
    while (taken.has(name())) number++;
    numbers.set(digest, number);
    const id = name();
    taken.add(id);
    added.push(id);
    return id;
  });
  const former = news.map((): string[] => []);
  const removed: Alignment['removed'] = [];
  let after = -1; // what was removed belongs behind what it followed, where that stayed in order
  for (const old of olds) {
    if (old.home === undefined) removed.push({ id: old.id, after });
    else if (old.isInPlace) after = old.home.place;
    if (old.home && old.home.owner !== old) former[old.home.place]?.push(old.id);
  }
  return {
    ids,
    former,
    fates: new Map(olds.map(({ id, fate }) => [id, fate])),
    removed,
    added,
  };
}
