import { Readability } from '@mozilla/readability';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { visit } from 'unist-util-visit';
import type { LeftOut } from './document.ts';
import { htmlWords } from './html-words.ts';
import { CONTACT_LABEL, isContactLine } from '../parse/contact-block.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { findDates } from '../parse/find-date.ts';
import { releaseLineAt } from '../parse/release-line.ts';
import { collapse, wordsIn } from '../parse/text-shape.ts';

const FURNITURE = 'stands on the page around the release: navigation, sharing, footer';
const SMALLEST = 25; // words of an article that is worth the name

/**
 * Finds the release on a page: the article by Readability, and around it what belongs to a release,
 * as headline, day and contact. Everything else is taken out of the tree.
 * @returns what was taken out; nothing of a page that has nothing around its text.
 */
export const cutPage = (body: Element): LeftOut[] => (hasFurniture(body) ? keepRelease(body) : []);

const NAVIGATION = /^(?:nav|header|footer|aside|form)$/;

/** Whether a page has anything around its text. */
function hasFurniture(body: Element): boolean {
  const all = wordsIn(htmlWords(body)).length;
  let links = 0;
  let hasNavigation = false;
  visit(body, 'element', (node) => {
    if (
      NAVIGATION.test(node.tagName) ||
      /\b(?:nav|menu|sidebar|footer|share)/i.test(String(node.properties['className'] ?? ''))
    )
      hasNavigation = true;
    if (node.tagName === 'a') links += wordsIn(htmlWords(node)).length;
  });
  return hasNavigation || links / Math.max(1, all) > 0.25;
}

function keepRelease(body: Element): LeftOut[] {
  const elements: Element[] = [];
  const parents = new Map<Element, Element>();
  visit(body, 'element', (node, _, parent) => {
    node.properties['dataPlace'] = String(elements.length);
    elements.push(node);
    if (parent?.type === 'element') parents.set(node, parent);
  });
  const kept = articleOf(body, elements);
  const main = kept.size > 0 ? commonParent([...kept], parents) : undefined;
  if (main === undefined) {
    forget(elements);
    return [];
  }
  const container = widen(main, parents);
  const around = new Set(wayUp(container, parents));
  const beginningOf = new Set<Element>();
  visit(container, 'element', (node) => void beginningOf.add(node));
  // Readability keeps the boxes around the article too: it begins with its first words.
  const isSpoken = ({ children }: Element) =>
    children.some((child) => child.type === 'text' && child.value.trim() !== '');
  const first = elements.findIndex((node) => kept.has(node) && isSpoken(node));
  const wanted = new Set(
    elements.filter((node, n) => {
      if (kept.has(node)) return true;
      const isNear =
        beginningOf.has(node) &&
        !wayUp(node, parents).some((up) => !around.has(up) && isNavigation(up));
      return isNear && isReleasePart(node, n < first);
    }),
  );
  const ancestors = new Set<Element>();
  for (const node of wanted) {
    for (let up = parents.get(node); up !== undefined && !ancestors.has(up); up = parents.get(up))
      ancestors.add(up);
  }
  const leftOut: LeftOut[] = [];
  prune(body, wanted, ancestors, leftOut);
  forget(elements);
  return leftOut;
}

/** The elements that Readability takes for the article. */
function articleOf(body: Element, elements: readonly Element[]): Set<Element> {
  const { document } = parseHTML(
    `<!doctype html><html><body>${toHtml(body.children)}</body></html>`,
  );
  const article = new Readability(document, {
    charThreshold: 200,
    keepClasses: true,
  }).parse();
  const content = fromHtml(article?.content ?? '', { fragment: true });
  const kept = new Set<Element>();
  visit(content, 'element', (node) => {
    const original = elements[Number(node.properties['dataPlace'] ?? -1)];
    if (original !== undefined) kept.add(original);
  });
  if (wordsIn(htmlWords(content)).length < SMALLEST) kept.clear();
  return kept;
}

