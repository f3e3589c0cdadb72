import type { ElementContent } from 'hast';
import { elementOf, type WordBlock } from './arrange.ts';
import { type Inline, inlineContent, type InlineLook, PLAIN } from './inline.ts';
import type { Reading } from './reading.ts';
import { LETTER_SIZE, smallestSize } from './sizes.ts';
import { childOf, childValue, isOn, type XmlElement } from './xml.ts';

/** A paragraph while it is read. One whose mark is deleted or hidden goes on in the next. */
export interface OpenParagraph {
  inlines: Inline[];
  /** Text boxes anchored in it, which come behind it. */
  after: WordBlock[];
}

/** Adds text; a tab is space. */
export function addText({ inlines }: OpenParagraph, text: string, look: InlineLook = PLAIN): void {
  if (text !== '') inlines.push({ text, look });
}

/** Adds a break, a picture or the mark of a note. */
export const addNode = ({ inlines }: OpenParagraph, node: ElementContent, look = PLAIN) =>
  inlines.push({ node, look });

/** Whether a paragraph goes on in the next: its mark is deleted or hidden, or it is a drop capital. */
export function runsOn(reading: Reading, properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr');
  const isGone = ['w:del', 'w:moveFrom'].some((name) => childOf(mark, name) !== undefined);
  const dropped = childOf(properties, 'w:framePr')?.attributes.get('w:dropCap');
  return (
    isGone ||
    reading.styles.look(mark, childValue(properties, 'w:pStyle')).vanish ||
    (isOn(mark, 'w:specVanish') ?? false) ||
    (dropped !== undefined && dropped !== 'none')
  );
}

/**
 * Closes a paragraph: finds its place in a list and its kind by its style.
 * @param properties those of its last mark.
 * @param where in a cell, its number is shown although it has no words; one left out does not count.
 */
export function closeParagraph(
  { styles, numbering }: Reading,
  { inlines, after }: OpenParagraph,
  properties: XmlElement | undefined,
  where: 'in the text' | 'in a cell' | 'left out' = 'in the text',
): { blocks: WordBlock[]; text: string } {
  const style = styles.nameOf(childValue(properties, 'w:pStyle'));
  const tag = tagOf(style);
  const mark = where === 'left out' ? undefined : numbering.mark(properties);
  const isItem = mark !== undefined && mark.kind !== 'label' && tag === 'p';
  const number = mark?.kind === 'number' && !isItem ? `${mark.value}. ` : undefined;
  const label = mark?.kind === 'label' ? mark.text : number;
  const hasWords = inlines.some(({ text }) => text === undefined || text.trim() !== '');
  const isEmpty =
    !hasWords && !(where === 'in a cell' && (label !== undefined || mark?.kind === 'number'));
  const whole =
    label === undefined || isEmpty ? inlines : [{ text: label, look: PLAIN }, ...inlines];
  const shown = tag === 'p' ? whole : whole.map(withoutBold);
  const block: WordBlock = {
    element: elementOf(tag, inlineContent(shown), { [LETTER_SIZE]: smallestSize(shown) }),
    item: isItem ? mark : undefined,
    isQuotation: !isItem && /^(?:intense )?quote$/.test(style),
  };
  const text = whole.map((one) => one.text ?? (isBreak(one) ? '\n' : '')).join('');
  return { blocks: isEmpty ? after : [block, ...after], text };
}

const isBreak = ({ node }: Inline) => node?.type === 'element' && node.tagName === 'br';

/** A heading is bold by itself. */
const withoutBold = (inline: Inline): Inline => ({ ...inline, look: { ...inline.look, b: false } });

function tagOf(style: string): string {
  if (style === 'title') return 'h1';
  if (style === 'subtitle') return 'h2';
  const depth = /^heading ([1-9])$/.exec(style)?.[1];
  return depth === undefined ? 'p' : `h${Math.min(6, Number(depth))}`;
}
