import { wordKey } from '../symbols.ts';

/*
 * Names made of letters, points and numbers are one thing however they are written: `S. 1348`, `S.1348`
 * and `S1348`, `AB 60` and `AB-60`, `$35 million`, `F-22`.
 */

const SCALE = 'thousand|million|billion|trillion|millones|millón|millions|milliards?|milliers';
/** Bills, resolutions and public laws, as legislatures abbreviate them. */
const BILLS =
  'hr|s|hb|sb|ab|acr|scr|ajr|sjr|aca|sca|ar|sr|hres|sres|hjres|sjres|hconres|sconres|pl|lb|ld|hf|sf';
/** Abbreviations that a number follows without being part of their name: `U.S. 2006 budget`. */
const NO_BILL = String.raw`(?!(?:U\.?\s?[SNK]|D\.?C|E\.?U)\.?\s)`;
const END = String.raw`(?![\p{L}\p{N}]|[.,/]\p{N})`;
const POINTED = String.raw`${NO_BILL}(?:\p{Lu}\p{L}{0,4}\.\s?){1,4}\p{N}{1,6}`;
const NAMED = String.raw`(?:${BILLS})[\s-]?\p{N}{1,6}`;
const AMOUNT = String.raw`(?:[$€£¥]\s?)?\p{N}[\p{N},.]{0,15}[\s-](?:${SCALE})`;
const PERCENT = String.raw`\p{N}[\p{N},.]{0,15}%`;
const MIXED = String.raw`\p{L}{1,4}-?\p{N}{1,6}`;
/** `401(k)` */
const CLAUSED = String.raw`\p{N}{1,6}\s?\(\p{L}\)`;

/** What an identifier looks like where it begins. */
export const IDENTIFIER = `(?:${POINTED}|${AMOUNT}|${NAMED}|${PERCENT}|${CLAUSED}|${MIXED})${END}`;
const WHOLE = new RegExp(`^(?:${IDENTIFIER})$`, 'iu');
const PART = /\p{L}+|\p{N}[\p{N},.]*%?|[$€£¥]\s?\p{N}[\p{N},.]*/gu;
const MAX_PARTS = 5;
/** Abbreviations of bills that are also written with a space or a point inside. */
const ABBREVIATED = /^(?:(h)(r)|([hs])(con|j)?(res))$/;
const PERCENT_WORDS = [['percent'], ['per', 'cent']];

/**
 * The ways to write an identifier, each as words of the index in a row.
 * @returns undefined if the text is none.
 */
export function waysToWrite(text: string): string[][] | undefined {
  if (!WHOLE.test(text)) return undefined;
  const parts = (text.match(PART) ?? [])
    .map((part) => wordKey(part.replace(/\s|(?<![,.])[,.]+$/g, '')))
    .flatMap((part) => ABBREVIATED.exec(part)?.slice(1).filter(Boolean) ?? [part]);
  if (parts.length > MAX_PARTS || parts.length === 0) return undefined;
  const number = /^(\p{N}[\p{N},.]*)%$/u.exec(text)?.[1];
  const inWords =
    number === undefined ? [] : PERCENT_WORDS.map((words) => [wordKey(number), ...words]);
  return [...segmentations(parts), ...inWords];
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
