import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import type { Problem } from '../../archive/problem.ts';
import { type Body, bodyRenderer } from '../../markdown/render-body.ts';
import type { BodyPart } from './cut-body.ts';
import { UnreadableSource } from '../read/document.ts';
import { htmlWords } from '../read/html-words.ts';
import { collapse } from '../parse/text-shape.ts';

const render = bodyRenderer({ base: '/', media: new Map() });
const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  extensions: [gfmToMarkdown()],
};

/** A problem of a body, with its line in the file to be written. */
export type BodyProblem = Omit<Problem, 'file'>;

/**
 * Writes a body as Markdown, and verifies it: rendered by the archive's own pipeline, it must show the
 * words that were read, character by character apart from white space.
 * @param expected those words.
 * @returns the Markdown, and what `check` would find wrong with it.
 * @throws {UnreadableSource} if no way of writing them does.
 */
export function writeMarkdown(
  parts: readonly BodyPart[],
  expected: string,
): { markdown: string; problems: BodyProblem[] } {
  const ways = [
    () => joinParts(parts, withAddresses),
    () => joinParts(parts, (node) => node),
    () => plainMarkdown(expected),
  ];
  for (const way of ways) {
    const markdown = way();
    const body = rendered(markdown);
    if (withoutSpace(shownWords(body)) === withoutSpace(expected))
      return { markdown, problems: problemsOf(body) };
  }
  throw new UnreadableSource(
    'has text that cannot be written as Markdown without changing it',
    'look for unusual characters in it, or paste its text into a new release',
  );
}

function joinParts(parts: readonly BodyPart[], change: (node: RootContent) => RootContent): string {
  const pieces: string[] = [];
  let run: RootContent[] = [];
  const flush = () => {
    if (run.length > 0) pieces.push(toMarkdown({ type: 'root', children: run }, OPTIONS).trim());
    run = [];
  };
  for (const { node, verbatim } of parts) {
    if (verbatim === undefined) run.push(change(normalized(node)));
    else {
      flush();
      pieces.push(verbatim);
    }
  }
  flush();
  return `${pieces.join('\n\n')}\n`;
}

/** Normalizes white space: a page shows one space for many, and Markdown gives meaning to some. */
function normalized<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text') {
    return { ...node, value: node.value.replace(/[\t\n\r ]+/g, ' ') };
  }
  if (!('children' in node)) return node;
  const children = node.children.map((child) => normalized(child as Nodes));
  const isText = node.type === 'paragraph' || node.type === 'heading';
  return { ...node, children: isText ? trimmed(children as PhrasingContent[]) : children };
}

/** Without white space and breaks at both ends, and around breaks. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const list = children.flatMap((child, n): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    let { value } = child;
    if (n === 0 || children[n - 1]?.type === 'break') value = value.replace(/^ +/, '');
    if (n === children.length - 1 || children[n + 1]?.type === 'break') {
      value = value.replace(/(?<! ) +$/, '');
    }
    return value === '' ? [] : [{ ...child, value }];
  });
  while (list[0]?.type === 'break') list.shift();
  while (list.at(-1)?.type === 'break') list.pop();
  return list;
}

const ADDRESS =
  /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)'’\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Addresses printed in full become links, so that no character in them needs an escape. */
function withAddresses<Node extends Nodes>(node: Node): Node {
  if (!('children' in node) || node.type === 'link') return node;
  const children = node.children.flatMap((child): Nodes[] =>
    child.type === 'text' ? linked(child.value) : [withAddresses(child as Nodes)],
  );
  return { ...node, children };
}

function linked(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let place = 0;
  for (const { index, 0: address } of value.matchAll(ADDRESS)) {
    if (index > place) nodes.push({ type: 'text', value: value.slice(place, index) });
    const url = address.includes('://') ? address : `mailto:${address}`;
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: address }] });
    place = index + address.length;
  }
  if (place < value.length) nodes.push({ type: 'text', value: value.slice(place) });
  return nodes;
}

/** The last resort: paragraphs alone, with every character escaped that may have a meaning. */
function plainMarkdown(text: string): string {
  const escape = (line: string) =>
    line
      .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@"'$^=]/g, '\\$&')
      .replace(/^(\d+)/, '$1\u2060')
      .replace('\u2060', '');
  return `${text.split('\n\n').map(escape).join('\n\n')}\n`;
}

const rendered = (markdown: string) => render({ markdown, line: 1, file: '' });

/** Without what the page itself adds: permalinks, the marks of footnotes and their heading. */
function shownWords({ html }: Body): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }, index, parent) => {
    const { dataPermalink, dataFootnoteRef, dataFootnoteBackref, id } = properties;
    const isAdded = (dataPermalink ?? dataFootnoteRef ?? dataFootnoteBackref) !== undefined;
    if (!(isAdded || id === 'footnote-label') || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return collapse(htmlWords(tree));
}

/** What `check` would report, except missing files under `media/`, which it reports itself. */
const problemsOf = ({ errors }: Body): BodyProblem[] =>
  errors
    .filter(({ message }) => !message.includes('media/'))
    .map(({ line, field, message, hint }) => ({ line, field, message, hint }));

/** At the end of a block one text has space and the other none: only the other characters count. */
const withoutSpace = (text: string) => text.replace(/[\s\u00a0\ufeff]+/g, '');
