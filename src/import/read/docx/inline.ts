import type { ElementContent } from 'hast';
import { TAB } from '../tabs.ts';
import type { Look } from './styles.ts';

/** A stretch of a paragraph: text in one look, or a break, a picture, the mark of a note. */
export type Inline = { look: InlineLook } & (
  { text: string; node?: undefined } | { text?: undefined; node: ElementContent }
);

/** The looks that pages have too, and the link that a stretch is part of. */
export interface InlineLook extends Pick<Look, 'b' | 'i' | 'u' | 'script' | 'size'> {
  isStruck: boolean;
  href: string | undefined;
}

export const PLAIN: InlineLook = {
  b: false, i: false, u: false, script: undefined, size: undefined, isStruck: false, href: undefined,
}; // prettier-ignore

/** From the outside in. */
const NESTING = ['href', 'isStruck', 'b', 'i', 'u', 'script'] as const;
type Key = (typeof NESTING)[number];

/** The content of a paragraph as elements. */
export function inlineContent(inlines: readonly Inline[]): ElementContent[] {
  return nest(withNeutralSpace(withoutIndents(inlines)), NESTING);
}

const isLineBreak = ({ node }: Inline) => node?.type === 'element' && node.tagName === 'br';

/** Without tabs at both ends of a line, which separate nothing. */
function withoutIndents(inlines: readonly Inline[]): Inline[] {
  const trim = (list: readonly Inline[], edge: RegExp) => {
    let isEdge = true;
    return list.map((inline): Inline => {
      if (inline.text === undefined) {
        isEdge = isLineBreak(inline);
        return inline;
      }
      const text = isEdge ? inline.text.replace(edge, ' ') : inline.text;
      isEdge &&= text.trim() === '';
      return { ...inline, text };
    });
  };
  return trim(trim(inlines, /^\s+/u).toReversed(), /(?<!\s)\s+$/u).toReversed();
}

/** Space has the look that it has in common with what is before and behind it. */
function withNeutralSpace(inlines: readonly Inline[]): Inline[] {
  const isText = ({ text }: Inline) => text !== undefined && text.trim() !== '';
  const after: InlineLook[] = [];
  let next = PLAIN;
  for (let place = inlines.length - 1; place >= 0; place--) {
    const inline = inlines[place];
    after[place] = next;
    if (inline !== undefined && isText(inline)) next = inline.look;
  }
  let before = PLAIN;
  return inlines.map((inline, place) => {
    if (isText(inline)) before = inline.look;
    if (inline.text === undefined || isText(inline)) return inline;
    return { ...inline, look: commonLook(before, after[place] ?? PLAIN, inline.look) };
  });
}

/** Lines below or through space are seen, bold and italics of space are not. */
const commonLook = (one: InlineLook, other: InlineLook, own: InlineLook): InlineLook => ({
  b: one.b && other.b,
  i: one.i && other.i,
  u: one.u && other.u && own.u,
  isStruck: one.isStruck && other.isStruck && own.isStruck,
  script: one.script === other.script ? one.script : undefined,
  size: own.size,
  href: one.href === other.href ? one.href : undefined,
});

function nest(inlines: readonly Inline[], keys: readonly Key[]): ElementContent[] {
  const [key, ...rest] = keys;
  if (key === undefined) {
    const nodes: ElementContent[] = [];
    for (const inline of inlines) {
      const last = nodes.at(-1);
      const value = inline.text?.replaceAll('\t', TAB) ?? '';
      if (inline.text === undefined) nodes.push(inline.node);
      else if (last?.type === 'text') last.value += value;
      else if (value !== '') nodes.push({ type: 'text', value });
    }
    return nodes;
  }
  const groups: Inline[][] = [];
  for (const inline of inlines) {
    const group = groups.at(-1);
    if (group?.[0] && group[0].look[key] === inline.look[key]) group.push(inline);
    else groups.push([inline]);
  }
  return groups.flatMap((group) => {
    const value = group[0]?.look[key];
    if (!value) return nest(group, rest);
    const { before, inner, after } = withoutEdges(group);
    if (inner.length === 0) return nest(group, rest);
    return [
      ...nest(before, rest),
      {
        type: 'element' as const,
        tagName: TAGS[key] ?? String(value),
        properties: key === 'href' ? { href: String(value) } : {},
        children: nest(inner, rest),
      },
      ...nest(after, rest),
    ];
  });
}

const TAGS: Partial<Record<Key, string>> = {
  href: 'a',
  isStruck: 's',
  b: 'strong',
  i: 'em',
  u: 'u',
};

/** Space and breaks at the edges are put outside: Markdown has no markup that begins or ends with them. */
function withoutEdges(group: readonly Inline[]) {
  const inner = [...group];
  const [before, after]: [Inline[], Inline[]] = [[], []];
  const isEdge = ({ text, node }: Inline) =>
    text === undefined ? node.type === 'element' && node.tagName === 'br' : text.trim() === '';
  while (inner[0] && isEdge(inner[0])) before.push(...inner.splice(0, 1));
  while (inner.at(-1) && isEdge(inner.at(-1) as Inline)) after.unshift(...inner.splice(-1));
  const first = inner[0];
  if (first?.text !== undefined && /^\s/.test(first.text)) {
    const text = first.text.trimStart();
    before.push({ ...first, text: first.text.slice(0, first.text.length - text.length) });
    inner[0] = { ...first, text };
  }
  const last = inner.at(-1);
  if (last?.text !== undefined && /\s$/.test(last.text)) {
    const text = last.text.trimEnd();
    after.unshift({ ...last, text: last.text.slice(text.length) });
    inner[inner.length - 1] = { ...last, text };
  }
  return { before, inner, after };
}
