import { Readability } from '@mozilla/readability';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { visit } from 'unist-util-visit';
import type { FurnitureFinder } from './page-furniture.ts';
import { isProse, isStoryPiece, type PagePiece } from './page-pieces.ts';

/** Readability has missed the story if it found less of the sentences of its box, or of the page. */
const MIN_OF_BOX = 0.5;
const MIN_OF_PAGE = 0.35;
/** The share of a page's sentences that the box of its story has, where nothing else shows it. */
const MOST_OF_PAGE = 0.65;

export interface PageStory {
  pieces: ReadonlySet<PagePiece>;
  /** The element that holds the story and little else. */
  box: Element;
}

/** The pieces that are certainly the story, and the element around them. */
export function storyOf(
  body: Element,
  pieces: readonly PagePiece[],
  furniture: FurnitureFinder,
): PageStory {
  const found = readableElements(body);
  const readable = pieces.filter(
    ({ around: [parent], nodes, words }) =>
      words > 0 &&
      (found.has(parent as Element) ||
        nodes.some((node) => node.type === 'element' && found.has(node))),
  );
  const size = (list: readonly PagePiece[]) => list.reduce((sum, { words }) => sum + words, 0);
  const all = pieces.filter((piece) => isStoryPiece(piece) && !furniture(piece, body));
  const isLost = size(readable.filter(isStoryPiece)) < MIN_OF_PAGE * size(all);
  const nearest = isLost ? boxOfMost(all, MOST_OF_PAGE * size(all)) : commonBox(readable);
  const box = storyBox(body, pieces, nearest ?? body);
  const own = pieces.filter(
    (piece) => piece.around.includes(box) && isProse(piece) && !furniture(piece, box),
  );
  const isMissed = isLost || size(readable.filter((piece) => own.includes(piece))) < MIN_OF_BOX * size(own); // prettier-ignore
  return { pieces: new Set(isMissed ? own : readable), box };
}

/** The smallest box that has so many words of these pieces. */
function boxOfMost(pieces: readonly PagePiece[], most: number): Element | undefined {
  const words = new Map<Element, number>();
  for (const piece of pieces)
    for (const element of piece.around) words.set(element, (words.get(element) ?? 0) + piece.words);
  const large = [...words].filter(([, count]) => count >= most && count > 0);
  return large.sort(([, one], [, other]) => one - other)[0]?.[0];
}

/** The elements that Readability takes for the article. */
function readableElements(body: Element): Set<Element> {
  const elements: Element[] = [];
  visit(body, 'element', (node) => {
    node.properties['dataPlace'] = String(elements.length);
    elements.push(node);
  });
  const html = toHtml(body.children);
  for (const { properties } of elements) delete properties['dataPlace'];
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const article = new Readability(document, { charThreshold: 200, keepClasses: true }).parse();
  const found = new Set<Element>();
  visit(fromHtml(article?.content ?? '', { fragment: true }), 'element', ({ properties }) => {
    const original = elements[Number(properties['dataPlace'] ?? -1)];
    if (original !== undefined) found.add(original);
  });
  return found;
}

/** The nearest element around all of these pieces. */
function commonBox(pieces: readonly PagePiece[]): Element | undefined {
  const [first, ...others] = pieces.map(({ around }) => around);
  const sets = others.map((around) => new Set(around));
  return first?.find((element) => sets.every((set) => set.has(element)));
}

/** What the page itself marks as its story, if that agrees with what reads like one. */
function storyBox(body: Element, pieces: readonly PagePiece[], readable: Element): Element {
  const words = new Map<Element, number>();
  for (const piece of pieces.filter(isProse))
    for (const element of piece.around) words.set(element, (words.get(element) ?? 0) + piece.words);
  const inside = words.get(readable) ?? 0;
  const marked = [...words].filter(
    ([{ tagName, properties }]) =>
      /^(?:article|main)$/.test(tagName) ||
      properties['role'] === 'main' ||
      /articleBody/.test(String(properties['itemProp'] ?? '')),
  );
  const around = pieces.find((piece) => piece.around.includes(readable))?.around ?? [];
  const above = around.slice(around.indexOf(readable));
  const nearest = marked
    .filter(([element, count]) => above.includes(element) && (inside === 0 || count < 3 * inside))
    .sort(([one], [other]) => above.indexOf(one) - above.indexOf(other))[0];
  if (nearest !== undefined) return nearest[0];
  if (readable !== body) return readable;
  return marked.sort(([, one], [, other]) => other - one)[0]?.[0] ?? body;
}
