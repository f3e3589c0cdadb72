import { BILL_LETTERS } from '../../archive/bill.ts';
import { wordKey } from '../symbols.ts';

/*
 * Names made of letters, points and numbers are one thing however they are written: `S. 1348`, `S.1348`
 * and `S1348`, `AB 60` and `AB-60`, `$35 million`, `F-22`, `title IX`, `Sept. 11` and a telephone number.
 */

const SCALE = 'thousand|million|billion|trillion|millones|millón|millions|milliards?|milliers';
/** Bills, resolutions, public laws and fiscal years, as legislatures abbreviate them. */
const BILLS = [...BILL_LETTERS, 'pl', 'fy'].join('|');
/** Parts of laws, and other words that make a name with the number behind them. */
const NUMBERED =
  'title|section|part|chapter|article|proposition|prop|amendment|route|highway|interstate|título|sección|parte|capítulo|artículo|titre|chapitre';
/** Abbreviations that a number follows without being part of their name: `U.S. 2006 budget`. */
const NO_BILL = String.raw`(?!(?:U\.?\s?[SNK]|D\.?C|E\.?U)\.?\s)`;
const END = String.raw`(?![\p{L}\p{N}]|[.,:/]\p{N})`;
const POINTED = String.raw`${NO_BILL}(?:\p{Lu}\p{L}{0,4}\.\s?){1,4}\p{N}{1,6}`;
const NAMED = String.raw`(?:${BILLS}|h[\s.]{1,2}r)[\s-]?\p{N}{1,6}`;
/** The letters of bills that are also named in words. */
const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  senate: ['s', 'sb'],
  house: ['hr', 'hb'],
  assembly: ['ab'],
};
const BILL_IN_WORDS = String.raw`(?:${Object.keys(IN_WORDS).join('|')})\sbill\s\p{N}{1,6}`;
/** The groups of digits of a telephone number, which the index has as words. */
const PHONE = String.raw`(?:1[\s.-])?\d{3}\)?[\s./-]{1,2}\d{3}[\s.-]\d{4}`;
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
/** A day in words as it is written in America, with or without its year. */
const DATE = String.raw`(?:${MONTH}|sept)\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?`;
const LABELED = String.raw`(?:${NUMBERED})\s(?:\p{N}{1,5}|[ivx]{1,5}|[a-d])`;
const NUMBER = String.raw`\p{N}[\p{N},.]{0,15}`;
const AMOUNT = String.raw`(?:[$€£¥]\s?)?${NUMBER}[\s-](?:${SCALE})`;
const PERCENT = String.raw`(?:%|[\s-]per\s?cent|\spor\sciento|\spour\scent)`;
const MIXED = String.raw`\p{L}{1,4}-?\p{N}{1,6}(?:['’]?s)?`;
/** `I 95`, but not `a 95`, nor what is a word elsewhere, such as Spanish `y`. */
const LETTER = String.raw`[b-df-np-tv-xz]\s\p{N}{1,3}`;
/** `401(k)`, `401k` */
const CLAUSED = String.raw`\p{N}{1,6}(?:\s?\(\p{L}\)|[a-z])`;

/** What an identifier looks like where it begins. */
export const IDENTIFIER = `(?:${PHONE}|${DATE}|${BILL_IN_WORDS}|${POINTED}|${AMOUNT}|${NAMED}|${LABELED}|${NUMBER}${PERCENT}|${CLAUSED}|${MIXED}|${LETTER})${END}`;
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'iu');
const [WHOLE, WHOLE_PHONE, WHOLE_DATE] = [whole(IDENTIFIER), whole(PHONE), whole(DATE)];
const PART = /\p{L}+|\p{N}[\p{N},.]*%?|[$€£¥]\s?\p{N}[\p{N},.]*/gu;
const MAX_PARTS = 5;
/** Abbreviations of bills that are also written with a space or a point inside. */
const ABBREVIATED = /^(?:(h)(r)|([hs])(con|j)?(res))$/;
const PERCENTAGE = whole(`(${NUMBER})${PERCENT}`);
const PERCENT_WORDS = [['percent'], ['per', 'cent'], ['por', 'ciento'], ['pour', 'cent']];
/** An identifier in one piece, which has a plural: `B-52s`, `401(k)s`. */
const COUNTED = /^(\p{L}+-?\p{N}+|\p{N}+\(?\p{L}\)?)(?:['’]?s)?$/iu;

/**
 * The ways to write an identifier, each as words of the index in a row.
 * @param isExact whether what is written with other words, such as `percent` for `%`, is another thing.
 * @returns undefined if the text is none.
 */
export function waysToWrite(text: string, isExact = false): string[][] | undefined {
  if (!WHOLE.test(text)) return undefined;
  if (WHOLE_PHONE.test(text)) return [text.match(/\d+/g) ?? []];
  if (WHOLE_DATE.test(text)) return isExact ? undefined : datesOf(text);
  const number = PERCENTAGE.exec(text)?.[1];
  if (number !== undefined && !isExact) {
    const key = wordKey(number);
    const inWords = PERCENT_WORDS.map((words) => [key, ...words]);
    return [[wordKey(`${number}%`)], [`${key}percent`], ...inWords];
  }
  const single = COUNTED.exec(text)?.[1];
  if (single === undefined || isExact) return waysOf(text);
  const withPlural = (words: string[]) => [words, [...words.slice(0, -1), `${words.at(-1)}s`]];
  // "a 10" is no A-10.
  return waysOf(single)
    ?.filter(([first]) => first !== 'a')
    .flatMap(withPlural);
}

/** A date with its month written out or shortened, and its day with or without the ending of an ordinal. */
function datesOf(text: string): string[][] {
  const [month = '', ...numbers] = text.toLowerCase().match(/\p{L}{3,}|\d+/gu) ?? [];
  const [day = '', ...year] = numbers;
  const name = MONTHS.find((one) => one.startsWith(month.slice(0, 3))) ?? month;
  const months = new Set([name, name.slice(0, 3), ...(name === 'september' ? ['sept'] : [])]);
  const number = String(Number(day));
  const ending = /1.$/.test(number) ? undefined : ['st', 'nd', 'rd'][(Number(day) % 10) - 1];
  const days = new Set([day, number, number + (ending ?? 'th')]);
  return [...months].flatMap((one) => [...days].map((other) => [one, other, ...year]));
}

function waysOf(text: string): string[][] | undefined {
  const [house = '', bill = '', number] = text.toLowerCase().split(/\s/);
  if (number !== undefined && bill === 'bill') {
    const short = IN_WORDS[house]?.flatMap((letters) => waysOf(`${letters} ${number}`) ?? []) ?? [];
    return [[house, bill, number], ...short];
  }
  const parts = (text.match(PART) ?? [])
    .map((part) => wordKey(part.replace(/\s|(?<![,.])[,.]+$/g, '')))
    .flatMap((part) => ABBREVIATED.exec(part)?.slice(1).filter(Boolean) ?? [part]);
  return parts.length > MAX_PARTS || parts.length === 0 ? undefined : segmentations(parts);
}

/** All ways to join neighbors: `s con 21`, `scon 21`, `s con21`, `scon21`. */
function segmentations([first, ...rest]: readonly string[]): string[][] {
  if (first === undefined) return [];
  if (rest.length === 0) return [[first]];
  return segmentations(rest).flatMap(([next = '', ...others]) => [
    [first, next, ...others],
    [first + next, ...others],
  ]);
}
