import type { Element, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { error, warn } from './notes.ts';

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
      const { href, src, cite } = node.properties;
      if (!file.data.hasRawHtml && (href ?? src ?? cite) === undefined) return undefined;
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
  const kept = sanitize({ ...node, children: [] }, schema) as Element;
  for (const [name, value] of Object.entries(node.properties)) {
    if (JSON.stringify(kept.properties[name]) === JSON.stringify(value)) continue;
    const isAddress = ['href', 'src', 'cite'].includes(name);
    const reason = isAddress
      ? `has an address that is not allowed, ${String(value)}`
      : `has the attribute ${name} on <${node.tagName}>, which a release may not have`;
    const hint = isAddress ? 'use an address with https, http, mailto or tel' : 'take it out';
    error(file, node, isAddress ? 'address' : 'attribute', reason, hint);
  }
  return undefined;
}
