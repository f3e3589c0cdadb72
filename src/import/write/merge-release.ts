import { hash } from 'node:crypto';
import { isDeepStrictEqual as isSame } from 'node:util';
import type { Outcome } from '../ports.ts';
import type { RawFields } from '../resolve/raw-fields.ts';
import type { Version } from './release-file.ts';

/** What becomes of a release that is there, and what a person should know of it. */
export interface Merged extends Version {
  notes: string[];
}

/**
 * Puts together a release that is there and what its source says now: what the source changed since the
 * last import is changed, what a person changed stays. Where no import is known, the source decides,
 * and fields that it has not are kept.
 * @param last what the source said then.
 */
export function mergeRelease(there: Version, now: Version, last: Outcome | undefined): Merged {
  const notes: string[] = [];
  const fields: RawFields = {};
  const names = new Set([...Object.keys(there.fields), ...Object.keys(now.fields)]);
  names.delete('attachments'); // told apart by their files
  for (const name of names) {
    const [old, next] = [there.fields[name], now.fields[name]];
    const before = last?.fields[name];
    const isByHand = last === undefined ? next === undefined : !isSame(old, before);
    const value = isByHand ? old : next;
    if (value !== undefined) fields[name] = value;
    if (last === undefined || !isByHand || isSame(old, next) || isSame(next, before)) continue;
    notes.push(`${name} was changed by hand and stays; its source says ${shown(next)} now.`);
  }
  const [text, next] = [there.markdown.trim(), now.markdown.trim()];
  const isByHand = last !== undefined && hash('sha256', text) !== last.body;
  if (isByHand && text !== next && hash('sha256', next) !== last.body)
    notes.push(
      'Its text was changed by hand and stays, though its source has changed too: compare the two, or delete the release and import it again.',
    );
  return { fields, markdown: isByHand ? text : next, notes };
}

const shown = (value: unknown) =>
  value === undefined ? 'nothing of it' : typeof value === 'string' ? value : JSON.stringify(value);
