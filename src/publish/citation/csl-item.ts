import type { CslItem } from './csl-schema.ts';

// The schema is in another file, since browsers make citations of statements and do not need zod.
export type { CslItem } from './csl-schema.ts';

/** A day as CSL-JSON writes it. */
export const dateParts = (day: string): CslItem['issued'] => ({
  'date-parts': [day.split('-').map(Number)],
});

/** The day of an item, as in `2017-11-22`. */
export function dayOf({ 'date-parts': [parts] }: CslItem['issued']): string {
  const [year = 0, month = 0, day = 0] = parts ?? [];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Of a statement: its own address, and its words as the quotation. */
export function quoteStatement(item: CslItem, statement: { id: string; words: string }): CslItem {
  const [address = item.URL] = item.URL.split('#');
  return {
    ...item,
    id: `${item.id}:${statement.id}`,
    URL: `${address}#${statement.id}`,
    note: statement.words,
  };
}

/** What formats without a field for the status have as a note: the words of a statement, and the status. */
export const notesOf = ({ note, status }: CslItem): string[] =>
  [note, status === undefined ? undefined : `[${status}]`].filter((text) => text !== undefined);
