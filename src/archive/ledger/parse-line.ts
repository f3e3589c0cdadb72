import type { z } from 'zod';
import { parseJson } from '../parse-json.ts';

/** What is wrong with a line, and how to mend it. */
export interface LineFault {
  message: string;
  hint: string;
}

/** Where a line is found again that is damaged. */
export const RESTORE = 'take the line from an earlier version of the file (git log -p)';

/**
 * Reads a line of JSON that this program writes, with its version as `v`.
 * @param version the only one that is read.
 * @returns what the line says, or what is wrong with it.
 */
export function parseLine<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  version: number,
): { value: z.output<Schema> } | LineFault {
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line)) {
    const hint = 'keep the lines of both sides, delete the marks, then run `npm run record`';
    return { message: 'has the marks of a merge that was not finished', hint };
  }
  const value = parseJson(line);
  if (value === undefined) {
    return { message: 'is cut short or was changed by hand: it is not JSON', hint: RESTORE };
  }
  const read = schema.safeParse(value);
  if (read.success) return { value: read.data };
  const written = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
  if (typeof written === 'number' && written > version) {
    const message = `is of version ${written}; this program reads version ${version}`;
    return { message, hint: 'use the version of the program that wrote it, or a later one' };
  }
  if (written !== version) {
    const named = written === undefined ? 'no version' : `version ${JSON.stringify(written)}`;
    return { message: `has ${named}; this program reads version ${version}`, hint: RESTORE };
  }
  const [issue] = read.error.issues;
  const path = issue?.path.join('.') ?? '';
  return {
    message: `cannot be read: ${path} ${wording(issue)}`.replace(/ +/g, ' '),
    hint: RESTORE,
  };
}

function wording(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return `has the unknown field ${issue.keys.join(', ')}`;
  if (issue?.code === 'invalid_type') return `is no ${issue.expected}`;
  return issue?.message ?? 'is wrong';
}
