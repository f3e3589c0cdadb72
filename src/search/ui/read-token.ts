import { isDay } from '../../archive/day.ts';
import { IDENTIFIER } from './identifiers.ts';
import type { Part } from './query-part.ts';
import { firstDayOf, lastDayOfPeriod, resolveOperator } from './query-operators.ts';
import { words } from './search-words.ts';

/** Quotation marks that can end each other: keyboards and languages pair them differently. */
const FAMILIES = ['"“”„‟＂', '«»', '「」『』'];
const MARKS = FAMILIES.join('');
const QUOTED = FAMILIES.map((marks) => `[${marks}][^${marks}]*(?:[${marks}]|$)`).join('|');
const PUNCTUATION = String.raw`[^\s\p{L}\p{N}${MARKS}]`;
/** `office:`; also with the colon of Chinese keyboards. */
const NAME = String.raw`[\p{Script=Latin}\p{M}]+[:：]`;
/** What parts words without a space, but not the digits of a number. */
const PARTING = String.raw`(?:[—…|]|\.{3}|(?<!\p{N})[,;]|[,;](?!\p{N}))[—…|.,;]{0,8}(?=[\p{L}\p{N}])`;
/** Any other word; `bill:` and a bill with a space in it. A quotation mark right behind one, as in `12" pipe`, begins no phrase. */
const BODY = String.raw`(?<body>(?:bill[:：])?${IDENTIFIER}(?=$|[\s)\]},;:!?.|])|[\p{L}\p{N}](?:(?!${PARTING})[^\s${MARKS}])*)(?:["”＂»」』](?=\s|$))?`;
const SPACES = new RegExp(`[\\s${MARKS}]+`, 'gu'); // quotation marks say nothing inside of others
/** One thing typed. Punctuation right after a phrase belongs to it: `"cap"-and-trade` excludes nothing. */
export const TOKEN = new RegExp(
  `(?<lead>${PUNCTUATION}*(?:(?<=[$€£¥])\\s(?=\\p{N}))?)(?:(?<name>${NAME})?(?<quoted>${QUOTED})${PUNCTUATION}*|${BODY}|)`,
  'giu',
);
/** From and to: years, months or days. */
const RANGE = /^(?<from>\d{4}(?:-\d{2}){0,2})\.\.(?<to>\d{4}(?:-\d{2}){0,2})$/;
const OPERATOR = new RegExp(
  String.raw`^(?<name>${NAME})(?!//)(?=.*[\p{L}\p{N}])(?<value>.*)$`,
  'su',
);

/** What one thing typed means. */
interface Meaning {
  kind: Part['kind'];
  value: string;
  isPhrase?: boolean;
  isPrefix?: boolean;
  reason?: string;
}

/** Reads a match of `TOKEN`. @param isNot whether NOT or a minus sign is before it. */
export function readToken(
  token: Record<string, string | undefined>,
  isNot: boolean,
): Meaning | undefined {
  const { lead = '', name = '', quoted, body = '' } = token;
  const inside = (quoted ?? '').replace(SPACES, ' ').trim();
  const hasMinus = isNot || (/^[-−－]/.test(lead) && !lead.includes('('));
  const operator = OPERATOR.exec(name + inside + body)?.groups;
  if (operator !== undefined && (quoted === undefined || name !== '')) {
    return readOperator(operator['name'] ?? '', operator['value'] ?? '', hasMinus);
  }
  const isPhrase = quoted !== undefined && name === '';
  const range = isPhrase || hasMinus ? undefined : readRange(body);
  if (range !== undefined) return range;
  // A currency sign is punctuation before a word, and part of an amount; a bracket of a telephone number.
  const own = /[$€£¥]\s?$/.exec(lead) ?? (/^\p{N}{3}\)/u.test(body) ? /\($/.exec(lead) : null);
  const value = isPhrase ? inside : (own?.[0] ?? '') + bare(name + body);
  if (!/[\p{L}\p{N}]/u.test(value)) return undefined;
  if (isNot || (hasMinus && !/[\p{Pd}−]/u.test(lead.slice(1)))) {
    return { kind: 'without', value, isPhrase };
  }
  if (isPhrase) return { kind: 'phrase', value, isPhrase };
  const stars = body.indexOf('*');
  const isPrefix = /^[\p{L}\p{M}\p{N}]{2,}\*[\p{P}]*$/u.test(body);
  const reason = stars >= 0 && !isPrefix ? { reason: words.noStar } : {};
  return { kind: 'words', value, isPrefix, ...reason };
}

/** `2004..2006` */
function readRange(body: string): Meaning | undefined {
  if (!body.includes('..') || !/\d\.\.+\d/.test(body)) return undefined;
  const value = body.replace(/(?<=\d)\p{P}+$/u, '');
  const { from = '', to = '' } = RANGE.exec(value)?.groups ?? {};
  const [first, last] = [firstDayOf(from), lastDayOfPeriod(to)];
  const isRange = isDay(first) && last !== '' && first <= last;
  if (isRange) return { kind: 'between', value };
  return { kind: 'words', value: body.replaceAll('..', ' '), reason: words.noRange };
}

function readOperator(name: string, value: string, hasMinus: boolean): Meaning {
  const resolved = hasMinus ? { reason: words.noMinus } : resolveOperator(name.slice(0, -1), value);
  if ('operator' in resolved) return { kind: resolved.operator, value: resolved.value };
  const several = `${name} ${value}`.split(/[\s:：]+/).map(bare);
  return { kind: 'words', value: several.filter(Boolean).join(' '), reason: resolved.reason };
}

/** A word without punctuation around it; but for signs that belong to it: `100%`, `A+`, `401(k)`. */
function bare(word: string): string {
  const start = word.replace(/^[^\p{L}\p{N}]+/u, '');
  const signed = /^(?:.*\d%|\p{N}+\s?\(\p{L}\)|\p{L}\++)(?=[^\p{L}\p{N}%+]*$)/su.exec(start)?.[0];
  return signed ?? start.replace(/(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u, '');
}
