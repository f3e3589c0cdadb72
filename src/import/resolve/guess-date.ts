import { basename, dirname } from 'node:path';
import type { Day } from '../../archive/day.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { dateInName } from '../parse/find-date.ts';
import { CONFIDENCE_BAR, type Guess, guess } from './questions.ts';
import { innerPath } from '../sources/source-item.ts';

/**
 * The day of issue: as the person says, as printed, as the source says, or as the file's name does.
 * @param name of the source.
 * @param said the day of `--date`.
 * @returns the guesses, and what they say in words if they differ.
 */
export function dateGuesses(
  { fields, confidence, metadata }: ConvertedDocument,
  name: string,
  said: Day | undefined,
): { guesses: (Guess<Day> | undefined)[]; differing: string | undefined } {
  const path = innerPath(name);
  const named = dateInName(basename(path)) ?? dateInName(basename(dirname(path)));
  // A day that the text prints goes before one in the file's name, which may be that of a scan.
  const isPrinted = fields.date !== null && confidence.date >= CONFIDENCE_BAR;
  const days = [fields.date, metadata?.date, named].filter((day) => typeof day === 'string');
  const told = [
    said && `--date says ${said}`,
    fields.date && `the text prints ${fields.date}`,
    metadata?.date && `the source says ${metadata.date}`,
    named && `its name says ${named}`,
  ];
  return {
    guesses: [
      guess(said, 2, '--date'),
      guess(fields.date, confidence.date, 'the text'),
      guess(metadata?.date, metadata?.confidence ?? 0, 'the source'),
      guess(named, isPrinted ? 0 : 0.9, 'the name of the file'),
    ],
    differing: new Set(days).size > 1 ? told.filter(Boolean).join(', ') : undefined,
  };
}
