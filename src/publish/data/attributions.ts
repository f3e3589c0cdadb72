import { z } from 'zod';
import { type Attribution, ATTRIBUTION_RULES } from '../../archive/attributions.ts';

/** Who says a statement, in bulk data. */
export const publishedAttribution = z.strictObject({
  statement: z.string().describe('the id of the statement'),
  speaker: z.string().describe('the whole name of the person'),
  basis: z
    .enum(['file', 'rule'])
    .describe('file: its office says so in quotes; rule: inferred from the words of the release'),
  rule: z.enum(ATTRIBUTION_RULES).optional().describe('which rule has inferred it'),
  evidence: z
    .strictObject({
      statement: z.string().describe('the id of the statement that they are in'),
      words: z.string().describe('the words themselves'),
    })
    .optional()
    .describe('the words from which it was inferred'),
});

export function publishAttribution({
  statement,
  speaker,
  inferred,
}: Attribution): z.output<typeof publishedAttribution> {
  if (inferred === undefined) return { statement, speaker, basis: 'file' };
  const { rule, ...evidence } = inferred;
  return { statement, speaker, basis: 'rule', rule, evidence };
}
