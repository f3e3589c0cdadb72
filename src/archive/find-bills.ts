import { BILL_NAMES, normalizeBill } from './bill.ts';

/** A bill that a text names, and where it does so for the first time. */
export interface BillMention {
  /** In its normalized form. */
  bill: string;
  /** Of the text, counted from 1. */
  line: number;
  /** The words around it. */
  words: string;
}

/** Not behind the number of a house, as in `123 S. 50 Street`; a year may end an act's name. */
const NO_STREET = String.raw`(?<!\d (?<!\b(?:19|20)\d\d ))`;
const SPACE = String.raw`[ \u00a0]?`;
/** A number that is neither part of a larger one nor the beginning of a word, as in `S. 4th Street`. */
const NUMBER = String.raw`\d{1,5}(?:-[A-Z])?(?![\p{L}\p{N}]|[.,:/-]\d)`;
/**
 * What is a bill in any text. Abbreviations that are mostly something else are left out: `SR 99` is a road,
 * `AR 15` a rifle, and `A. 12` may be the end of a name.
 */
const FORMS = [
  String.raw`H\.?${SPACE}R\.?${SPACE}-?`,
  String.raw`[HS]\.?${SPACE}(?:(?:J|Con|CON)\.?${SPACE})?(?:Res|RES)\.?${SPACE}`,
  String.raw`${NO_STREET}S\.${SPACE}`,
  // Without its point, as pages are saved that lost theirs: not a year, nor the end of `THE STATE'S 50`.
  String.raw`${NO_STREET}(?<!\bU |\p{Lu}{2}['’]? )S(?= (?!(?:19|20)\d\d))[ ]`,
  String.raw`[ASH]\.?${SPACE}B\.?${SPACE}(?:(?:No|NO)\.?${SPACE})?-?`,
  String.raw`[AS]B${SPACE}[Xx]\d[ -]`,
  String.raw`[AS]BX\d ?-?`,
  String.raw`(?:ACR|SCR|AJR|SJR|ACA|SCA|HCR|HJR)${SPACE}(?:(?:No|NO)\.?${SPACE})?-?`,
  String.raw`(?:LB|LD|HF|SF)${SPACE}-?(?=\d\d)`,
  String.raw`(?i:${BILL_NAMES})\s(?:(?:No|NO)\.?${SPACE})?`,
].join('|');
/** Not behind another letter, a number or `U.`, as in `U.S. 2006`. */
const BILL = new RegExp(String.raw`(?<![\p{L}\p{N}]|\p{L}\.${SPACE}?)(?:${FORMS})${NUMBER}`, 'gu');
const AROUND = 40; // characters on each side

/** The bills that a Markdown text names, in their order. Addresses of links are no words of it. */
export function findBills(markdown: string): BillMention[] {
  const found = new Map<string, BillMention>();
  for (const [n, written] of markdown.split('\n').entries()) {
    const line = written.replace(/\]\([^()\s]*\)/g, '] ').replace(/<?https?:\S+/g, ' ');
    for (const { 0: typed, index } of line.matchAll(BILL)) {
      const bill = normalizeBill(typed);
      if (bill === undefined || found.has(bill)) continue;
      found.set(bill, { bill, line: n + 1, words: around(line, index, typed.length) });
    }
  }
  return [...found.values()];
}

function around(line: string, start: number, length: number): string {
  const [from, to] = [Math.max(0, start - AROUND), start + length + AROUND];
  const before = from === 0 ? '' : '…';
  const after = to >= line.length ? '' : '…';
  return `${before}${line.slice(from, to).trim()}${after}`;
}
