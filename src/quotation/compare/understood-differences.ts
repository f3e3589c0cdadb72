import { type ComparedRelease, passageText } from './compared-release.ts';
import type { Occurrence } from './find-exact.ts';
import type { ParsedQuotation } from './parse-quotation.ts';
import { quotedWords } from './quoted-words.ts';

/** What an editor did, and what differs between a quotation and its source although the words are the same. */
const UNDERSTOOD = [
  'brackets',
  'ellipsis',
  'quotationMarks',
  'dashes',
  'case',
  'punctuation',
  'statements',
] as const;
export type Understood = (typeof UNDERSTOOD)[number];

const QUOTATION_MARKS = /["“”„‟«»‹›『』「」'’‘‚‛ʼ\x60´]/gu;
const DASHES = /[-‐‑‒–—―−]+/gu;
const LETTERS = /[\p{L}\p{M}]+/gu;
const PUNCTUATION = /[.,;:!?¿¡()/]/gu;

/** What had to be understood to find that a quotation is word for word. */
export function understoodIn(
  { text, elements, hasBrackets }: ParsedQuotation,
  release: ComparedRelease,
  occurrence: Occurrence,
): Understood[] {
  const hasEllipsis = elements.some(({ kind }) => kind === 'ellipsis');
  const source = occurrence.map(({ start, end }) => passageText(release, start, end)).join(' ');
  const words = quotedWords(text);
  // Marks around the whole are those of the text that quotes.
  const quoted = text.slice(words[0]?.start, words.at(-1)?.end);
  const differs = (pattern: RegExp) =>
    (quoted.match(pattern) ?? []).join(' ') !== (source.match(pattern) ?? []).join(' ');
  const isPlain = !hasBrackets && !hasEllipsis; // else all of them may differ
  const found: Record<Understood, boolean> = {
    brackets: hasBrackets && !source.includes('['),
    ellipsis: hasEllipsis && !/…|\.\s?\.\s?\./.test(source),
    quotationMarks: isPlain && differs(QUOTATION_MARKS),
    dashes: isPlain && differs(DASHES),
    case: isPlain && differs(LETTERS),
    punctuation: isPlain && differs(PUNCTUATION),
    statements: occurrence.some(({ start, end }) =>
      release.starts.some((place) => place > start && place < end),
    ),
  };
  return UNDERSTOOD.filter((kind) => found[kind]);
}
