import {
  convertDocument,
  type ConvertedDocument,
} from '../../../src/import/convert/convert-document.ts';
import { collapse } from '../../../src/import/parse/text-shape.ts';
import { type Label, readLabels } from './labels.ts';

const FIELDS = ['headline', 'date', 'dateline', 'contacts', 'first words', 'last words'] as const;
type Field = (typeof FIELDS)[number];

/** How many labels were met exactly, of those no reader would dispute and of all. */
export interface FieldScore {
  field: Field;
  clear: number;
  clearOf: number;
  all: number;
  allOf: number;
}

/** A field that is not as the reader found it. */
export interface Miss {
  file: string;
  field: Field;
  found: string;
  label: string;
}

/** Imports the labelled releases and compares each field with its label, white space collapsed. */
export async function measureFields(): Promise<{ scores: FieldScore[]; misses: Miss[] }> {
  const scores = new Map<Field, FieldScore>(
    FIELDS.map((field) => [field, { field, clear: 0, clearOf: 0, all: 0, allOf: 0 }]),
  );
  const misses: Miss[] = [];
  for (const { label, bytes } of await readLabels()) {
    const [found, wanted] = [foundIn(await convertDocument(bytes, 'txt')), wantedBy(label)];
    for (const score of scores.values()) {
      const isMet = found[score.field] === wanted[score.field];
      score.allOf++;
      if (!label.hard) score.clearOf++;
      if (isMet) score.all++;
      if (isMet && !label.hard) score.clear++;
      if (isMet) continue;
      const { field } = score;
      misses.push({ file: label.file, field, found: found[field], label: wanted[field] });
    }
  }
  return { scores: [...scores.values()], misses };
}

const NONE = '(none)';
const digits = (phone: string | null) => (phone ?? '').replace(/\D/g, '');
const collapsed = (text: string | null) => (text === null ? NONE : collapse(text));
const people = (list: readonly { name: string | null; phone: string | null }[]) =>
  list.map(({ name, phone }) => `${collapsed(name)} ${digits(phone)}`).sort().join('; '); // prettier-ignore

function foundIn({ fields, story }: ConvertedDocument): Record<Field, string> {
  const words = collapse(story).split(' ');
  return {
    headline: collapsed(fields.title),
    date: fields.date ?? NONE,
    dateline: collapsed(fields.dateline),
    contacts: people(fields.contact ?? []),
    'first words': words.slice(0, 8).join(' '),
    'last words': words.slice(-8).join(' '),
  };
}

function wantedBy(label: Label): Record<Field, string> {
  return {
    headline: collapsed(label.headline),
    date: label.date ?? NONE,
    dateline: collapsed(label.dateline),
    contacts: people(label.contacts),
    'first words': collapse(label.body_first),
    'last words': collapse(label.body_last),
  };
}
