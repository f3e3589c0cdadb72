import { digestOf, isLiving, type LedgerEntry } from '../archive/ledger/entry.ts';
import type { LedgerIndex } from '../archive/ledger/ledger-files.ts';
import { lazily } from '../archive/ledger/matching.ts';
import { movedEditFinder, type Newcomer } from '../archive/ledger/moved-edit.ts';
import { sketchedWords } from '../archive/ledger/sketch.ts';
import type { News } from './read-release.ts';

/** By release, of each of its recorded statements that is in another release now: `release#id`. */
export type Crossings = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** In a run with more new statements, such as an import, only those with the very words are followed. */
const MAX_NEWCOMERS = 5000;

interface CrossingOptions {
  /** By release: what the ledger does not have yet. */
  news: ReadonlyMap<string, News>;
  /** Recorded releases whose files are gone. */
  absent: readonly LedgerEntry[];
  /** Statements that were taken out of releases in an earlier recording, by the digests of their words. */
  removed: LedgerIndex['removed'];
  /** Whether the ledger has the words in a release other than this one: then they are a phrase. */
  isElsewhere: (digest: string, release: string) => boolean;
  /** The words of a release's statements, by their ids. */
  textsOf: (release: string) => ReadonlyMap<string, string>;
}

/**
 * Finds statements whose words left one release and are new in another: a paragraph that was moved there, edited a
 * little or not, a text that was written into another file, two files whose texts were exchanged or made one. The very
 * words may have been taken out in an earlier recording. Their links lead there.
 */
export function findCrossings(options: CrossingOptions): Crossings {
  const { news, absent, removed, isElsewhere } = options;
  const added = new Map<string, { release: string; id: string }[]>();
  const gone = new Map<string, string[]>(); // the releases that words have left
  for (const [release, { recording, digests = {} }] of news) {
    for (const id of recording.added) {
      const digest = digestOf({ id });
      added.set(digest, [...(added.get(digest) ?? []), { release, id }]);
    }
    for (const id of [...recording.removed, ...recording.edited]) {
      const digest = digests[id] ?? '';
      gone.set(digest, [...(gone.get(digest) ?? []), release]);
    }
  }
  const crossings = new Map<string, Record<string, string>>();
  const cross = (from: string, id: string, to: { release: string; id: string }) =>
    crossings.set(from, { ...crossings.get(from), [id]: `${to.release}#${to.id}` });
  /** The one place outside of a release where its words are new. */
  const targetOf = (digest: string, release: string) => {
    const [target, ...others] = (added.get(digest) ?? []).filter((to) => to.release !== release);
    return target && others.length === 0 && !isElsewhere(digest, release) ? target : undefined;
  };
  const movedEdit = lazily(() => movedEditFinder(newcomers(options)));
  for (const [release, { recording, entry, digests = {}, present = {} }] of news) {
    // Where another's words are in its place, "edited" is no answer.
    const isOther = (id: string) => gone.get(present[id] ?? '')?.some((one) => one !== release);
    for (const id of [...recording.removed, ...recording.edited.filter(isOther)]) {
      const digest = digests[id] ?? '';
      const words = entry?.statements.find((statement) => statement.id === id)?.words ?? '';
      const target =
        targetOf(digest, release) ??
        (added.has(digest) ? undefined : movedEdit()(sketchedWords(words), release));
      if (target) cross(release, id, target);
    }
  }
  for (const { release, statements } of absent) {
    for (const statement of statements.filter(isLiving)) {
      const target = targetOf(digestOf(statement), release);
      if (target) cross(release, statement.id, target);
    }
  }
  for (const digest of added.keys()) {
    const [one, ...others] = removed.get(digest) ?? [];
    // What was taken out of several releases is a phrase.
    if (!one || others.length > 0 || gone.has(digest)) continue;
    const target = targetOf(digest, one.release);
    if (target) cross(one.release, one.id, target);
  }
  return crossings;
}

/** The statements that are new, with their words; none where they are too many. */
function newcomers({ news, textsOf }: CrossingOptions): Newcomer[] {
  const count = [...news.values()].reduce((sum, { recording }) => sum + recording.added.length, 0);
  if (count > MAX_NEWCOMERS) return [];
  return [...news].flatMap(([release, { recording }]) => {
    const texts = textsOf(release);
    return recording.added.flatMap((id) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ release, id, text }];
    });
  });
}
