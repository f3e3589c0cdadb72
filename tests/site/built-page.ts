import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { visit } from 'unist-util-visit';
import { filesBelow } from '../../src/files/files-below.ts';

/** A page of a built site, parsed as a browser would parse it. */
export interface BuiltPage {
  /** Below the site's base: `/releases/2017/`, `/404.html`. */
  path: string;
  html: string;
  tree: Root;
}

/** All pages of a built site, one at a time: those of a large one don't fit into memory together. */
export async function* builtPages(folder: string): AsyncGenerator<BuiltPage> {
  for (const file of filesBelow(folder)) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(folder, file), 'utf8');
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    yield { path, html, tree: parse(html) };
  }
}

function parse(html: string): Root {
  const [doctype = '', rest = ''] = html.split(/(?<=^<!doctype html>)/i);
  if (rest === '') throw new Error(`A page begins with ${doctype.slice(0, 40)}`);
  const parts: Root['children'] = [{ type: 'doctype' }, { type: 'raw', value: rest }];
  return raw({ type: 'root', children: parts }) as Root;
}

/** All elements that fit, in the order of the document. */
export function find(node: Nodes, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (element) => {
    if (fits(element)) found.push(element);
  });
  return found;
}

export const isNamed = (name: string) => (element: Element) => element.tagName === name;
export const has = (property: string) => (element: Element) => property in element.properties;

/** An attribute as text; empty where there is none. */
export function attribute(element: Element | undefined, name: string): string {
  const value = element?.properties[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

/** The text inside, as it is in the HTML. */
export function textOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
