import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { LeftOut } from './document.ts';
import { htmlWords } from './html-words.ts';
import {
  type FurnitureFinder,
  furnitureFinder,
  isAboveMore,
  isFurnitureBox,
  isSharing,
} from './page-furniture.ts';
import { isProse, isStoryPiece, type PagePiece, pagePieces } from './page-pieces.ts';
import { storyOf, type PageStory } from './page-story.ts';
import { isHeadline, isReleasePart, isStrayPart } from './release-parts.ts';
import { CONTACT_LABEL } from '../parse/contact-line.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { collapse, wordsIn } from '../parse/text-shape.ts';

const FURNITURE = 'on the page around the release: navigation, sharing, footer';

interface CutPage {
  /** What was removed; nothing if the page has only its text. */
  leftOut: LeftOut[];
  warnings: string[];
}

/**
 * Finds the release on a page, and removes everything else from the tree. Readability finds the story;
 * what lies between two parts of it belongs to it, and headline, day and contact around it do too.
 * @param headlines those that the page names in its metadata.
 */
export function cutPage(body: Element, headlines: readonly string[]): CutPage {
  if (!hasFurniture(body)) return { leftOut: [], warnings: [] };
  const pieces = pagePieces(body);
  const furniture = furnitureFinder(pieces);
  const story = storyOf(body, pieces, furniture);
  if (story.pieces.size === 0) return { leftOut: [], warnings: [] };
  const taken = takenPieces(pieces, story, headlines, furniture);
  const warnings = lossWarning(pieces, taken, story.box);
  const nodes = new Set(pieces.filter((piece) => taken.has(piece)).flatMap((piece) => [...piece.nodes, ...piece.around])); // prettier-ignore
  const leftOut: LeftOut[] = [];
  prune(body, nodes, new Set(pieces.flatMap((piece) => piece.nodes)), leftOut);
  return { leftOut, warnings };
}

/** Whether a page has anything around its text. */
function hasFurniture(body: Element): boolean {
  const all = wordsIn(htmlWords(body)).length;
  let links = 0;
  let hasBoxes = false;
  visit(body, 'element', (node) => {
    if (/^(?:nav|header|footer|aside|form)$/.test(node.tagName) || isFurnitureBox(node)) hasBoxes = true; // prettier-ignore
    if (node.tagName === 'a') links += wordsIn(htmlWords(node)).length;
  });
  return hasBoxes || links / Math.max(1, all) > 0.25;
}

/** The pieces that belong to the release. */
function takenPieces(
  pieces: readonly PagePiece[],
  { pieces: story, box }: PageStory,
  headlines: readonly string[],
  furniture: FurnitureFinder,
): Set<PagePiece> {
  const places = pieces.flatMap((piece, n) => (story.has(piece) ? [n] : []));
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const title = headlinePlace(pieces.slice(0, last), headlines, first);
  const headline = pieces[title];
  const region = headline === undefined ? widen(box, pieces[first]) : boxAround(headline, box);
  const isOutside = (piece: PagePiece) => furniture(piece, region) !== undefined;
  const more = pieces.findIndex((piece, n) => n > last && isAboveMore(piece));
  const isTaken = (piece: PagePiece, n: number): boolean => {
    if (n === title || story.has(piece)) return true;
    if (!piece.around.includes(region) || isSharing(piece)) return false;
    if (n > first && n < last) return !isFurnitureWithin(piece, furniture(piece, box));
    if (isOutside(piece)) return false;
    if (n < first) {
      if (piece.heading > 0 && title !== -1 && n < title) return false;
      const isBetween = title !== -1 && n > title;
      return (
        isReleasePart(piece) ||
        (isBetween && isProse(piece) && (piece.linked < piece.words || piece.around.includes(box)))
      );
    }
    if (isStrayPart(piece)) return true;
    const isBefore = more === -1 || n < more;
    return isBefore && piece.around.includes(box) && isProse(piece) && piece.linked < 0.7 * piece.words; // prettier-ignore
  };
  const taken = new Set(pieces.filter(isTaken));
  for (const piece of contactPieces(pieces, taken, region)) taken.add(piece);
  if (headline !== undefined) markHeadline(headline);
  return taken;
}

const MAX_CONTACT = 6; // pieces below its label
const MAX_LINE = 90; // characters of one

/** The short pieces between a contact's label and its last number: a name, what the person does. */
function contactPieces(
  pieces: readonly PagePiece[],
  taken: ReadonlySet<PagePiece>,
  region: Element,
): PagePiece[] {
  const isLine = (piece: PagePiece) =>
    piece.text.length <= MAX_LINE &&
    piece.heading === 0 &&
    piece.around.includes(region) &&
    !isProse(piece) &&
    !isSharing(piece);
  return pieces.flatMap((piece, n) => {
    if (!taken.has(piece) || !CONTACT_LABEL.test(piece.text)) return [];
    const below = pieces.slice(n + 1, n + 1 + MAX_CONTACT);
    const lines = below.slice(0, 1 + below.findLastIndex(({ text }) => hasNumber(text)));
    return lines.every(isLine) ? lines : [];
  });
}

