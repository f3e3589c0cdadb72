import type { LeftOut, SourceBlock, SourceDocument } from './document.ts';
import { collapse } from '../parse/text-shape.ts';

const REASON = 'a line where one page of the paper ends and the next begins';
/** `-more-` at the foot of a page. */
const MORE = /^[-–—_*( ]*(?:more|continued|m[áa]s|sigue|suite)[-–—_*) .]*$/i;
const DASHED = /^[-–—_*(]|[-–—_*)]$/;
/** The line at the head of the next: `FERRY/2-2-2`, `Night ferry, page 2`, `Page 2 of 3`, `Add one`. */
const NEXT = /^(?:\D{0,60}\b(?:pages?|pg\.?|p\.)\s?\d{1,2}(?: of \d{1,2})?|\D{0,60}\d(?:[-–]\d){1,3}|[-–—] ?\d{1,2} ?[-–—]|(?:first |second |third )?add(?:-| )?(?:one|two|three|\d).{0,40}|\d{1,2}[-–]\d{1,2}[-–]\d{1,2})$/i; // prettier-ignore

/** Takes out the lines with which a release on paper goes over to the next page. */
export function withoutPageTurns(document: SourceDocument): SourceDocument {
  const { blocks } = document;
  const isMore = ({ text, node }: SourceBlock) =>
    node.type === 'paragraph' && MORE.test(collapse(text)) && DASHED.test(text.trim());
  const isTurn = (block: SourceBlock, n: number) => {
    const above = blocks[n - 1];
    if (isMore(block)) return n > 0 && n < blocks.length - 1;
    return above !== undefined && n > 1 && isMore(above) && NEXT.test(collapse(block.text));
  };
  const turns = blocks.filter(isTurn);
  if (turns.length === 0) return document;
  const leftOut = turns.map(({ text }): LeftOut => ({ text: collapse(text), reason: REASON }));
  return {
    ...document,
    blocks: blocks.filter((block) => !turns.includes(block)),
    leftOut: [...document.leftOut, ...leftOut],
  };
}
