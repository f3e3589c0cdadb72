import { z } from 'zod';
import { day } from '../../archive/fields.ts';
import { STATEMENT_ID } from '../../archive/statement-id-form.ts';

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

/** The statements of a release, and the ids of those that were removed from it. */
export interface PublishedStatements {
  statements: PublishedStatement[];
  removed: string[];
}

/**
 * Encodes statements until they are published: as UTF-8 outside of the heap they take a third
 * of the room.
 */
export const encodeStatements = (statements: PublishedStatements): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(statements));

/** Unpacks them; a release without a text has none. */
export const decodeStatements = (encoded: Uint8Array | undefined): PublishedStatements =>
  encoded === undefined
    ? { statements: [], removed: [] }
    : (JSON.parse(new TextDecoder().decode(encoded)) as PublishedStatements);
