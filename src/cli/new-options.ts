import { normalizeBill } from '../archive/bill.ts';
import { today } from '../archive/day.ts';
import { type FieldName, fieldNames, type DraftFields } from '../archive/frontmatter.ts';
import { type Draft, type DraftProblem, findIssuerByWords } from '../archive/new-release.ts';
import type { ContentIndex } from '../load/content-index.ts';

/** The option for each field; null where a person adds the field to the file, or options of its own do. */
const FIELD_OPTIONS: Record<FieldName, { name: string; multiple?: true } | null> = {
  title: { name: 'title' },
  subtitle: null,
  date: { name: 'date' },
  dateline: { name: 'dateline' },
  office: { name: 'office', multiple: true },
  contact: null, // CONTACT_OPTIONS
  caucus: { name: 'caucus', multiple: true },
  topics: { name: 'topic', multiple: true },
  speakers: { name: 'speaker', multiple: true },
  quotes: null,
  bills: { name: 'bill', multiple: true },
  language: { name: 'language' },
  source: null,
  aliases: null,
  related: null,
  translations: null,
  corrects: null,
  attachments: null,
  embargo: null,
  draft: null,
  corrections: null,
  withdrawn: null,
};

const CONTACT_OPTIONS = ['name', 'title', 'phone', 'email'] as const;

const fieldOptions = fieldNames.flatMap((field) => {
  const option = FIELD_OPTIONS[field];
  return option === null ? [] : [{ field, multiple: false, ...option }];
});

export const OPTIONS: Record<string, { type: 'string'; multiple?: boolean }> = {
  ...Object.fromEntries(
    fieldOptions.map(({ name, multiple }) => [name, { type: 'string', multiple }]),
  ),
  slug: { type: 'string' },
  ...Object.fromEntries(CONTACT_OPTIONS.map((part) => [`contact-${part}`, { type: 'string' }])),
};

/** What `parseArgs` makes of `OPTIONS`. */
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/**
 * The draft that the options describe; an empty one counts as left out.
 * @param now the instant, in milliseconds since 1970: its day is the preset of `--date`.
 */
export function readDraft(values: Values, { known, timeZone }: ContentIndex, now: number): Draft {
  const many = (option: string) =>
    [values[option] ?? []]
      .flat()
      .map((value) => String(value).trim())
      .filter((value) => value !== '');
  const one = (option: string) => many(option)[0];
  const contact = Object.fromEntries(
    CONTACT_OPTIONS.map((part) => [part, one(`contact-${part}`)] as const).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const fields: DraftFields = Object.fromEntries(
    fieldOptions.map(({ field, name, multiple }) => [field, multiple ? many(name) : one(name)]),
  );
  return {
    ...fields,
    slug: one('slug'),
    date: fields.date ?? today(now, timeZone),
    office: (fields.office ?? []).map((name) => findIssuerByWords(name, known.offices)),
    contact: Object.keys(contact).length > 0 ? [contact] : [],
    bills: fields.bills?.map((bill) => normalizeBill(bill) ?? bill),
    caucus: fields.caucus?.map((name) => findIssuerByWords(name, known.caucuses)),
  };
}

/** A problem in the words of the options: `--contact-phone has fewer …`. */
export function asFault({ field, message, hint }: DraftProblem): string {
  const path = field.replace(/\[\d+\]/g, '').replace('.', '-');
  const option = fieldOptions.find((one) => one.field === path)?.name ?? path;
  return `--${option} ${message}; ${hint}`;
}
