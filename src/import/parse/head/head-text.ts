import { collapse, isCapitals } from '../text-shape.ts';
import type { Token } from '../token.ts';

/** A paragraph of the head that may be the headline or a line below it: one line or several. */
export interface HeadText {
  kind: 'paragraph';
  /** Its lines. */
  tokens: Token[];
  text: string;
  /** The level of the heading, 0 for none. */
  heading: number;
  /** Whether it is set in larger letters than most of the text. */
  isLarge: boolean;
  /** Whether its lines may be more than one paragraph. */
  isDoubtful: boolean;
  /** Whether its last line is so long that the next one may go on with it. */
  mayGoOn: boolean;
  /** Whether the title of the page, above it, says the same. */
  isTitle: boolean;
  /** Whether it can only be part of a letterhead or of the page. */
  isLetterhead: boolean;
}

export type HeadPart = Exclude<Token, { kind: 'text' }> | HeadText;

/** A paragraph of one line, of which only the words are known. */
export const lineAlone = (line: Token): HeadText => ({
  kind: 'paragraph',
  tokens: [line],
  text: joinLines([line.text]),
  heading: 0,
  isLarge: false,
  isDoubtful: false,
  isTitle: false,
  mayGoOn: false,
  isLetterhead: false,
});

/** The text of lines that were one; a word that was divided at a hyphen keeps it. */
export const joinLines = (lines: readonly string[]): string =>
  withoutEmphasis(withoutMarks(joined(lines)));

/** What a scanner made of stains before a line and after it, but no bullet and no dash. */
function withoutMarks(text: string): string {
  if (!isCapitals(text)) return text;
  const words = text.replace(/^[.,;:](?=\p{Lu})/u, '').split(' ');
  const first = words.findIndex((word) => !BEFORE.test(word));
  const last = words.findLastIndex((word) => !BEHIND.test(word));
  return words.slice(first, last + 1).join(' ');
}
const BEFORE = /^[.,:;·°^~`|‘’']{1,3}$/u;
const BEHIND = /^[.,:;·°^~`|-]$/u;

/** `**Old Tower Opens**` in a text that was written as Markdown, without its marks. */
const withoutEmphasis = (text: string) =>
  /^(\*\*|__)(?<words>[^*_]+)\1$/u.exec(text)?.groups?.['words']?.trim() ?? text;

const joined = (lines: readonly string[]) =>
  lines
    .map(collapse)
    .join('\n')
    .replace(/(?<=\p{L}-)\n(?=\p{Ll})/gu, '')
    .replaceAll('\n', ' ');
