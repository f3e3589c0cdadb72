import { hash } from 'node:crypto';
import { isDeepStrictEqual as isSame } from 'node:util';
import type { Outcome } from '../ports.ts';
import type { RawFields } from '../resolve/raw-fields.ts';
import type { Version } from './release-file.ts';

/** The merged release, and notes for the person who imports. */
interface Merged extends Version {
  notes: string[];
}

/**
 * Merges an existing release with what its source says now: what the source changed since the last import
 * is changed, what a person changed stays. Where no import is known, the source decides, and fields that
 * it lacks stay.
 * @param previous what the last import wrote.
 */
export function mergeRelease(
  existing: Version,
  now: Version,
  previous: Outcome | undefined,
): Merged {
  const notes: string[] = [];
  const fields: RawFields = {};
  const names = new Set([...Object.keys(existing.fields), ...Object.keys(now.fields)]);
  names.delete('attachments'); // merged by mergeMedia
  for (const name of names) {
    const [old, next] = [existing.fields[name], now.fields[name]];
    const before = previous?.fields[name];
    const isByHand = previous === undefined ? next === undefined : !isSame(old, before);
    const value = isByHand ? old : next;
    if (value !== undefined) fields[name] = value;
    if (previous === undefined || !isByHand || isSame(old, next) || isSame(next, before)) continue;
    notes.push(`${name} was changed by hand and stays; its source now says ${shown(next)}.`);
  }
  const [text, next] = [existing.markdown.trim(), now.markdown.trim()];
  const isByHand = previous !== undefined && hash('sha256', text) !== previous.body;
  if (isByHand && text !== next && hash('sha256', next) !== previous.body)
    notes.push(
      'Its text was changed by hand and stays, but its source has changed too: compare the two, or delete the release and import it again.',
    );
  return { fields, markdown: isByHand ? text : next, notes };
}

const shown = (value: unknown) =>
  value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
