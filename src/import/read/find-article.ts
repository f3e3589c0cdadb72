import { Readability } from '@mozilla/readability';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { visit } from 'unist-util-visit';
import type { LeftOut } from './document.ts';
import { htmlWords } from './html-words.ts';
import { CONTACT_LABEL, isContactLine } from '../parse/contact-line.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { findDates } from '../parse/find-date.ts';
import { releaseLineAt } from '../parse/release-line.ts';
import { collapse, wordsIn } from '../parse/text-shape.ts';

const FURNITURE = 'on the page around the release: navigation, sharing, footer';
const MIN_WORDS = 25; // of an article

/**
 * Finds the release on a page: the article by Readability, and around it what belongs to a release,
 * such as headline, day and contact. Everything else is removed from the tree.
 * @returns what was removed; nothing if the page has only its text.
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
  const article = articleOf(body, elements);
  const main = article.size > 0 ? commonParent([...article], parents) : undefined;
  if (main === undefined) {
    forget(elements);
    return [];
  }
  const container = widen(main, parents);
  const around = new Set(wayUp(container, parents));
  const beginningOf = new Set<Element>();
  visit(container, 'element', (node) => void beginningOf.add(node));
  // Readability includes the boxes around the article: it begins where its first words are.
  const hasWords = ({ children }: Element) =>
    children.some((child) => child.type === 'text' && child.value.trim() !== '');
  const first = elements.findIndex((node) => article.has(node) && hasWords(node));
  const wanted = new Set(
    elements.filter((node, n) => {
      if (article.has(node)) return true;
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
  const found = new Set<Element>();
  visit(content, 'element', (node) => {
    const original = elements[Number(node.properties['dataPlace'] ?? -1)];
    if (original !== undefined) found.add(original);
  });
  if (wordsIn(htmlWords(content)).length < MIN_WORDS) found.clear();
  return found;
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

/** The part of the page that holds headline and article: up to the heading above it. */
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

/** Removes unwanted elements, and the words of elements that only contain wanted ones. */
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
