import { digestOf } from '../archive/ledger/entry.ts';
import type { News } from './read-release.ts';

/** By release, of each of its recorded statements that is in another release now: `release#id`. */
export type Crossings = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * Finds statements whose very words left one release and are new in another: a paragraph that was moved
 * there, a text that was written into another file, two files whose texts were exchanged. Their links lead there.
 * @param news by release: what the ledger does not have yet.
 * @param isElsewhere whether the ledger has the words in a release other than this one: then they are a phrase.
 */
export function findCrossings(
  news: ReadonlyMap<string, News>,
  isElsewhere: (digest: string, release: string) => boolean,
): Crossings {
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
  for (const [release, { recording, digests = {}, present = {} }] of news) {
    // Where another's words are in its place, "edited" is no answer.
    const isOther = (id: string) => gone.get(present[id] ?? '')?.some((one) => one !== release);
    const left = [...recording.removed, ...recording.edited.filter(isOther)];
    for (const id of left) {
      const digest = digests[id] ?? '';
      const [target, ...others] = (added.get(digest) ?? []).filter((to) => to.release !== release);
      if (!target || others.length > 0 || isElsewhere(digest, release)) continue;
      const found = crossings.get(release) ?? {};
      found[id] = `${target.release}#${target.id}`;
      crossings.set(release, found);
    }
  }
  return crossings;
}
