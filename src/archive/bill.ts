import { slugify } from './slug.ts';

/*
 * Bills and resolutions of legislatures. `S.B. 54`, `SB54` and `sb-54` are one bill, and so are `H.R. 1`,
 * `HR1` and `H. R. 1`; each is written in one form, has one address and is found however it is typed.
 */

/** How the Congress of the United States writes its bills and resolutions, by their letters. */
const FEDERAL: Readonly<Record<string, string>> = {
  hr: 'H.R.', s: 'S.', hres: 'H.Res.', sres: 'S.Res.', hjres: 'H.J.Res.', sjres: 'S.J.Res.',
  hconres: 'H.Con.Res.', sconres: 'S.Con.Res.',
}; // prettier-ignore

/** Bills, resolutions and amendments of state legislatures, which are written without points. */
const STATE =
  'hb sb ab acr scr ajr sjr aca sca ar sr hcr hjr hcm hjm sjm hca lb ld hf sf hp sp lr'.split(' ');

/** Houses that put a single letter before the number: `A. 1234`, `H. 57`. */
const SINGLE = ['a', 'h'];

/** The letters before a bill's number, in lower case and without points; single ones of states left out. */
export const BILL_LETTERS: readonly string[] = [...Object.keys(FEDERAL), ...STATE];

/** The names in words that stand for one abbreviation only; a `Senate Joint Resolution` can be two things. */
const IN_WORDS: Readonly<Record<string, string>> = {
  'assembly bill': 'ab', 'senate bill': 'sb', 'house bill': 'hb', 'house file': 'hf', 'senate file': 'sf',
  'assembly concurrent resolution': 'acr', 'assembly joint resolution': 'ajr',
  'assembly constitutional amendment': 'aca', 'senate constitutional amendment': 'sca',
  'legislative bill': 'lb', 'legislative document': 'ld',
}; // prettier-ignore

/** The names in words, as part of an expression. */
export const BILL_NAMES = Object.keys(IN_WORDS)
  .join('|')
  .replaceAll(' ', String.raw`\s`);

const DASH = String.raw`[-‐‑–]`;
/** Letters, for an extraordinary session `X1`, a number, and a version: `ABX1 26`, `S. 4051-A`. */
const WRITTEN = new RegExp(
  String.raw`^(?<letters>[a-z](?:\.? ?[a-z]){0,7}?)\.?(?:[\s-]?x(?<session>\d))? ?-? ?(?:nos?\.? ?)?0*(?<number>[1-9]\d{0,5})(?:-?(?<version>[a-z]))?$`,
  'i',
);
const NAMED = new RegExp(String.raw`^(?<name>${BILL_NAMES}) (?:no\.? ?)?(?<number>\d.*)$`, 'i');
/** Of other parliaments, as in `Bill C-69` and `Bill 21`. */
const NUMBERED = /^bill (?:(?<house>[a-z]) ?-? ?)?(?:no\.? ?)?0*(?<number>[1-9]\d{0,5})$/i;
/** What tells a bill from that of another session: `SB 54 (2017)`. */
const SESSION = /^(?<bill>[^()]+)\((?<session>[^()]+)\)$/;

/**
 * Writes a bill in the one form that it has here, however it was typed: `SB 54`, `H.R. 1`, `S.Con.Res. 21`,
 * `Bill C-69`. What is in brackets behind it, as in `SB 54 (2017)`, stays.
 * @returns undefined for what is no bill that is known here, such as `Sample Bill 12`.
 */
export function normalizeBill(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(new RegExp(DASH, 'g'), '-')
    .replace(/\s+/g, ' ')
    .trim();
  const { bill, session } = SESSION.exec(text)?.groups ?? {};
  const normalized = normalizeAlone(bill?.trimEnd() ?? text);
  if (normalized === undefined || session === undefined) return normalized;
  return /[\p{L}\p{N}]/u.test(session) ? `${normalized} (${session.trim()})` : undefined;
}

function normalizeAlone(text: string): string | undefined {
  const named = NAMED.exec(text)?.groups;
  const letters = IN_WORDS[named?.['name']?.toLowerCase() ?? ''];
  if (named !== undefined) return normalizeAlone(`${letters} ${named['number']}`);
  const { house, number } = NUMBERED.exec(text)?.groups ?? {};
  if (number !== undefined) return `Bill ${house ? `${house.toUpperCase()}-` : ''}${number}`;
  const written = WRITTEN.exec(text)?.groups;
  return written && formatBill(written);
}

function formatBill(written: Record<string, string | undefined>): string | undefined {
  const letters = (written['letters'] ?? '').replace(/[. ]/g, '').toLowerCase();
  const { session = '', number = '', version } = written;
  const end = `${number}${version ? `-${version.toUpperCase()}` : ''}`;
  if (letters === 'c') return session === '' ? `Bill C-${end}` : undefined; // of Canada's lower house
  if (STATE.includes(letters)) {
    return `${letters.toUpperCase()}${session && `X${session}`} ${end}`;
  }
  const federal = FEDERAL[letters] ?? (SINGLE.includes(letters) ? `${letters.toUpperCase()}.` : '');
  return federal === '' || session !== '' ? undefined : `${federal} ${end}`;
}

/** The name of a bill in addresses, however it is typed: `sb-54`, `hr-1`, `sconres-21`. */
export function billSlug(typed: string): string {
  const abbreviations = /(?<=\p{L})\.(?=\p{L}|\s|$)/gu;
  return slugify((normalizeBill(typed) ?? typed).replace(abbreviations, ''));
}

/** Why something cannot be a bill; undefined if it can, also in a form that is not known here. */
export function billFault(typed: string): string | undefined {
  if (!/\p{N}/u.test(typed)) return 'a bill has a number';
  const several = typed.split(/[,;&]|\band\b/i).map(normalizeBill);
  const areBills = several.length > 1 && several.every((one) => one !== undefined);
  return areBills ? `several are a list, as in [${several.join(', ')}]` : undefined;
}
