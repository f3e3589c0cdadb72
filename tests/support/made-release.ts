import assert from 'node:assert/strict';
import { assembleArchive, type ArchiveParts } from '../../src/archive/assemble-archive.ts';
import type { Archive } from '../../src/archive/model.ts';
import type { Caucus, Office } from '../../src/archive/issuer.ts';
import type { Problem } from '../../src/archive/problem.ts';
import { readRelease, type Release } from '../../src/archive/release.ts';
import { siteSchema } from '../../src/archive/site.ts';

/** Fields as they are written in YAML; undefined leaves one out. */
export type Fields = Record<string, string | undefined>;

/**
 * The text of a release that is as it should be, but for what is given.
 * @param fields such as `{ date: '2017-11-23', topics: '[Budget, Water]' }`.
 */
export function madeRelease(fields: Fields = {}, body = 'Words.'): string {
  const all: Fields = {
    title: 'A title',
    date: '2017-11-22',
    office: 'north',
    contact: '{ name: Casey Contact, phone: 916-555-0123 }',
    ...fields,
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}: ${value}`);
  return ['---', ...lines, '---', '', body, ''].join('\n');
}

/** A release made from fields; fails if there is anything wrong with them. */
export function readMade(fields: Fields = {}, id = '2017-11-22-a'): Release {
  const { release, problems } = readRelease(Buffer.from(madeRelease(fields)), `releases/${id}.md`);
  if (release === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return release;
}

/** What is wrong with a release made from fields, as `line: field message; hint`. */
export function problemsOf(fields: Fields, body?: string, id = '2017-11-22-a'): string[] {
  const made = Buffer.from(madeRelease(fields, body));
  return readRelease(made, `${id}.md`).problems.map(inShort);
}

/** What a field comes out as. */
export const normalized = (field: string, value: string): unknown =>
  readMade({ [field]: value })[field as 'title'];

/** The one problem that a value makes, without file and line. */
export function problem(field: string, value: string | undefined): string {
  const [first = '', ...others] = problemsOf({ [field]: value });
  assert.deepEqual(others, [], `${field}: ${value}`);
  return first.replace(/^\d+: /, '');
}

export const inShort = ({ line, field, message, hint }: Problem) =>
  `${line}: ${field} ${message}; ${hint}`;

export type MadeParts = Partial<
  Omit<ArchiveParts, 'offices' | 'caucuses' | 'media' | 'releases'>
> & {
  offices?: Record<string, Partial<Office>>;
  caucuses?: Record<string, Partial<Caucus>>;
  media?: string[];
};

/**
 * An archive put together from fields by release id, without a folder. The day of each release is
 * taken from its id.
 */
export function madeArchive(
  releases: Record<string, Fields>,
  { offices, caucuses, media = [], ...parts }: MadeParts = {},
): { archive: Archive; problems: Problem[]; warnings: Problem[] } {
  const issuers = <Issuer>(named: Record<string, Partial<Issuer>> = {}) =>
    new Map(
      Object.entries(named).map(([slug, more]) => [slug, { slug, name: slug, ...more } as Issuer]),
    );
  return assembleArchive({
    site: siteSchema.parse({}),
    offices: issuers<Office>(offices),
    caucuses: issuers<Caucus>(caucuses),
    hasOffices: offices !== undefined,
    hasCaucuses: caucuses !== undefined,
    media: new Set(media),
    releases: Object.entries(releases).map(([path, fields]) => {
      const id = path.split('/').at(-1) ?? path;
      const text = madeRelease({ date: id.slice(0, 10), ...fields });
      return readRelease(Buffer.from(text), `releases/${path}.md`);
    }),
    now: Date.parse('2026-06-01T00:00:00Z'),
    ...parts,
  });
}
