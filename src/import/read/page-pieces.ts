import type { Element, ElementContent } from 'hast';
import { htmlWords } from './html-words.ts';
import { collapse, endsWithStop, wordsIn } from '../parse/text-shape.ts';

/** A stretch of a page that no block interrupts: the text of a paragraph, a heading, a cell. */
export interface PagePiece {
  nodes: ElementContent[];
  text: string;
  /** Its number of words, and how many of them are in links. */
  words: number;
  linked: number;
  /** The elements around it, the nearest first. */
  around: Element[];
  /** 1 to 6 in a heading, 0 elsewhere. */
  heading: number;
}

const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|link|mark|meta|nobr|picture|q|rb|rp|rt|ruby|s|samp|small|source|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

/** Divides an element into pieces, in the order of the page. */
export function pagePieces(root: Element): PagePiece[] {
  const pieces: PagePiece[] = [];
  const enter = (element: Element, around: readonly Element[]) => {
    let run: ElementContent[] = [];
    const own = [element, ...around];
    const flush = () => {
      if (
        run.some(
          (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
        )
      )
        // prettier-ignore
        pieces.push(pieceOf(run, own));
      run = [];
    };
    for (const child of element.children) {
      if (child.type === 'element' && !isInline(child)) {
        flush();
        enter(child, own);
      } else run.push(child);
    }
    flush();
    // What has neither words nor children, such as a frame, is a piece by itself.
    if (element.children.length === 0 && element !== root) pieces.push(pieceOf([], own));
  };
  enter(root, []);
  return pieces;
}

function isInline({ tagName, children }: Element): boolean {
  return (
    INLINE.test(tagName) && children.every((child) => child.type !== 'element' || isInline(child))
  );
}

function pieceOf(nodes: ElementContent[], around: Element[]): PagePiece {
  const text = collapse(nodes.map(htmlWords).join(''));
  const isLinked = around.some(({ tagName }) => tagName === 'a');
  const words = wordsIn(text).length;
  const heading = around.map(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1]).find(Boolean);
  return {
    nodes,
    text,
    words,
    linked: isLinked ? words : nodes.reduce((sum, node) => sum + linkedWords(node), 0),
    around,
    heading: Number(heading ?? 0),
  };
}

function linkedWords(node: ElementContent): number {
  if (node.type !== 'element') return 0;
  if (node.tagName === 'a') return wordsIn(htmlWords(node)).length;
  return node.children.reduce((sum, child) => sum + linkedWords(child), 0);
}

/** Whether a piece reads as a sentence of a story, not as a label, a title or a menu. */
export const isProse = ({ text, words }: PagePiece) =>
  (words >= 4 && endsWithStop(text)) ||
  words >= 16 ||
  (words >= 4 && /^[“"«„].*[”"»“]/u.test(text));

/** Whether it is a sentence that is not a link, as those above other releases are. */
export const isStoryPiece = (piece: PagePiece) => isProse(piece) && 2 * piece.linked < piece.words;
