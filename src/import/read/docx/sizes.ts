import type { Element } from 'hast';
import type { SourceBlock } from '../document.ts';
import type { Inline } from './inline.ts';
import { isLargeIn, usualSize } from '../letter-size.ts';

/** The property of a paragraph that has the height of its smallest letters, in half points. */
export const LETTER_SIZE = 'dataSize';

/** The height of letters where no style says it, in half points. */
const DEFAULT = 20;

/** The height of the smallest letters of a paragraph in half points; 0 for one without letters. */
export function smallestSize(inlines: readonly Inline[]): number {
  const sizes = inlines
    .filter(({ text }) => text !== undefined && /[\p{L}\p{N}]/u.test(text))
    .map(({ look }) => look.size ?? DEFAULT);
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}

/** Gives each paragraph a place of its own by which `markLarge` finds it again. */
export function numberLines(paragraphs: readonly Element[]): void {
  for (const [n, paragraph] of paragraphs.entries()) {
    const place = { line: n + 1, column: 1 };
    paragraph.position = { start: place, end: place };
  }
}

/** Marks the blocks whose letters are larger than those of most of the text. */
export function markLarge(blocks: readonly SourceBlock[], paragraphs: readonly Element[]): void {
  const sizeOf = ({ node }: SourceBlock) =>
    Number(paragraphs[(node.position?.start.line ?? 0) - 1]?.properties[LETTER_SIZE] ?? 0);
  const usual = usualSize(blocks.map((block) => ({ size: sizeOf(block), text: block.text })));
  for (const block of blocks) block.isLarge = isLargeIn(sizeOf(block), usual);
}
