import { basename, dirname } from 'node:path';
import type { Day } from '../../archive/day.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { dateInName } from '../parse/find-date.ts';
import { CONFIDENCE_BAR, type Guess, guess } from './questions.ts';
import { innerPath } from '../sources/source-item.ts';

/**
 * Guesses the day of issue from the option, the text, the source's metadata and the file's name.
 * @param name the name of the source.
 * @param options the days of `--date`, which serves where no source is sure, and of `--override-date`,
 * which always holds.
 * @returns the guesses, and a list of them in words if they differ.
 */
export function dateGuesses(
  { fields, confidence, metadata }: ConvertedDocument,
  name: string,
  options: { date?: Day | undefined; overrideDate?: Day | undefined },
): { guesses: (Guess<Day> | undefined)[]; differing: string | undefined } {
  const path = innerPath(name);
  const inName = dateInName(basename(path)) ?? dateInName(basename(dirname(path)));
  // A day in the text comes before one in the file's name, which may be the day of a scan.
  const isPrinted = fields.date !== null && confidence.date >= CONFIDENCE_BAR;
  const { date, overrideDate } = options;
  const days = [overrideDate, fields.date, metadata?.date, inName].filter(
    (day) => typeof day === 'string',
  );
  const descriptions = [
    overrideDate && `--override-date says ${overrideDate}`,
    fields.date && `the text prints ${fields.date}`,
    metadata?.date && `the source says ${metadata.date}`,
    inName && `its name says ${inName}`,
  ];
  return {
    guesses: [
      guess(overrideDate, 2, '--override-date'),
      guess(fields.date, confidence.date, 'the text'),
      guess(metadata?.date, metadata?.confidence ?? 0, 'the source'),
      guess(inName, isPrinted ? 0 : 0.9, 'the name of the file'),
      guess(date, CONFIDENCE_BAR, '--date'),
    ],
    differing: new Set(days).size > 1 ? descriptions.filter(Boolean).join(', ') : undefined,
  };
}
