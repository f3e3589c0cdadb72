import { statementId } from '../statement-id.ts';
import type { RecordedStatement } from './entry.ts';
import { type Extent, extentOf } from './extent.ts';
import { matchContained } from './match-contained.ts';
import { matchLeads } from './match-leads.ts';
import { matchGuests, matchOwnWords } from './match-own-words.ts';
import { matchMerged, matchParts, matchTwins, noteSplits } from './match-parts.ts';
import { matchElsewhere, matchInPlace, matchSameWords } from './match-whole.ts';
import { type StatementOutcome, type Matching, openMatching } from './matching.ts';

export type { StatementOutcome } from './matching.ts';

/** Which present statement each recorded id belongs to, and the ids of the present statements. */
export interface Alignment {
  /** The id of each present statement, in the order of the text. */
  ids: string[];
  /** The digest of each present statement's words, made as ids are. */
  digests: string[];
  /** The other recorded ids that belong to each present statement. */
  former: string[][];
  /** The recorded id of the statement from which each present one was split, if it was. */
  partOf: (string | undefined)[];
  /** What became of each recorded id. */
  outcomes: Map<string, StatementOutcome>;
  /** How much changed of each that counts as edited, where it can be said in a word. */
  extents: Map<string, Extent>;
  /** Each recorded statement that is missing, and the present one that it follows: -1 for none. */
  removed: { id: string; after: number }[];
  /** The ids of statements that were not recorded. */
  added: string[];
}

/**
 * Finds the present statement of each recorded one, and gives every present one its id: the recorded
 * one, or else the one that its own words make.
 *
 * Statements with the same words are matched first, in order and then in other places; then, between
 * those, the most similar ones; then those that were merged or split; last those that were both edited
 * and moved. When in doubt, a statement counts as removed: an id never passes to another statement.
 * @param recorded the statements of the ledger's line, in its order.
 * @param texts the present statements' words, with normalized white space.
 */
export function align(recorded: readonly RecordedStatement[], texts: readonly string[]): Alignment {
  const digests = texts.map(statementId);
  const matching = openMatching(recorded, texts, digests);
  matchSameWords(matching);
  if (matching.olds.some(({ home }) => home === undefined)) {
    matchLeads(matching);
    matchInPlace(matching);
    matchContained(matching);
    matchMerged(matching);
    matchElsewhere(matching);
    matchMerged(matching); // into what was found elsewhere
    matchParts(matching);
    matchTwins(matching);
  }
  matchGuests(matching);
  matchOwnWords(matching);
  noteSplits(matching);
  return { ...nameStatements(matching), extents: extentsOf(matching), digests };
}

function extentsOf({ olds }: Matching): Map<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const old of olds) {
    if (old.outcome !== 'edited' || old.home?.owner !== old || old.home.isSame) continue;
    const extent = extentOf(old, old.home);
    if (extent !== undefined) extents.set(old.id, extent);
  }
  return extents;
}

function nameStatements({ olds, news }: Matching): Omit<Alignment, 'digests' | 'extents'> {
  const taken = new Set(olds.map(({ id }) => id)); // forever: ids of missing statements too
  const added: string[] = [];
  const numbers = new Map<string, number>(); // the last one of each digest: those below it are taken
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
  let after = -1; // the last statement before it that is still in order
  for (const old of olds) {
    if (old.home === undefined) removed.push({ id: old.id, after });
    else if (old.isInPlace) after = old.home.place;
    if (old.home && old.home.owner !== old) former[old.home.place]?.push(old.id);
  }
  return {
    ids,
    former,
    partOf: news.map(({ owner, partOf }) => (owner ? owner.partOf : partOf?.id)),
    outcomes: new Map(olds.map(({ id, outcome }) => [id, outcome])),
    removed,
    added,
  };
}
