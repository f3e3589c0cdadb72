import type { Element, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { error, warn } from './notes.ts';

const ADDRESSES = ['href', 'src', 'cite'];

/**
 * Leaves only what the schema allows, and says of everything else that it was taken out: a release
 * that loses something on the way to the page is an error, never a silent change.
 */
export function rehypeAllowList(schema: Schema) {
  return (tree: Root, file: VFile): Root => {
    visit(tree, (node) => {
      if (node.type === 'comment') {
        const hint = 'take it out, or write it as text';
        warn(file, node, 'comment', 'has a comment that readers will not see', hint);
      }
      if (node.type !== 'element') return undefined;
      // Elements made from Markdown are known to be good; only their addresses are a person's own.
      const addresses = ADDRESSES.filter((name) => node.properties[name] !== undefined);
      if (!file.data.hasRawHtml && addresses.length === 0) return undefined;
      for (const name of addresses) {
        node.properties[name] = withSmallScheme(String(node.properties[name]));
      }
      return reportElement(node, schema, file);
    });
    return sanitize(tree, schema) as Root;
  };
}

/** Asks the sanitiser itself what it would do with the element alone. */
function reportElement(node: Element, schema: Schema, file: VFile) {
  if (!schema.tagNames?.includes(node.tagName)) {
    const hint = 'write it as Markdown, or take it out';
    error(file, node, 'html', `has <${node.tagName}>, which a release may not have`, hint);
    return schema.strip?.includes(node.tagName) ? SKIP : undefined;
  }
  const allowed = sanitize({ ...node, children: [] }, schema) as Element;
  const names = new Set([...Object.keys(node.properties), ...Object.keys(allowed.properties)]);
  if (node.tagName === 'input' && [...names].some((name) => !(name in node.properties))) {
    const hint = 'write - [ ] or - [x] for the box before an item, or take it out';
    error(file, node, 'html', 'has <input>, which a release may not have', hint);
    return undefined;
  }
  for (const name of names) {
    const value = node.properties[name];
    if (JSON.stringify(allowed.properties[name]) === JSON.stringify(value)) continue;
    const isAddress = ADDRESSES.includes(name);
    const reason = isAddress
      ? `has an address that is not allowed, ${String(value)}`
      : `has the attribute ${attributeName(name)} on <${node.tagName}>, which a release may not have`;
    const hint = isAddress ? 'use an address with https, http, mailto or tel' : 'take it out';
    error(file, node, isAddress ? 'address' : 'attribute', reason, hint);
  }
  return undefined;
}

/** Browsers take `HTTPS:` for `https:`; the sanitiser doesn't. */
const withSmallScheme = (address: string) =>
  address.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());

/** A property as people write it: `class`, `onclick`, `data-x`. */
export function attributeName(property: string): string {
  if (property === 'className') return 'class';
  const dashed = property.replace(/^(aria|data)(?=[A-Z])/, '$1-');
  const isData = dashed.startsWith('data-');
  return (isData ? dashed.replace(/(?<=.{6})[A-Z]/g, '-$&') : dashed).toLowerCase();
}
