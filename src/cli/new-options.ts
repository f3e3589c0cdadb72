import type { parseArgs } from 'node:util';
import { type Draft, type DraftProblem, findIssuer, today } from '../archive/new-release.ts';
import type { Desk } from '../load/content-index.ts';

export const OPTIONS = {
  title: { type: 'string' },
  office: { type: 'string', multiple: true },
  date: { type: 'string' },
  slug: { type: 'string' },
  caucus: { type: 'string', multiple: true },
  topic: { type: 'string', multiple: true },
  speaker: { type: 'string', multiple: true },
  'contact-name': { type: 'string' },
  'contact-title': { type: 'string' },
  'contact-phone': { type: 'string' },
  'contact-email': { type: 'string' },
  dateline: { type: 'string' },
  language: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/**
 * The draft that the options describe; an empty one counts as left out.
 * @param now the instant, in milliseconds since 1970: its day is the preset of `--date`.
 */
export function readDraft(values: Values, { known, timeZone }: Desk, now: number): Draft {
  const one = (value = '') => value.trim() || undefined;
  const many = (list: string[] = []) => list.map(one).filter((value) => value !== undefined);
  const contact = Object.fromEntries(
    (['name', 'title', 'phone', 'email'] as const)
      .map((field) => [field, one(values[`contact-${field}`])] as const)
      .filter(([, value]) => value !== undefined),
  );
  return {
    slug: one(values.slug),
    title: one(values.title),
    date: one(values.date) ?? today(now, timeZone),
    dateline: one(values.dateline),
    office: many(values.office).map((name) => findIssuer(name, known.offices)),
    contact: Object.keys(contact).length > 0 ? [contact] : [],
    caucus: many(values.caucus).map((name) => findIssuer(name, known.caucuses)),
    topics: many(values.topic),
    speakers: many(values.speaker),
    language: one(values.language),
  };
}

/** A problem in the words of the options: `--contact-phone has fewer …`. */
export function asFault({ field, message, hint }: DraftProblem): string {
  const option = field
    .replace(/\[\d+\]/g, '')
    .replace('.', '-')
    .replace(/^(topic|speaker)s$/, '$1');
  return `--${option} ${message}; ${hint}`;
}
