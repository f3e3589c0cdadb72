import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { allowList } from './allow-list.ts';
import { error, type Positioned } from './notes.ts';
import { attributeName } from './rehype-allow-list.ts';
import { htmlMarkup } from './words/html-markup.ts';

/** What the elements of GFM's footnotes and tasks have and no HTML that a person writes. */
const OWN = /^(?:id|className|ariaLabel|ariaDescribedBy|dataFootnote.*)$/;

/**
 * Parses the HTML inside Markdown. Most releases have none, and parsing costs as much as all else,
 * so a tree without raw nodes is left as it is. A browser's parser ignores a tag where it is not
 * allowed, such as a cell outside a table; here that is an error.
 */
export function rehypeRawHtml() {
  return (tree: Root, file: VFile): Root | undefined => {
    const written = new Map<string, { count: number; node: Positioned }>();
    const count = (tagName: string, node: Positioned) => {
      const known = written.get(tagName);
      if (known) known.count++;
      else written.set(tagName, { count: 1, node });
    };
    let found = false;
    visit(tree, 'raw', (node) => {
      found = true;
      for (const { name, start, end } of htmlMarkup(node.value).tags) {
        count(name, node);
        reportOwn(node.value.slice(start, end), node, file);
      }
    });
    if (!found) return undefined;
    visit(tree, 'element', (node) => {
      if (written.has(node.tagName)) count(node.tagName, node);
    });
    file.data.hasRawHtml = true;
    const parsed = parsedInPage(tree, file);
    visit(parsed, 'element', ({ tagName }) => {
      const known = written.get(tagName);
      if (known) known.count--;
    });
    for (const [tagName, { count, node }] of written) {
      if (count <= 0) continue;
      const hint = 'write it as Markdown, or take it out';
      error(file, node, 'html', `has <${tagName}> where it is not allowed`, hint);
    }
    return parsed;
  };
}

/** Attributes by which a person's own HTML would pass for what Markdown makes, such as hidden headings. */
function reportOwn(tag: string, node: Positioned, file: VFile) {
  if (!/\s(?:id|class|aria-|data-)/i.test(tag)) return;
  const [element] = fromHtml(tag, { fragment: true }).children;
  if (element?.type !== 'element') return;
  const allowed = sanitize({ ...element, children: [] }, allowList);
  if (allowed.type !== 'element') return;
  const { tagName, properties } = allowed;
  for (const name of Object.keys(properties).filter((one) => OWN.test(one))) {
    if (String(properties[name]).startsWith('language-')) continue;
    const reason = `has the attribute ${attributeName(name)} on <${tagName}>, which a release may not have`;
    error(file, node, 'attribute', reason, 'take it out');
  }
}

/**
 * The tree as it is parsed in its place, in the middle of a page. Alone it would be parsed as what
 * a `<template>` holds, which may begin with a row of a table: a first element says that it is none.
 */
function parsedInPage(tree: Root, file: VFile): Root {
  const first: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };
  const root: Root = { ...tree, children: [first, ...tree.children] };
  const parsed = raw(root, { file }) as Root;
  return { ...parsed, children: parsed.children.slice(1) };
}
