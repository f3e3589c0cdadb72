import type { Archive } from './model.ts';
import type { Release } from './release.ts';

/** What a release's page leads to. */
export interface Connections<Other = Release> {
  /** The release of the same office issued just before, and just after. */
  previous: Other | undefined;
  next: Other | undefined;
  /** The first others of the same day, by id: a chamber issues hundreds. */
  sameDay: Other[];
  /** How many releases there are of the day, itself included. */
  ofDay: number;
  /** Related, whichever of the two names the other. */
  related: Other[];
  /** The same release in other languages, whichever of them names which. */
  translations: Other[];
  corrects: Other | undefined;
  correctedBy: Other[];
}

/** What a page says of a release that it leads to. */
export type Mention = Pick<Release, 'id' | 'path' | 'title' | 'date' | 'language'>;

/** Others of the same day to which a page leads. */
const MAX_OF_DAY = 6;

/** Returns a function that finds the releases that one is connected with. */
export function connections(archive: Archive): (release: Release) => Connections {
  const { releases, byId } = archive;
  const byOffice = groupBy(releases, ({ office }) => office[0]);
  const byDay = groupBy(releases, ({ date }) => date);
  const place = new Map<string, number>();
  for (const list of byOffice.values()) list.forEach(({ id }, n) => place.set(id, n));
  const related = mutual(releases, ({ related }) => related);
  const translations = mutual(releases, ({ translations }) => translations);
  const correctedBy = groupBy(
    releases.filter(({ corrects }) => corrects),
    ({ corrects }) => corrects,
  );
  // A release under embargo is named by others, but is not in the archive yet.
  const present = (ids: Iterable<string>) =>
    [...ids].map((id) => byId.get(id)).filter((found) => found !== undefined);

  return (release) => {
    const sameOffice = byOffice.get(release.office[0]) ?? [];
    const n = place.get(release.id) ?? 0;
    const ofDay = byDay.get(release.date) ?? [];
    const first = ofDay.slice(0, MAX_OF_DAY + 1).filter(({ id }) => id !== release.id);
    return {
      previous: sameOffice[n + 1],
      next: sameOffice[n - 1],
      sameDay: first.slice(0, MAX_OF_DAY),
      ofDay: ofDay.length,
      related: present(related.get(release.id) ?? []),
      translations: present(reachable(translations, release.id)),
      corrects: release.corrects === undefined ? undefined : byId.get(release.corrects),
      correctedBy: correctedBy.get(release.id) ?? [],
    };
  };
}

/** The connections as a page shows them: it need not be made again when the text of another changes. */
export function mentioned(connected: Connections): Connections<Mention> {
  const { previous, next, sameDay, related, translations, corrects, correctedBy } = connected;
  return {
    ...connected,
    previous: previous && mention(previous),
    next: next && mention(next),
    sameDay: sameDay.map(mention),
    related: related.map(mention),
    translations: translations.map(mention),
    corrects: corrects && mention(corrects),
    correctedBy: correctedBy.map(mention),
  };
}

const mentions = new WeakMap<Release, Mention>(); // one for each release, however many pages name it
const areMentions = new WeakSet<object>();

export function mention(release: Release): Mention {
  const before = mentions.get(release);
  if (before !== undefined) return before;
  const { id, path, title, date, language } = release;
  const made = { id, path, title, date, language };
  mentions.set(release, made);
  areMentions.add(made);
  return made;
}

export const isMention = (value: object): value is Mention => areMentions.has(value);

function groupBy<Key>(releases: readonly Release[], key: (release: Release) => Key) {
  const groups = new Map<Key, Release[]>();
  for (const release of releases) {
    const group = groups.get(key(release));
    if (group) group.push(release);
    else groups.set(key(release), [release]);
  }
  return groups;
}

/** Makes what one names of another hold for both. */
function mutual(releases: readonly Release[], named: (release: Release) => string[] | undefined) {
  const links = new Map<string, Set<string>>();
  const link = (from: string, to: string) => {
    const known = links.get(from);
    if (known) known.add(to);
    else links.set(from, new Set([to]));
  };
  for (const release of releases) {
    for (const other of named(release) ?? []) {
      link(release.id, other);
      link(other, release.id);
    }
  }
  return links;
}

/** Everything that can be reached from an id: a translation's translation is one too. */
function reachable(links: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> {
  const found = new Set([from]);
  for (const id of found) links.get(id)?.forEach((other) => found.add(other));
  found.delete(from);
  return found;
}
