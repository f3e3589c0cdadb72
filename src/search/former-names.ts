import { presentSlugs } from '../archive/issuer.ts';
import type { Archive } from '../archive/model.ts';

/** The former names of offices and caucuses for the search page, as JSON; undefined where there are none. */
export function formerNames({ offices, caucuses }: Archive): string | undefined {
  const names = { office: [...presentSlugs(offices)], caucus: [...presentSlugs(caucuses)] };
  return names.office.length + names.caucus.length > 0 ? JSON.stringify(names) : undefined;
}