/** The nearest element around a headline and the box of its story. */
function boxAround({ around }: PagePiece, box: Element): Element {
  const isAround = (element: Element) => {
    let isFound = element === box;
    visit(element, 'element', (inner) => void (isFound ||= inner === box));
    return isFound;
  };
  return around.find(isAround) ?? box;
}

/** Inside a story, a box that a theme names is furniture if it has no sentence of its own. */
const isFurnitureWithin = (piece: PagePiece, named: Element | undefined) =>
  named !== undefined && !isStoryPiece(piece);

/** Where the headline is that the page names: the last such place before the story, or in its beginning. */
function headlinePlace(
  pieces: readonly PagePiece[],
  headlines: readonly string[],
  first: number,
): number {
  const reach = Math.max(first + 2, 0);
  for (const headline of headlines) {
    const places = pieces.flatMap((piece, n) => (n <= reach && isHeadline(piece, headline) && !isInMenu(piece) ? [n] : [])); // prettier-ignore
    const marked = places.findLast((n) => (pieces[n]?.heading ?? 0) > 0);
    const place = marked ?? places.at(-1);
    if (place !== undefined) return place;
  }
  return headingAbove(pieces, first);
}

const MAX_BETWEEN = 4; // pieces between a heading and its story: the day, buttons
const MIN_HEADING = 4; // words: a shorter one names a section of the site

/** The heading right above a story that does not begin with one; -1 if there is none. */
function headingAbove(pieces: readonly PagePiece[], first: number): number {
  if ((pieces[first]?.heading ?? 0) > 0) return -1;
  const from = Math.max(0, first - MAX_BETWEEN);
  const place = pieces.slice(from, first).findLastIndex(({ heading }) => heading > 0);
  const found = pieces[from + place];
  const isTitle =
    place !== -1 &&
    found !== undefined &&
    found.words >= MIN_HEADING &&
    found.linked < found.words &&
    !isInMenu(found) &&
    !pieces.slice(from + place, first).some(isProse);
  return isTitle ? from + place : -1;
}

const isInMenu = ({ around }: PagePiece) => around.some(({ tagName }) => tagName === 'nav');

/** A headline that the page shows in a paragraph becomes a heading. */
function markHeadline({ heading, around: [parent], nodes }: PagePiece) {
  if (heading > 0 || parent === undefined || !/^(?:p|div|span|font|center)$/.test(parent.tagName)) return; // prettier-ignore
  if (
    parent.children.every(
      (child) => nodes.includes(child) || (child.type === 'text' && child.value.trim() === ''),
    )
  )
    // prettier-ignore
    parent.tagName = 'h1';
}

/** The part of the page that holds headline and story: up to the heading above it. */
function widen(box: Element, first: PagePiece | undefined): Element {
  const above = first?.around.slice(first.around.indexOf(box)) ?? [];
  for (const node of above) {
    let hasHeading = false;
    visit(node, 'element', ({ tagName }) => void (hasHeading ||= tagName === 'h1'));
    if (hasHeading || /^(?:main|article)$/.test(node.tagName)) return node;
  }
  return box;
}

/** Says that something was left out that is seldom furniture: words that someone said, or a contact. */
function lossWarning(
  pieces: readonly PagePiece[],
  taken: ReadonlySet<PagePiece>,
  box: Element,
): string[] {
  const lost = pieces.filter(
    (piece) =>
      !taken.has(piece) &&
      piece.linked < piece.words &&
      (/[“«„"][^“”«»„"]{20,}[”»“"]/.test(piece.text) ||
        (piece.around.includes(box) && isStrayPart(piece))),
  );
  if (lost.length === 0) return [];
  const some = lost.slice(0, 3).map(({ text }) => `“${collapse(text).slice(0, 80)}”`);
  const more = lost.length > 3 ? ` and ${lost.length - 3} more` : '';
  return [`Left out a quotation or a contact on the page, ${some.join(', ')}${more}: if it belongs to the release, add it.`]; // prettier-ignore
}

/** Removes what was not taken. */
function prune(
  node: Element,
  taken: ReadonlySet<unknown>,
  inPieces: ReadonlySet<unknown>,
  leftOut: LeftOut[],
): void {
  node.children = node.children.map((child): ElementContent => {
    if (child.type === 'text' && child.value.trim() === '') return child;
    if (taken.has(child)) {
      if (child.type === 'element' && !inPieces.has(child)) prune(child, taken, inPieces, leftOut);
      return child;
    }
    const text = collapse(htmlWords(child));
    if (text !== '') leftOut.push({ text, reason: FURNITURE });
    return { type: 'text', value: ' ' }; // what stays on both sides is not one word
  });
}
