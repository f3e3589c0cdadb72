import { today } from '../../archive/day.ts';
import { isRicos, ricosToHtml } from './ricos.ts';

/** A release as an export or a table has it: values by the names of its columns or fields. */
export type Row = Record<string, unknown>;

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

/** Objects that systems put around an entry: Drupal's `node`, `attributes` of JSON:API, `data` of Wix. */
const AROUND = ['node', 'attributes', 'data'];

/**
 * The entries of an export that is one JSON value or one XML document: a list, or the one list in it, such
 * as `data` of JSON:API, `nodes` of Drupal's views, `dataItems` or `posts` of Wix.
 */
export function rowsIn(value: unknown): Row[] {
  if (isRows(value)) return value.map(exportedEntry);
  if (!isObject(value)) return [];
  if (isEntry(value)) return [exportedEntry(value)];
  const lists = Object.values(value).filter(isRows);
  const [list] = lists.toSorted((a, b) => b.length - a.length);
  if (list !== undefined) return list.map(exportedEntry);
  const inner = Object.values(value).filter(isObject);
  return inner.length === 1 ? rowsIn(inner[0]) : [exportedEntry(value)];
}

/** Whether an object is a release itself, and not the list of them. */
const isEntry = (value: Row): boolean =>
  Object.keys(value).some((key) => /^(?:title|body|headline|richcontent)$/i.test(key)) ||
  AROUND.some((key) => isObject(value[key]) && isEntry(value[key]));

/** The values of an entry by its fields, without the objects around them. */
export function exportedEntry(row: Row): Row {
  const around = AROUND.find((key) => isObject(row[key]));
  const { [around ?? '']: inner, ...beside } = row;
  const all = isObject(inner) ? { ...pickNamed(beside), ...exportedEntry(inner) } : row;
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => plainEntries(key, value)),
  );
}

/** Of what is beside the entry itself only its number says anything: the rest is links and types. */
const pickNamed = ({ id }: Row): Row => (id === undefined ? {} : { id });

/** What names the text of an entry in the objects that systems have for it, the best first. */
const TEXT_KEYS = ['value', 'rendered', '#text', 'processed', 'target_id', 'alias'];

/** The entries of a row that a value gives: `{ value, summary }` gives two, a list one with commas. */
function plainEntries(key: string, value: unknown): [string, unknown][] {
  if (typeof value === 'string' && /^\s*\{\s*"nodes"/.test(value)) {
    const parsed = parsedRicos(value);
    return [[key, parsed === undefined ? value : ricosToHtml(parsed)]];
  }
  if (isRicos(value)) return [[key, ricosToHtml(value)]];
  if (Array.isArray(value)) {
    const [only, ...more] = value as unknown[];
    if (more.length === 0) return only === undefined ? [] : plainEntries(key, only);
    return [[key, value.map((one) => plainEntries(key, one)[0]?.[1] ?? '').join(', ')]];
  }
  if (!isObject(value)) return [[key, value]];
  const name = TEXT_KEYS.find((one) => typeof value[one] !== 'object' && one in value);
  if (name === undefined) return [[key, value]];
  const summary = value['summary'];
  return summary === undefined || summary === null || summary === ''
    ? [[key, value[name]]]
    : [[key, value[name]], [`${key}.summary`, summary]]; // prettier-ignore
}

function parsedRicos(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return isRicos(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a row says of itself that it was never published. */
export function isUnpublished(row: Row): boolean {
  const status = row['status'] ?? row['published'] ?? row['post_status'];
  return /^(?:0|false|off|no|unpublished|draft|pending|private|trash)$/i.test(String(status ?? ''));
}

/**
 * The text of a day as it was where the archive is: systems have instants in UTC, in which an afternoon in
 * California is the next day.
 * @param timeZone of the archive; undefined leaves instants as they are.
 */
export function localDay(text: string, timeZone: string | undefined): string {
  const isInstant = /T\d{2}:\d{2}.*(?:Z|[+-]00:?00)$/.test(text.trim());
  const seconds = /^\d{9,10}$/.test(text.trim()) ? Number(text) : undefined; // since 1970, as Drupal 7 has it
  const instant = seconds === undefined ? Date.parse(text.trim()) : seconds * 1000;
  if ((!isInstant && seconds === undefined) || Number.isNaN(instant)) return text;
  return today(instant, timeZone ?? 'UTC');
}
