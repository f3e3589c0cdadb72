import { leadOf } from './lead.ts';
import { isFree, isLost, type Matching, type New, type Old, assign } from './matching.ts';
import { unshared } from './likeness.ts';

/** How much of the words behind the key, numbers left out, must be shared. */
const ALIKE = 0.5;

/**
 * Finds items and rows by the key with which they begin, as in `Yolo County – $20,000`: whatever amount is
 * behind it, and wherever the list has it now. Only a key that one recorded and one present statement have.
 */
export function matchLeads({ olds, news }: Matching): void {
  const lost = olds.filter(isLost);
  if (lost.length === 0) return;
  const leads = news.filter(isFree).flatMap((home) => {
    const length = leadOf(home.tokens(), home.text);
    const lead = home.words().all.slice(0, length);
    // A number of up to three digits shares its shadow with others.
    const tokens = home.tokens().slice(0, length);
    const isSure = !tokens.some(({ word, shadow }) => /\p{N}/u.test(word) && shadow.length === 1);
    // A month alone is the beginning of a date.
    const isNamed = tokens.some(({ key, shadow }) => key !== 'date' && shadow.length > 1);
    return isSure && isNamed ? [{ home, lead }] : [];
  });
  const byLead = Map.groupBy(leads, ({ lead }) => lead.join(' '));
  for (const same of byLead.values()) {
    const [{ home, lead } = { home: undefined, lead: [] }, ...others] = same;
    const begun = lost.filter((old) => beginsWith(old, lead));
    const [old] = begun;
    if (!home || !old || others.length > 0 || begun.length > 1) continue;
    if (olds.some((one) => one !== old && one.home && beginsWith(one, lead))) continue;
    const isInPlace = old.gap === home.gap;
    if (!isInPlace && lead.length < 2) continue;
    if (!sharesRest(old, home, lead.length)) continue;
    assign(old, home, 'edited', isInPlace);
    home.rest = () => unshared(old.words, home.words());
  }
}

const beginsWith = ({ words }: Old, lead: readonly string[]) =>
  words.all.length > lead.length && lead.every((shadow, n) => words.all[n] === shadow);

function sharesRest(old: Old, home: New, length: number): boolean {
  const before = new Set(old.words.all.slice(length));
  const rest = home
    .tokens()
    .slice(length)
    .filter(({ word, key, shadow }) => !/\p{N}/u.test(word) && key !== 'date' && shadow.length > 1);
  const shared = rest.filter(({ shadow }) => before.has(shadow));
  return shared.length >= ALIKE * rest.length;
}
