import { byColumns } from './contact-columns.ts';
import { CONTACT_LABEL, isContactLine, isPostalAddress } from './contact-line.ts';
import { type FoundContact, isName, PHONE, readContacts } from './find-contacts.ts';
import type { TaggedUnit } from './tag-units.ts';
import { wordsIn } from './text-shape.ts';

/** A contact block at the end of a release, from its first unit to the one where it was found. */
interface FootContacts {
  first: number;
  contacts: FoundContact[];
  confidence: number;
}

/** Characters of a line that is searched for contacts. */
const REACH = 2000;
const MAX_LINES = 10; // above the last line
const MAX_LINES_WITHOUT_LABEL = 4;

/** The contact block that ends with unit `n` and begins at `stop` or below. */
export function contactsEndingAt(
  units: readonly TaggedUnit[],
  n: number,
  stop: number,
): FootContacts | undefined {
  if (!isBlockLine(units[n])) return undefined;
  let nameless: FootContacts | undefined; // `Phone: …` is a label too, below that of the person
  for (let first = n; first >= Math.max(stop, n - MAX_LINES); first--) {
    if (!isBlockLine(units[first])) break;
    const labelled = labelledBlock(units, first, n);
    if (labelled?.contacts.every(({ name }) => name !== null)) return labelled;
    nameless ??= labelled;
  }
  return nameless ?? blockWithoutLabel(units, n, stop);
}

const isBlockLine = (unit: TaggedUnit | undefined) =>
  unit !== undefined &&
  unit.text.length <= REACH &&
  (CONTACT_LABEL.test(unit.text) || unit.tags.isContactLine || isContactSentence(unit));

/** `For more information, please contact Casey Contact at 555-0123.` */
const isContactSentence = ({ text, tags }: TaggedUnit) =>
  /^(?:for\s+(?:more|further|additional)\s+information|for\s+(?:press|media)\s+inquiries|press|media)\b.{0,60}\bcontact\b/iu.test(
    text,
  ) &&
  tags.hasPhone &&
  tags.words <= 30;

function labelledBlock(
  units: readonly TaggedUnit[],
  first: number,
  last: number,
): FootContacts | undefined {
  const unit = units[first];
  if (unit === undefined) return undefined;
  const { text, tags } = unit;
  const sentence = isContactSentence(unit) ? /\bcontact\s*:?\s*/iu.exec(text) : null;
  const label =
    sentence === null ? CONTACT_LABEL.exec(text)?.[0].length : sentence.index + sentence[0].length;
  if (label === undefined) return undefined;
  const rest = text.slice(label);
  const isProse =
    label > 0 &&
    rest.trim() !== '' &&
    !isContactLine(rest) &&
    sentence === null &&
    tags.words > 16 &&
    !tags.hasPhone;
  if (isProse) return undefined;
  const below = byColumns(units.slice(first + 1, last + 1));
  const contacts = readContacts([rest, ...below].join('\n'));
  if (contacts.length === 0) return undefined;
  const isComplete = contacts.every(
    ({ name, phone, email }) => name !== null && (phone ?? email) !== null,
  );
  return { first, contacts, confidence: isComplete ? 0.97 : 0.6 };
}

/** Names and numbers without a label above them. */
function blockWithoutLabel(
  units: readonly TaggedUnit[],
  n: number,
  stop: number,
): FootContacts | undefined {
  const last = units[n];
  if (last === undefined || !(last.tags.hasPhone || last.text.includes('@'))) return undefined;
  let first = n;
  // A title may be between a name and its number.
  for (let k = n - 1; k >= Math.max(stop, n - MAX_LINES_WITHOUT_LABEL); k--) {
    const unit = units[k];
    if (unit === undefined || unit.isBody || !unit.tags.isContactLine) break;
    if (isPostalAddress(unit.text)) break;
    const isNext = k === first - 1;
    if (unit.tags.isName || (isNext && unit.tags.hasPhone)) first = k;
  }
  const lines = units.slice(first, n + 1).map(({ text }) => text);
  const contacts = readContacts(lines.join('\n'));
  if (contacts.length === 0 || contacts.some(({ name }) => name === null)) return undefined;
  return { first, contacts, confidence: 0.85 };
}

/**
 * Where the contacts begin with which a text ends, though no label says so, as in
 * `… at home   Laura Sample   Casey Contact  202  555 0123`.
 * @param from the first offset that they may have.
 * @returns undefined if there are none.
 */
export function contactsAtEnd(text: string, from: number): number | undefined {
  const phones = [...text.matchAll(PHONE)];
  const end = text.trimEnd().length;
  let start = end;
  for (;;) {
    const phone = phones.findLast(({ index, 0: number }) => index + number.length <= start);
    const isNext =
      phone !== undefined && text.slice(phone.index + phone[0].length, start).trim() === '';
    if (!isNext || phone.index <= from) break;
    const names = startOfNames(text, from, phone.index);
    if (names === phone.index) break;
    start = names;
  }
  return start === end ? undefined : start;
}

/** Where the names before a number begin; the number's own place if there are none. */
function startOfNames(text: string, from: number, phone: number): number {
  const first = Math.max(0, from);
  let start = phone;
  for (;;) {
    const before = text.slice(first, start).trimEnd();
    const gap = before.lastIndexOf('  ');
    if (gap <= 0 || !isNameOrOffice(before.slice(gap + 2).trim())) return start;
    start = first + gap + 2;
  }
}

const isNameOrOffice = (text: string) =>
  wordsIn(text).length <= 4 && (isName(text) || /^\p{Lu}\p{L}+ (?:Press )?Office$/u.test(text));

/** The contacts below a label in a table that lays out the foot. */
function contactsInTable(units: readonly TaggedUnit[], n: number): FootContacts | undefined {
  const label = units[n];
  if (label === undefined || !LABEL_ALONE.test(label.text)) return undefined;
  let end = n + 1;
  while (units[end]?.block === label.block && isBlockLine(units[end]) && end <= n + MAX_LINES)
    end++;
  const lines = units.slice(n + 1, end);
  const contacts = readContacts(lines.map(({ text }) => text).join('\n'));
  const isWhole = contacts.every(({ name, phone, email }) => name !== null && (phone ?? email));
  return contacts.length > 0 && isWhole ? { first: n, contacts, confidence: 0.85 } : undefined;
}

const LABEL_ALONE =
  /^(?:(?:press|media|news)\s+)?contacts?(?:\s+presse)?\s*:?$|^contacto(?:\s+de\s+prensa)?\s*:?$|^(?:presse)?kontakt\s*:?$/iu;
const LABEL_WITHIN = /^(?:(?:press|media)\s+)?(?:contacts?|contacto)\s*:/iu;
const MAX_WITHIN = 160; // characters of a line

/** The contacts in a line of the story itself, as among what an advisory says of who, where and when. */
export function contactsWithin(
  units: readonly TaggedUnit[],
  from: number,
): FootContacts | undefined {
  for (const [n, { text, tags, isBody }] of units.entries()) {
    const inTable = n >= from && isBody ? contactsInTable(units, n) : undefined;
    if (inTable !== undefined) return inTable;
    const label = n < from || text.length > MAX_WITHIN ? undefined : LABEL_WITHIN.exec(text)?.[0];
    if (label === undefined || !tags.hasNumber) continue;
    const contacts = readContacts(text.slice(label.length));
    const isWhole = contacts.every(
      ({ name, phone, email }) => name !== null && (phone ?? email) !== null,
    );
    if (contacts.length > 0 && isWhole) return { first: n, contacts, confidence: 0.9 };
  }
  return undefined;
}
