import { byColumns } from '../contact-columns.ts';
import { CONTACT_LABEL, isPostalAddress } from '../contact-line.ts';
import { type FoundContact, isName, readContacts } from '../find-contacts.ts';
import type { TaggedUnit } from '../tag-units.ts';
import type { Token } from '../token.ts';

const MAX_LINES = 14; // of all people
const MAX_TO_NUMBER = 3; // lines from a name to a number
const MAX_LINE = 90; // characters

/**
 * People with their titles and numbers, one below another, that no label announces.
 * @returns their lines and the first unit after them; undefined if there is no such block at unit `n`.
 */
export function unlabelledContacts(
  units: readonly TaggedUnit[],
  n: number,
): { tokens: Token[]; next: number } | undefined {
  if (!isPerson(units, n)) return undefined;
  let next = n;
  for (let k = n; k < n + MAX_LINES; k++) {
    const unit = units[k];
    if (unit === undefined || !isLine(unit)) break;
    if (unit.tags.hasNumber) next = k + 1;
    else if (k > n && k === next && !isPerson(units, k)) break;
  }
  const lines = units.slice(n, next);
  const contacts = readContacts(byColumns(lines).join('\n'));
  if (contacts.length === 0 || !contacts.every(isComplete)) return undefined;
  // One number for all is that of the office, in whose letterhead they are.
  const numbers = new Set(contacts.map(({ phone, email }) => phone ?? email));
  if (numbers.size < contacts.length) return undefined;
  const tokens = lines.map(({ text }, k): Token => ({
    kind: 'contact',
    unit: n + k,
    start: 0,
    end: text.length,
    text,
    contacts: k === 0 ? contacts : [],
  }));
  return { tokens, next };
}

const isComplete = ({ name, phone, email }: FoundContact) =>
  name !== null && (phone ?? email) !== null;

const isLine = ({ text, tags, isBody, heading }: TaggedUnit) =>
  !isBody && heading === 0 && text.length <= MAX_LINE && tags.isContactLine;

/** Whether a name is there, and soon below it a number. */
function isPerson(units: readonly TaggedUnit[], n: number): boolean {
  const unit = units[n];
  if (unit === undefined || !isLine(unit) || CONTACT_LABEL.test(unit.text)) return false;
  const [name = ''] = unit.text.split(/[,;:|(\d]/, 1);
  if (!isName(name.trim()) || isPostalAddress(unit.text)) return false;
  for (let k = n; k <= n + MAX_TO_NUMBER; k++) {
    const line = units[k];
    if (line === undefined || !isLine(line)) return false;
    if (line.tags.hasNumber) return true;
  }
  return false;
}
