import type { Archive } from '../archive/model.ts';
import { partName } from '../archive/person-name.ts';
import type { Release } from '../archive/release.ts';
import { nameFromSlug, slugify } from '../archive/slug.ts';
import type { NamedSpeaker } from './attribute.ts';
import { isSamePerson } from './release-people.ts';

interface Member {
  name: string;
  family: string;
  /** In lower case. */
  title: string;
}

/** The whole name of a person whom a release names; undefined where only a last name is known. */
export type ResolveSpeaker = (
  speaker: NamedSpeaker,
  release: Pick<Release, 'office' | 'speakers'>,
) => string | undefined;

const MIN_SHORT_NAME = 3; // letters: `Tim` for `Timothy`

/**
 * Returns the function that finds out who a person in a release is: the member of an office that issued it, a
 * speaker whom its file names, the member of another office, or somebody with a whole name. A last name alone makes
 * nobody, since two people may share it.
 */
export function speakerResolver({
  offices,
  site,
}: Pick<Archive, 'offices' | 'site'>): ResolveSpeaker {
  const families = [...offices.values()].flatMap(({ family }) => family ?? []);
  families.push(...(site.family_names ?? []));
  const known = new Map<string, Member>();
  const memberOf = (slug: string): Member | undefined => {
    const before = known.get(slug);
    if (before !== undefined) return before;
    const office = offices.get(slug);
    // An office that no file describes is mostly called by its member.
    const name = office === undefined ? nameFromSlug(slug) : office.member;
    if (name === undefined) return undefined;
    const family = office?.family ?? familyOf(name, families);
    const made = { name, family, title: (office?.title ?? '').toLowerCase() };
    known.set(slug, made);
    return made;
  };
  const members = [...offices.keys()].map(memberOf).filter((one) => one !== undefined);
  const byFamily = Map.groupBy(members, ({ family }) => family.toLowerCase());

  return ({ name, titles, isCompleted = false }, { office, speakers = [] }) => {
    const own = office.map(memberOf).filter((one) => one !== undefined);
    if (name === '') return only(own.filter(({ title }) => hasTitle(title, titles)))?.name;
    const words = name.split(' ');
    if (words.length === 1) {
      const stated = speakers.map((one) => ({ name: one, family: familyOf(one, families) }));
      const bare = name.toLowerCase();
      return only([...own, ...stated].filter((one) => one.family.toLowerCase() === bare))?.name;
    }
    const family = familyOf(name, families).toLowerCase();
    const isNamesake = own.some(
      (one) => one.family.toLowerCase() === family && !isMember(one, words),
    );
    if (isCompleted && isNamesake) return undefined; // it may be the member or the other one
    const mine = only(own.filter((one) => isMember(one, words)));
    if (mine) return mine.name.includes(' ') ? mine.name : name;
    const slug = slugify(name);
    if (slug === '') return undefined;
    const stated = speakers.find((one) => slugify(one) === slug);
    const other = only((byFamily.get(family) ?? []).filter((one) => isMember(one, words)));
    return stated ?? other?.name ?? name;
  };
}

/** The one person in a list; undefined where there are two, by their names. */
function only<Person extends { name: string }>(people: readonly Person[]): Person | undefined {
  const names = new Set(people.map(({ name }) => slugify(name)));
  return names.size === 1 ? people[0] : undefined;
}

const familyOf = (name: string, families: readonly string[]) => partName(name, families).family;

const hasTitle = (title: string, titles: readonly string[]) =>
  titles.some((one) => title.split(/\s+/).includes(one));

/** Whether a whole name is a member's: with the same first name, a short form of it, or an initial. */
function isMember({ name, family }: Member, words: readonly string[]): boolean {
  if (familyOf(words.join(' '), [family]).toLowerCase() !== family.toLowerCase()) return false;
  const own = name.split(' ');
  if (own.length === 1 || isSamePerson(own, words)) return true;
  const [a = '', b = ''] = [own[0], words[0]].map((word) => (word ?? '').toLowerCase());
  return Math.min(a.length, b.length) >= MIN_SHORT_NAME && (a.startsWith(b) || b.startsWith(a));
}
