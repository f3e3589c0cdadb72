import type { QuotedSource } from './quoted-source.ts';

/**
 * A release as it was before edits, once for each earlier wording: the statement has that, and the others what
 * they had on its last day. So a quotation that goes on in the next statement is found, too.
 * @param source its earlier wordings, oldest first.
 */
export function earlierVersions({
  release,
  url,
  statements,
  earlier = [],
}: QuotedSource): QuotedSource[] {
  const present = new Set(statements.map(({ id }) => id));
  const versions = new Map<string, QuotedSource>();
  for (const { statement, text, until } of earlier) {
    const then = new Map(
      earlier
        .filter((one) => one.until >= until)
        .toReversed()
        .map((one) => [one.statement, one.text]),
    );
    then.set(statement, text);
    const texts = [
      ...statements.map(({ id, text: now }) => ({ id, text: then.get(id) ?? now })),
      // Where a statement was that is gone is not known.
      ...[...then].filter(([id]) => !present.has(id)).map(([id, was]) => ({ id, text: was })),
    ];
    versions.set(JSON.stringify(texts), { release, url, statements: texts });
  }
  return [...versions.values()];
}
