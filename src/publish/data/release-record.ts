import { z } from 'zod';
import { displayName } from '../../archive/browse.ts';
import { day, releaseId } from '../../archive/fields.ts';
import { frontmatter } from '../../archive/frontmatter.ts';
import type { Release } from '../../archive/release.ts';
import { citationOf } from '../citation/release-citation.ts';
import { cslItem } from '../citation/csl-schema.ts';
import type { Publication } from '../publication.ts';
import { publishAttribution, publishedAttribution } from './attributions.ts';
import { earlierEchoes, publishedEcho } from './echoes.ts';
import { contentDigest } from './content-digest.ts';
import {
  decodeStatements,
  formatSelectors,
  publishedStatement,
  publishedWording,
  selectorsById,
} from './statements.ts';

/** The version of the records' form. It changes when a field goes or means something else. */
export const SCHEMA_VERSION = 1;

/** What is published is no draft, even where a file says `draft: false`. */
const published = frontmatter.omit({ draft: true });

const named = z.strictObject({ slug: z.string(), name: z.string() });

/** A release as data: what `release.json` holds, and a line of the JSON Lines. */
export const releaseRecord = z.strictObject({
  $schema: z.url().describe('where the schema of this form is'),
  version: z.literal(SCHEMA_VERSION).describe('the version of this form'),
  id: releaseId().describe('the name of its file without .md'),
  url: z.url().describe('its address; with # and the id of a statement, that of the statement'),
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .describe('of its content: of id, frontmatter, statements and removed as canonical JSON'),
  modified: day().describe(
    'the last day on which it came into the archive, or it or what is said of it changed',
  ),
  frontmatter: published.describe(
    'the fields of its file, validated: always lists where several may be',
  ),
  offices: z.array(named).describe('the offices that issued it, by slug and name'),
  caucuses: z.array(named).describe('the caucuses on whose behalf it was issued'),
  correctedBy: z.array(releaseId()).describe('later releases that replace the words of this one'),
  statements: z
    .array(publishedStatement)
    .describe('each paragraph, list item, table row and paragraph of a quotation, in order'),
  removed: z.array(z.string()).describe('ids of statements that were removed since'),
  earlier: z
    .array(publishedWording)
    .optional()
    .describe(
      'words that statements had before they were edited or removed, oldest first, where the archive publishes them',
    ),
  selectors: selectorsById.describe(
    'where each statement is in the text of its page: textContent of the element of class release-body',
  ),
  attributions: z
    .array(publishedAttribution)
    .optional()
    .describe('who says which statement, in their order, as far as that is known'),
  echoes: z
    .array(publishedEcho)
    .optional()
    .describe('which statements are in earlier releases too, as far as these are published'),
  csl: cslItem.describe('how to cite it, as CSL-JSON'),
});

export type ReleaseRecord = z.output<typeof releaseRecord>;

/** The path of the schema of the records, below the base. */
export const SCHEMA_PATH = '/data/release.schema.json';

export function recordOf(publication: Publication, release: Release): ReleaseRecord {
  const { archive, addressOf, connect, textOf, updatedOn } = publication;
  const { id, path } = release;
  const names = (axis: 'offices' | 'caucuses', slugs: readonly string[] = []) =>
    slugs.map((slug) => ({ slug, name: displayName(archive, axis, slug) }));
  const decoded = decodeStatements(textOf(id)?.statements);
  const { statements, removed } = decoded;
  const frontmatter = fieldsOf(release);
  const earlier = publication
    .earlierOf(id)
    .map(({ statement, text, since, until }) => ({ statement, text, since, until }));
  const echoes = earlierEchoes(publication, release);
  return {
    $schema: addressOf(SCHEMA_PATH),
    version: SCHEMA_VERSION,
    id,
    url: addressOf(path),
    digest: contentDigest({ id, frontmatter, statements, removed }),
    modified: updatedOn(release),
    frontmatter,
    offices: names('offices', release.office),
    caucuses: names('caucuses', release.caucus),
    correctedBy: connect(release).correctedBy.map((later) => later.id),
    statements,
    removed,
    ...(earlier.length > 0 && { earlier }),
    selectors: formatSelectors(decoded),
    ...(release.attributions && { attributions: release.attributions.map(publishAttribution) }),
    ...(echoes.length > 0 && { echoes }),
    csl: citationOf(publication, release),
  };
}

/** The digest that is in a release's record, without the rest of it. */
export function releaseContentDigest({ textOf }: Publication, release: Release): string {
  const { id } = release;
  const { statements, removed } = decodeStatements(textOf(id)?.statements);
  return contentDigest({ id, frontmatter: fieldsOf(release), statements, removed });
}

/** The frontmatter, without what the archive adds to it. */
const fieldsOf = (release: Release) =>
  Object.fromEntries(
    Object.entries(release).filter(([name]) => name in published.shape),
  ) as z.output<typeof published>;

/** The bytes of `release.json`: one line, the same as in the JSON Lines. */
export const formatRecord = (record: ReleaseRecord): string => `${JSON.stringify(record)}\n`;

/** The JSON Schema of a record, made from the schema that the archive itself is read by. */
export function recordJsonSchema(address: string) {
  const schema = z.toJSONSchema(releaseRecord, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // People may write a single value for a list of one; in the data there is always a list.
      const [list, item] = jsonSchema.anyOf ?? [];
      if (list?.type !== 'array' || JSON.stringify(list.items) !== JSON.stringify(item)) return;
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, list);
    },
  });
  return { ...schema, $id: address, title: 'A press release' };
}
