import { fit, unshared } from './likeness.ts';
import { isPart } from './match-parts.ts';
import { isFree, type Matching, type New, type Old, settle } from './matching.ts';

/** How much of what was merged must still be found in the statement for it to live there. */
const PRESENT = 0.34;

/**
 * Finds where what was merged before lives now. It goes where the statement went that took it in, as
 * long as some of its own words are there; one whose words are a statement of their own again has
 * that back; and where the words of the host itself are gone, a guest that stayed has the statement.
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
    if (host.home !== home && heir) settle(heir, home, 'edited', host.isInPlace);
    const { fate, isInPlace } = host.home === home ? host : (heir ?? host);
    for (const guest of host.home === home ? staying : others) {
      Object.assign(guest, { home, isInPlace, fate: fate === 'split' ? 'edited' : fate });
    }
  }
}

/**
 * Lets go of a statement that has none of its own words any more: where some were added, recorded,
 * and then the first ones taken out, what is left is another statement.
 */
export function matchOwnWords({ olds, news }: Matching): void {
  for (const old of olds) {
    if (old.fate !== 'edited' || old.home === undefined || old.own === old.words) continue;
    const words = old.home.words();
    const added = unshared(old.own, old.words);
    if (!isIn(old, old.home) && isPart(words, fit(words, added).share, false)) leave(old, news);
  }
}

const isIn = ({ own }: Old, home: New) => fit(own, home.words()).share >= PRESENT;

/** Gives it a statement of its own where its words are one now; else it counts as removed. */
function leave(old: Old, news: readonly New[]) {
  const { home } = old;
  if (home?.owner === old) home.owner = undefined;
  Object.assign(old, { home: undefined, fate: 'removed' });
  const part = news.find(
    (one) => one !== home && isFree(one) && isPart(old.own, fit(old.own, one.words()).share),
  );
  if (part) settle(old, part, old.isLiving ? 'edited' : 'restored', true);
}
