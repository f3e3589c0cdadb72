import type { CslAuthor, CslItem } from './csl-schema.ts';
import { fullFamily } from '../../archive/person-name.ts';

// The schema is in another file, since browsers make citations of statements and do not need zod.
export type { CslAuthor, CslItem } from './csl-schema.ts';

/** The data of an archive as a whole, as CSL-JSON has it. */
export interface CslDataset {
  id: string;
  type: 'dataset';
  title: string;
  author: CslAuthor[];
  issued?: CslItem['issued'];
  version?: string;
  language: string;
  URL: string;
}

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

/** An author's name as it is read. */
export function authorName(author: CslAuthor): string {
  if ('literal' in author) return author.literal;
  const { given, suffix } = author;
  return [given, fullFamily(author), suffix].filter(Boolean).join(' ');
}

/**
 * An author as reference managers take names apart, at commas: `Family, Given, Suffix`. An institution ends with a
 * comma, which EndNote asks for and which makes Zotero leave it whole. None of them can hold a comma or a semicolon
 * within an institution's name (Zotero drops what is behind the second), so these are left out.
 */
export function managerName(author: CslAuthor): string {
  if ('literal' in author) return `${author.literal.replace(/[,،;]/g, '')},`;
  return [fullFamily(author), author.given, author.suffix].filter(Boolean).join(', ');
}

/** The same in the head of a page, where Zotero drops what is behind a second comma: a suffix is part of the family name. */
export function headName(author: CslAuthor): string {
  if ('literal' in author || author.suffix === undefined) return managerName(author);
  const { suffix, ...person } = author;
  return managerName({ ...person, family: `${author.family} ${suffix.replace(/\.$/, '')}` });
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
