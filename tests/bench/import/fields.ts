import {
  convertDocument,
  type ConvertedDocument,
} from '../../../src/import/convert/convert-document.ts';
import { collapse } from '../../../src/import/parse/text-shape.ts';
import { CONFIDENCE_BAR } from '../../../src/import/resolve/questions.ts';
import { resolveRelease } from '../../../src/import/resolve/resolve-release.ts';
import { type Label, type LabelledSource, readLabels } from './labels.ts';

const FIELDS = ['headline', 'date', 'dateline', 'contacts', 'first words', 'last words'] as const;
export type Field = (typeof FIELDS)[number];

/** What the importer made of one field of one release. */
export interface FieldResult {
  file: string;
  field: Field;
  /** Whether no reader would dispute the label. */
  isClear: boolean;
  /** Whether a person would be asked: the text does not have it, or the confidence is low. */
  isAsked: boolean;
  isRight: boolean;
  /** From 0 to 1; undefined where the importer gives none. */
  confidence: number | undefined;
  found: string;
  label: string;
}

/** Imports the labelled releases of a source and compares each field with its label. */
export async function measureFields(source: LabelledSource): Promise<FieldResult[]> {
  const results: FieldResult[] = [];
  for (const { label, bytes, kind } of await readLabels(source)) {
    const document = await convertDocument(bytes, kind).catch(() => undefined);
    const [found, wanted] = [document && foundIn(document), wantedBy(label)];
    for (const field of FIELDS) {
      const accepted = wanted[field];
      if (accepted === undefined) continue;
      const { text, confidence } = found?.[field] ?? { text: NONE, confidence: 0 };
      const isRight = accepted.values.some((one) =>
        accepted.isLoose ? letters(one) === letters(text) : one === text,
      );
      const isMissing = text === NONE && field !== 'dateline' && !isRight;
      const isUnsure = found?.asked.has(field) ?? (confidence ?? 1) < CONFIDENCE_BAR;
      const isAsked = isMissing || (text !== NONE && isUnsure);
      const [expected = NONE] = accepted.values;
      const result = { file: label.file, field, isAsked, isRight, confidence };
      results.push({ ...result, isClear: label.hard !== true, found: text, label: expected });
    }
  }
  return results;
}

const NONE = '(none)';
const digits = (phone: string | null) => (phone ?? '').replace(/\D/g, '');
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const collapsed = (text: string | null) => (text === null ? NONE : collapse(text));
const people = (list: readonly { name: string | null; phone: string | null }[]) =>
  list.map(({ name, phone }) => `${collapsed(name)} ${digits(phone)}`).sort().join('; ') || NONE; // prettier-ignore

type Found = Record<Field, { text: string; confidence: number | undefined }> & {
  /** The fields that a person would be asked for. */
  asked: ReadonlySet<Field>;
};

const NO_ARCHIVE = {
  offices: undefined,
  caucuses: undefined,
  lastContacts: () => [],
  hasRelease: () => false,
};
const ASKED = {
  title: 'headline',
  date: 'date',
  dateline: 'dateline',
  contact: 'contacts',
} as const;

/** The fields as an import would write them; where it would ask, those of the text. */
function foundIn(document: ConvertedDocument): Found {
  const { fields, confidence, metadata, story } = document;
  const options = { office: ['harbor'], caucus: [] };
  const { release, questions } = resolveRelease(document, { name: 'release' }, options, NO_ARCHIVE);
  const asked = new Set(questions.map(({ field }) => field));
  const value = <Value>(field: keyof typeof ASKED, own: Value, resolved: Value) => {
    const isOwn = asked.has(field) || resolved === own;
    return {
      value: isOwn ? own : resolved,
      confidence: isOwn ? confidence[field] : metadata?.confidence,
    };
  };
  const title = value('title', fields.title, release.title ?? null);
  const date = value('date', fields.date, release.date ?? null);
  const contacts = asked.has('contact') ? (fields.contact ?? []) : release.contact;
  const words = collapse(story).split(' ');
  return {
    asked: new Set(
      Object.entries(ASKED).flatMap(([field, name]) =>
        asked.has(field as keyof typeof ASKED) ? [name] : [],
      ),
    ),
    headline: { text: collapsed(title.value), confidence: title.confidence },
    date: { text: date.value ?? NONE, confidence: date.confidence },
    dateline: { text: collapsed(fields.dateline), confidence: confidence.dateline },
    contacts: {
      text: people(contacts.map(({ name, phone }) => ({ name, phone: phone ?? null }))),
      confidence: fields.contact === null ? metadata?.confidence : confidence.contact,
    },
    'first words': { text: words.slice(0, 8).join(' '), confidence: undefined },
    'last words': { text: words.slice(-8).join(' '), confidence: undefined },
  };
}

type Accepted = { values: string[]; isLoose: boolean } | undefined;

function wantedBy(label: Label): Record<Field, Accepted> {
  const exact = (text: string | undefined): Accepted =>
    text === undefined ? undefined : { values: [text], isLoose: false };
  const oneOf = (value: string | string[] | null | undefined): Accepted => {
    if (Array.isArray(value)) return { values: value.map(collapse), isLoose: true };
    return exact(value === undefined ? undefined : collapsed(value));
  };
  return {
    headline: oneOf(label.headline),
    date: exact(label.date === undefined ? undefined : (label.date ?? NONE)),
    dateline: oneOf(label.dateline),
    contacts: exact(label.contacts && people(label.contacts)),
    'first words': exact(label.body_first && collapse(label.body_first)),
    'last words': exact(label.body_last && collapse(label.body_last)),
  };
}
