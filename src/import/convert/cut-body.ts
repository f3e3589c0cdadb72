import type { RootContent } from 'mdast';
import type { SourceBlock } from '../read/document.ts';
import { sliceOfParagraph } from '../read/slice-paragraph.ts';
import { collapse } from '../parse/text-shape.ts';
import type { ParsedRelease, Span } from '../parse/parse-release.ts';

/** A part of a body: a node, with its original Markdown if the whole node came from Markdown. */
export interface BodyPart {
  node: RootContent;
  verbatim: string | undefined;
}

interface ReleaseBody {
  parts: BodyPart[];
  /** The words of the story after the dateline, with a blank line between two blocks. */
  story: string;
  /** All words that the body shows, the dateline's too. */
  text: string;
  /** Words above the body that belong to no field; none, unless the parser has a bug. */
  strays: string[];
}

/** The spaces between paragraphs of a page that was saved as one line. */
const PARAGRAPH_GAP = /[ \t]{8,}/g;

/** Cuts the body out of a document: what follows the head, without the spans. */
export function cutBody(
  blocks: readonly SourceBlock[],
  { spans, bodyStart }: Pick<ParsedRelease, 'spans' | 'bodyStart'>,
): ReleaseBody {
  const body: ReleaseBody = { parts: [], story: '', text: '', strays: [] };
  const story: string[] = [];
  const text: string[] = [];
  const first = bodyStart.story;
  const byBlock = Map.groupBy(spans, ({ block }) => block);
  for (const [index, block] of blocks.entries()) {
    const own = byBlock.get(index) ?? [];
    const isHead = index < bodyStart.block;
    const from = index === bodyStart.block ? bodyStart.offset : 0;
    if (isHead || from > 0) {
      const before = remaining(block.text, own, 0, isHead ? block.text.length : from);
      body.strays.push(...before.map(([start, end]) => block.text.slice(start, end)));
      // Pictures above are of the letterhead; those between head and body are of the body.
      if (index === bodyStart.block - 1) body.parts.push(...picturesOf(block));
      if (isHead) continue;
    }
    const isWhole = own.length === 0 && from === 0;
    const ranges = isWhole ? [] : remaining(block.text, own, from, block.text.length);
    if (isWhole) body.parts.push(...wholeParts(block));
    else body.parts.push(...ranges.map(([start, end]) => partOf(block, start, end)));
    if (isWhole || ranges.length > 0) body.parts.push(...picturesOf(block));
    const shown = isWhole ? [[0, block.text.length] as const] : ranges;
    for (const [start, end] of shown) {
      const lead = index < first.block ? end : index === first.block ? first.offset : 0;
      text.push(block.text.slice(start, end));
      story.push(block.text.slice(Math.min(Math.max(start, lead), end), end));
    }
  }
  const paragraphs = (list: string[]) =>
    list
      .map(collapse)
      .filter((one) => one !== '')
      .join('\n\n');
  return { ...body, story: paragraphs(story), text: paragraphs(text) };
}

/** The pictures after a block, each a paragraph of its own. */
const picturesOf = ({ pictures = [] }: SourceBlock): BodyPart[] =>
  pictures.map((picture) => ({
    node: { type: 'paragraph', children: [picture] },
    verbatim: undefined,
  }));

/** The ranges of a stretch that no span covers, without the white space around them. */
function remaining(
  text: string,
  spans: readonly Span[],
  from: number,
  to: number,
): [number, number][] {
  const ranges: [number, number][] = [];
  let place = from;
  const add = (end: number) => {
    const raw = text.slice(place, end);
    if (raw.trim() === '') return;
    const start = place + (/^\s*/.exec(raw)?.[0].length ?? 0);
    ranges.push([start, start + raw.trim().length]);
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start >= to) break;
    if (span.start > place) add(Math.min(span.start, to));
    place = Math.max(place, span.end);
  }
  if (place < to) add(to);
  return ranges;
}

function wholeParts({ node, verbatim, text }: SourceBlock): BodyPart[] {
  if (node.type !== 'paragraph' || verbatim !== undefined) return [{ node, verbatim }];
  const gaps = [...text.matchAll(PARAGRAPH_GAP)].filter(({ index }) => index > 0);
  if (gaps.length === 0) return [{ node, verbatim }];
  const starts = [0, ...gaps.map(({ index, 0: gap }) => index + gap.length)];
  const ends = [...gaps.map(({ index }) => index), text.length];
  return starts
    .map((start, n) => sliceOfParagraph(node.children, start, ends[n] ?? text.length))
    .filter(({ children }) => children.length > 0)
    .map((part) => ({ node: part, verbatim: undefined }));
}

function partOf(block: SourceBlock, start: number, end: number): BodyPart {
  const { node } = block;
  if (node.type !== 'paragraph' && node.type !== 'heading') {
    return { node: { type: 'paragraph', children: [{ type: 'text', value: block.text.slice(start, end) }] }, verbatim: undefined }; // prettier-ignore
  }
  const { children } = sliceOfParagraph(node.children, start, end);
  const isHeading = node.type === 'heading' && start === 0 && end === block.text.length;
  return { node: isHeading ? node : { type: 'paragraph', children }, verbatim: undefined };
}
