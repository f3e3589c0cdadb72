import type { parseArgs } from 'node:util';
import type { Contact } from '../archive/frontmatter.ts';
import { isDay } from '../archive/day.ts';
import { draftProblems } from '../archive/new-release.ts';
import type { ContentIndex } from '../load/content-index.ts';
import { UsageError } from '../settings.ts';
import type { FieldOptions } from '../import/resolve/resolve-release.ts';
import { type Column, COLUMN_NAMES, type ColumnMap } from '../import/sources/table.ts';
import { asFault, readDraft } from './new-options.ts';

export const IMPORT_OPTIONS = {
  office: { type: 'string', multiple: true },
  caucus: { type: 'string', multiple: true },
  date: { type: 'string' },
  'override-date': { type: 'string' },
  'contact-name': { type: 'string' },
  'contact-title': { type: 'string' },
  'contact-phone': { type: 'string' },
  'contact-email': { type: 'string' },
  columns: { type: 'string' },
  'accept-guesses': { type: 'boolean', default: false },
  'allow-duplicates': { type: 'boolean', default: false },
  'keep-source': { type: 'boolean', default: false },
  'publish-source': { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  report: { type: 'string', default: 'import-report.jsonl' },
} as const;

export type Values = ReturnType<
  typeof parseArgs<{ options: typeof IMPORT_OPTIONS; allowPositionals: true }>
>['values'];

/**
 * The fields that options give for all releases.
 * @throws {Error} that lists everything wrong with them.
 */
export function readFieldOptions(values: Values, index: ContentIndex, now: number): FieldOptions {
  const draft = readDraft({ ...values, title: '-' }, index, now);
  const faults = draftProblems(draft, index.known).map(asFault);
  const [person] = draft.contact;
  const isWhole = person?.name !== undefined && (person.phone ?? person.email) !== undefined;
  if (person !== undefined && !isWhole) {
    faults.push('--contact-name needs --contact-phone or --contact-email, and they need a name');
  }
  const override = values['override-date'];
  if (override !== undefined && !isDay(override)) {
    faults.push(
      `--override-date cannot be ${JSON.stringify(override)}: that is not a day of the calendar; write YYYY-MM-DD`,
    );
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    office: draft.office,
    caucus: draft.caucus ?? [],
    date: values.date === undefined ? undefined : draft.date,
    overrideDate: override,
    contact: isWhole ? (person as Contact) : undefined,
  };
}

/** Parses `title=Headline,body=Text`. */
export function readColumns(text: string | undefined): ColumnMap {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [column = '', ...name] = pair.split('=');
      const known = COLUMN_NAMES.find((one) => one === column.trim());
      if (known === undefined || name.join('=').trim() === '') {
        const hint = `write COLUMN=NAME, where COLUMN is one of ${COLUMN_NAMES.join(', ')}`;
        throw new UsageError(`--columns cannot be ${pair}; ${hint}`);
      }
      return [known satisfies Column, name.join('=').trim()];
    }),
  );
}
