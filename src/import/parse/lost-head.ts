import { tokensBefore, unitTokens } from './head-tokens.ts';
import { type BodyStart, HEAD_UNITS, startAtDateline } from './start-at-dateline.ts';
import { proseStart } from './start-of-prose.ts';
import type { TaggedUnit } from './tag-units.ts';
import type { Token } from './token.ts';

/** The head of a release in tokens, and where the body begins: at its dateline, if it has one. */
export interface LostHead {
  tokens: Token[];
  start: BodyStart;
}

/** Reads the head of a release, unit by unit, until the body begins. */
export function readLostHead(units: readonly TaggedUnit[], isLost: boolean): LostHead {
  const atDateline = startAtDateline(units, isLost);
  if (atDateline !== undefined) return headUntil(units, atDateline, isLost);
  // Nothing reads as a story: the first line is the headline.
  const below = { unit: units.length > 1 ? 1 : 0, offset: 0, dateline: undefined };
  return headUntilProse(units, isLost) ?? headUntil(units, below, isLost);
}

function headUntil(units: readonly TaggedUnit[], start: BodyStart, isLost: boolean): LostHead {
  const tokens: Token[] = [];
  let n = 0;
  while (n < start.unit) {
    const read = unitTokens(units, n, start.unit, isLost);
    tokens.push(...read.tokens);
    n = read.next;
  }
  if (n === start.unit) tokens.push(...tokensBefore(units, n, start.offset));
  return { tokens, start };
}

/** Without a dateline, the body begins with the first sentence that is not a headline. */
function headUntilProse(units: readonly TaggedUnit[], isLost: boolean): LostHead | undefined {
  const tokens: Token[] = [];
  let hasHeadline = false;
  for (let n = 0; n < Math.min(units.length, HEAD_UNITS);) {
    const unit = units[n];
    if (unit === undefined) break;
    if (unit.isBody) return { tokens, start: { unit: n, offset: 0, dateline: undefined } };
    const read = unitTokens(units, n, units.length - 1, isLost);
    const texts = unit.heading > 0 ? [] : read.tokens.filter(({ kind }) => kind === 'text');
    for (const { text, start } of texts) {
      const headline = proseStart(text, isLost, hasHeadline);
      if (headline !== undefined) {
        const offset = start + headline;
        tokens.push(...tokensBefore(units, n, offset));
        return { tokens, start: { unit: n, offset, dateline: undefined } };
      }
      hasHeadline = true;
    }
    if (unit.heading > 0) hasHeadline = true;
    tokens.push(...read.tokens);
    n = read.next;
  }
  return undefined;
}
