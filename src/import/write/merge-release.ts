import { isDeepStrictEqual as isSame } from 'node:util';
import { digest, type Wrote } from './outcome.ts';

export type Fields = Record<string, unknown>;

/** A release as it stands, and as its source gives it. */
export interface Version {
  fields: Fields;
  markdown: string;
}

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
export function mergeRelease(there: Version, now: Version, last: Wrote | undefined): Merged {
  const notes: string[] = [];
  const fields: Fields = {};
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
  const isByHand = last !== undefined && digest(text) !== last.body;
  if (isByHand && text !== next && digest(next) !== last.body)
    notes.push(
      'Its text was changed by hand and stays, though its source has changed too: compare the two, or delete the release and import it again.',
    );
  return { fields, markdown: isByHand ? text : next, notes };
}

const shown = (value: unknown) =>
  value === undefined ? 'nothing of it' : typeof value === 'string' ? value : JSON.stringify(value);
