import { type Caucus, type Office, presentSlugs } from './issuer.ts';
import type { Problem } from './problem.ts';
import type { ValidRelease } from './release.ts';

const FIELDS = [
  ['office', 'offices'],
  ['caucus', 'caucuses'],
] as const;

interface Issuers {
  offices: ReadonlyMap<string, Office>;
  caucuses: ReadonlyMap<string, Caucus>;
}

/**
 * Releases with the present names of their offices and caucuses in the place of former ones.
 * @returns them, and a warning for each former name, however many releases have it: nobody has to edit files that may be
 * decades old because an office was renamed.
 */
export function withPresentIssuers(
  releases: readonly ValidRelease[],
  issuers: Issuers,
): { read: ValidRelease[]; warnings: Problem[] } {
  const present = { office: presentSlugs(issuers.offices), caucus: presentSlugs(issuers.caucuses) };
  if (present.office.size + present.caucus.size === 0) return { read: [...releases], warnings: [] };
  const uses = new Map<
    string,
    { first: Omit<Problem, 'message' | 'hint'>; to: string; count: number }
  >();
  const read = releases.map((one): ValidRelease => {
    let { release } = one;
    for (const [field] of FIELDS) {
      const names = release[field] ?? [];
      if (!names.some((name) => present[field].has(name))) continue;
      for (const [n, name] of names.entries()) {
        const to = present[field].get(name);
        if (to === undefined) continue;
        const line = one.lines[`${field}.${n}`] ?? one.lines[field] ?? 1;
        const first = { file: release.file, line, field };
        const use = uses.get(`${field} ${name}`) ?? { first, to, count: 0 };
        uses.set(`${field} ${name}`, { ...use, count: use.count + 1 });
      }
      const slugs = names.map((name) => present[field].get(name) ?? name);
      release = { ...release, [field]: [...new Set(slugs)] };
    }
    return release === one.release ? one : { ...one, release };
  });
  const warnings = [...uses].map(([use, { first, to, count }]): Problem => {
    const more =
      count > 1 ? `, as ${count - 1} more ${count > 2 ? 'releases do' : 'release does'}` : '';
    const message = `is ${use.split(' ')[1]}, a former name of ${to}${more}`;
    return { ...first, message, hint: `it is read as ${to}; you may write that` };
  });
  return { read, warnings };
}

/** Offices with the present names of their caucuses in the place of former ones. */
export function withPresentCaucuses(
  offices: ReadonlyMap<string, Office>,
  caucuses: ReadonlyMap<string, Caucus>,
): Map<string, Office> {
  const present = presentSlugs(caucuses);
  return new Map(
    [...offices].map(([slug, office]) => {
      const names = office.caucuses?.map((name) => present.get(name) ?? name);
      return [slug, names ? { ...office, caucuses: [...new Set(names)] } : office];
    }),
  );
}

/**
 * Former names that are taken: by the file of another office, or by another one's former names.
 * @param folder `offices` or `caucuses`.
 * @param placeOf the file of an office, and the line of one of its former names, counted from 0.
 */
export function formerNameProblems(
  issuers: ReadonlyMap<string, Pick<Office, 'slug' | 'aliases'>>,
  folder: string,
  placeOf: (slug: string, n: number) => Pick<Problem, 'file' | 'line'>,
): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { slug, aliases = [] } of issuers.values()) {
    for (const [n, former] of aliases.entries()) {
      const owner = owners.get(former);
      owners.set(former, owner ?? slug);
      if (!issuers.has(former) && owner === undefined) continue;
      const whose =
        former === slug
          ? 'the present name of this file'
          : issuers.has(former)
            ? `the name of ${folder}/${former}.yaml`
            : `a former name of ${folder}/${owner}.yaml too`;
      const hint = 'remove it: an address can lead to one page alone';
      problems.push({
        ...placeOf(slug, n),
        field: 'aliases',
        message: `has ${former}, ${whose}`,
        hint,
      });
    }
  }
  return problems;
}
