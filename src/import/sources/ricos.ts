import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';

/**
 * Rich content of Wix (Ricos), as its blog and its collections export it.
 * @see https://dev.wix.com/docs/ricos/api-reference/ricos-document
 */
interface RicosNode {
  type: string;
  nodes?: RicosNode[];
  textData?: { text?: string; decorations?: Decoration[] };
  headingData?: { level?: number };
  imageData?: {
    image?: { src?: { url?: string; id?: string } };
    altText?: string;
    caption?: string;
  };
}

interface Decoration {
  type: string;
  linkData?: { link?: { url?: string } };
}

/** A document of rich content. */
interface Ricos {
  nodes: RicosNode[];
}

export const isRicos = (value: unknown): value is Ricos =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Partial<Ricos>).nodes) &&
  (value as Ricos).nodes.every(({ type }) => typeof type === 'string');

const ELEMENTS: Record<string, string> = {
  PARAGRAPH: 'p', BULLETED_LIST: 'ul', ORDERED_LIST: 'ol', LIST_ITEM: 'li', BLOCKQUOTE: 'blockquote',
  CODE_BLOCK: 'pre', DIVIDER: 'hr', TABLE: 'table', TABLE_ROW: 'tr', TABLE_CELL: 'td',
}; // prettier-ignore
const DECORATIONS: Record<string, string> = { BOLD: 'strong', ITALIC: 'em', UNDERLINE: 'u' };

/** Writes a document of rich content as HTML; of nodes that are not known the text within. */
export const ricosToHtml = ({ nodes }: Ricos): string =>
  toHtml({ type: 'root', children: nodes.flatMap(elementsOf) });

function elementsOf(node: RicosNode): ElementContent[] {
  const { type, nodes = [], textData, headingData, imageData } = node;
  if (type === 'TEXT') return [decorated(textData?.text ?? '', textData?.decorations ?? [])];
  const children = nodes.flatMap(elementsOf);
  if (type === 'HEADING') return [h(`h${Math.min(6, Math.max(1, headingData?.level ?? 2))}`, children)]; // prettier-ignore
  if (type === 'IMAGE') {
    const src = imageData?.image?.src;
    const picture = h('img', { src: src?.url ?? src?.id ?? '', alt: imageData?.altText ?? '' });
    const caption = imageData?.caption ?? '';
    return [picture, ...(caption === '' ? [] : [h('p', caption)]), ...children];
  }
  const name = ELEMENTS[type];
  return name === undefined ? children : [h(name, children)];
}

function decorated(text: string, decorations: readonly Decoration[]): ElementContent {
  return decorations.reduce<ElementContent>(
    (inner, { type, linkData }) => {
      const url = linkData?.link?.url;
      const name = type === 'LINK' && url !== undefined ? 'a' : DECORATIONS[type];
      const properties: Properties = name === 'a' ? { href: url } : {};
      return name === undefined ? inner : h(name, properties, inner);
    },
    { type: 'text', value: text },
  );
}