function commonParent(
  nodes: readonly Element[],
  parents: ReadonlyMap<Element, Element>,
): Element | undefined {
  const [first] = nodes;
  const ways = nodes.map((node) => wayUp(node, parents));
  return first && wayUp(first, parents).find((node) => ways.every((way) => way.includes(node)));
}

function wayUp(node: Element, parents: ReadonlyMap<Element, Element>): Element[] {
  const way = [node];
  for (let up = parents.get(node); up !== undefined; up = parents.get(up)) way.push(up);
  return way;
}

/** The part of the page that holds headline and article: up to the one heading that stands above it. */
function widen(main: Element, parents: ReadonlyMap<Element, Element>): Element {
  for (const node of wayUp(main, parents)) {
    let hasHeading = false;
    visit(node, 'element', ({ tagName }) => void (hasHeading ||= tagName === 'h1'));
    if (hasHeading || /^(?:main|article)$/.test(node.tagName)) return node;
  }
  return main;
}

const isNavigation = ({ tagName, properties }: Element) =>
  /^(?:nav|footer|aside|form)$/.test(tagName) ||
  /\b(?:nav|menu|sidebar|share|social|related|breadcrumb)/i.test(
    [properties['className'], properties['id']].join(' '),
  );

/** Whether an element beside the article is the release's: its headline, its day, its contact. */
function isReleasePart(node: Element, isAbove: boolean): boolean {
  if (
    /^(?:div|section|article|main|header|ul|ol|table|tbody|tr|figure|form|span|a|strong|em|b|i)$/.test(
      node.tagName,
    ) &&
    node.children.some(
      (child) =>
        child.type === 'element' &&
        /^(?:div|section|p|h\d|ul|table|header|nav|time)$/.test(child.tagName),
    )
  )
    return false;
  const text = collapse(htmlWords(node));
  if (text === '' || wordsIn(text).length > 60) return false;
  if (isAbove && (/^h[1-3]$/.test(node.tagName) || node.tagName === 'time')) return true;
  const isBlock = /^(?:p|div|li|address|td|dd|dt|span|h[2-6])$/.test(node.tagName);
  if (!isBlock) return false;
  if (hasNumber(text) && (isContactLine(text) || CONTACT_LABEL.test(text))) return true;
  if (/^(?:#\s*){3}$|^-\s?30\s?-$/.test(text) || /^(?:press |media )?contacts?\s*:?$/i.test(text))
    return true;
  if (!isAbove) return false;
  const [date] = findDates(text);
  const isDated = date !== undefined && text.length - (date.end - date.start) < 30;
  return (
    isDated ||
    releaseLineAt(text) !== undefined ||
    (node.tagName === 'p' &&
      wordsIn(text).length >= 4 &&
      node.children.every((child) => child.type !== 'element' || child.tagName !== 'a'))
  );
}

/** Takes out of a tree what is not wanted; of what only holds wanted parts the own words go. */
function prune(
  node: Element,
  wanted: ReadonlySet<Element>,
  ancestors: ReadonlySet<Element>,
  leftOut: LeftOut[],
): void {
  const isOwn = wanted.has(node);
  node.children = node.children.filter((child) => {
    if (child.type === 'element' && (wanted.has(child) || ancestors.has(child))) {
      if (!isWholeRelease(child, wanted)) prune(child, wanted, ancestors, leftOut);
      return true;
    }
    if (child.type === 'text' && isOwn) return true;
    if (child.type === 'element' && isOwn && !child.properties['dataPlace']) return true;
    const text = collapse(htmlWords(child));
    if (text !== '') leftOut.push({ text, reason: FURNITURE });
    return false;
  });
}

/** A headline or a contact line comes with all that is in it. */
const isWholeRelease = (node: Element, wanted: ReadonlySet<Element>) =>
  wanted.has(node) &&
  /^(?:h[1-6]|p|time|address|li|td|dd|dt|span)$/.test(node.tagName) &&
  isReleasePart(node, true);

function forget(elements: readonly Element[]): void {
  for (const { properties } of elements) delete properties['dataPlace'];
}
