import { fit, unshared } from './likeness.ts';
import { isPart } from './match-parts.ts';
import { isFree, type Matching, type New, type Old, assign } from './matching.ts';

/** The share of its own words that must be in a statement for a merged one to belong to it. */
const PRESENT = 0.34;

/**
 * Matches statements that were merged into others before. A guest follows its host as long as some of
 * its own words are there; if its words are a statement of their own again, it is restored to that; and
 * if the words of the host are gone, a guest that stayed inherits the statement.
 */
export function matchGuests({ olds, news }: Matching): void {
  const guestsOf = Map.groupBy(olds, ({ host }) => host);
  for (const host of olds) {
    const { home } = host;
    const guests = (guestsOf.get(host.id) ?? []).filter((guest) => guest.home === undefined);
    if (home === undefined || guests.length === 0) continue;
    const leaving = home.isSame ? [] : [host, ...guests].filter((one) => !isIn(one, home));
    if (leaving.length <= guests.length) for (const one of leaving) leave(one, news);
    const staying = guests.filter((guest) => !leaving.includes(guest));
    const [heir, ...others] = staying;
    if (host.home !== home && heir) assign(heir, home, 'edited', host.isInPlace);
    const { outcome, isInPlace } = host.home === home ? host : (heir ?? host);
    for (const guest of host.home === home ? staying : others) {
      Object.assign(guest, { home, isInPlace, outcome: outcome === 'split' ? 'edited' : outcome });
    }
  }
}

/**
 * Unmatches a statement that has none of its own words left: where words were added and recorded, and
 * then the first ones taken out, what is left is another statement.
 */
export function matchOwnWords({ olds, news }: Matching): void {
  for (const old of olds) {
    if (old.outcome !== 'edited' || old.home === undefined || old.own === old.words) continue;
    const words = old.home.words();
    const added = unshared(old.own, old.words);
    if (!isIn(old, old.home) && isPart(words, fit(words, added).share, false)) leave(old, news);
  }
}

const isIn = ({ own }: Old, home: New) => fit(own, home.words()).share >= PRESENT;

/** Matches it with a statement of its own if its words are one now; otherwise it counts as removed. */
function leave(old: Old, news: readonly New[]) {
  const { home } = old;
  if (home?.owner === old) home.owner = undefined;
  Object.assign(old, { home: undefined, outcome: 'removed' });
  const part = news.find(
    (one) => one !== home && isFree(one) && isPart(old.own, fit(old.own, one.words()).share),
  );
  if (part) assign(old, part, old.isLiving ? 'edited' : 'restored', true);
}
