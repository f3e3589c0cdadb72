import type { TaggedUnit } from '../tag-units.ts';
import type { Token } from '../token.ts';
import { lettersOf } from './page-title.ts';

const MAX_LINES = 8; // of one headline

/** The whole of a unit as text. */
export const wholeToken = (unit: number, text: string): Token => ({
  kind: 'text',
  unit,
  start: 0,
  end: text.length,
  text,
});

/** Whether a text below the page's title repeats it. */
export const isTitleText = (text: string, unit: number, titles: ReadonlyMap<string, number>) =>
  (titles.get(lettersOf(text)) ?? unit) < unit;

/** The lines below a token that together with it repeat the page's title. */
export function linesOfTitle(
  units: readonly TaggedUnit[],
  token: Token,
  titles: ReadonlyMap<string, number>,
): Token[] | undefined {
  let letters = lettersOf(token.text);
  const lines: Token[] = [];
  for (let n = token.unit + 1; lines.length < MAX_LINES; n++) {
    const unit = units[n];
    if (unit === undefined || unit.isBody) return undefined;
    letters += lettersOf(unit.text);
    lines.push(wholeToken(n, unit.text));
    if ((titles.get(letters) ?? token.unit) < token.unit) return lines;
    if (![...titles.keys()].some((title) => title.startsWith(letters))) return undefined;
  }
  return undefined;
}
