import { z } from 'zod';
import { day } from '../../archive/fields.ts';
import { STATEMENT_ID } from '../../archive/statement-id-form.ts';
import type { StatementSelector } from '../../markdown/statement-selectors.ts';

const id = z.string().regex(STATEMENT_ID);

/** A statement in bulk data. */
export const publishedStatement = z.strictObject({
  id: id.describe('the fragment of its address: s- and the first 40 bits of SHA-256 in base32'),
  text: z.string().describe('its words as issued, white space made single'),
  digest: id
    .optional()
    .describe(
      'where it was edited since its id was made: the id that its present words would have',
    ),
  former: z
    .array(id)
    .optional()
    .describe('ids of statements that were merged into this one; their links lead here'),
});

/** Words that a statement had before, in bulk data. */
export const publishedWording = z.strictObject({
  statement: id.describe('the id of the statement, which it had from the beginning'),
  text: z.string().describe('its words until then, white space made single'),
  since: day().describe('the day since which these words are recorded'),
  until: day().describe('the day on which others, or none, were recorded in their place'),
});

export type PublishedStatement = z.output<typeof publishedStatement>;

/** Where a statement is in its page, in the vocabulary of the W3C's Web Annotation Data Model. */
const publishedSelectors = z.tuple([
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string().describe('its words in the page, marks of footnotes between them included'),
    prefix: z.string().describe('up to 32 characters before it, more where others have the same'),
    suffix: z.string().describe('the same behind it'),
  }),
  z.strictObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().min(0).describe('in Unicode code points, from 0'),
    end: z.int().min(0).describe('that of the first character behind it'),
  }),
]);

/** By the statement's id. */
export const selectorsById = z.record(id, publishedSelectors);

/** The statements of a release, the ids of those that were removed from it, and where they are in its page. */
export interface PublishedStatements {
  statements: PublishedStatement[];
  removed: string[];
  /** One for each statement, in order. */
  selectors: StatementSelector[];
}

/**
 * Encodes statements until they are published: as UTF-8 outside of the heap they take a third of the room. Words
 * that are the same in the page are encoded once.
 */
export function encodeStatements({ selectors, ...rest }: PublishedStatements): Uint8Array {
  const places = selectors.map(({ start, end, prefix, suffix, exact }, n) => {
    const place = [start, end, prefix, suffix];
    return exact === rest.statements[n]?.text ? place : [...place, exact];
  });
  return new TextEncoder().encode(JSON.stringify({ ...rest, places }));
}

type Place = [start: number, end: number, prefix: string, suffix: string, exact?: string];

/** Unpacks them; a release without a text has none. */
export function decodeStatements(encoded: Uint8Array | undefined): PublishedStatements {
  if (encoded === undefined) return { statements: [], removed: [], selectors: [] };
  const { places, ...rest } = JSON.parse(new TextDecoder().decode(encoded)) as Omit<
    PublishedStatements,
    'selectors'
  > & { places: Place[] };
  const selectors = places.map(([start, end, prefix, suffix, exact], n) => {
    return { exact: exact ?? rest.statements[n]?.text ?? '', prefix, suffix, start, end };
  });
  return { ...rest, selectors };
}

/** The selectors as they are published. */
export const formatSelectors = ({ statements, selectors }: PublishedStatements) =>
  Object.fromEntries(
    selectors.map(({ start, end, ...quote }, n): [string, z.output<typeof publishedSelectors>] => [
      statements[n]?.id ?? '',
      [
        { type: 'TextQuoteSelector', ...quote },
        { type: 'TextPositionSelector', start, end },
      ],
    ]),
  );
