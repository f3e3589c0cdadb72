import { labelAhead } from '../parse/head/printed-beside.ts';
import type { Contact } from '../../archive/frontmatter.ts';
import type { Day } from '../../archive/day.ts';
import { blockOf, type LeftOut, type SourceBlock } from './document.ts';
import { findForwardHead, type ForwardHead, unquoted } from './forward-head.ts';
import { signed } from './mail-signature.ts';
import { sliceOfParagraph } from './slice-paragraph.ts';
import { releaseLineAt } from '../parse/release-line.ts';
import { collapse, countWords } from '../parse/text-shape.ts';

/** Words of a note with which a release is passed on. */
export const MAX_NOTE = 40;
const MAX_LONG_NOTE = 200; // with an address and what lawyers put under it
const MAX_FORWARDS = 8; // mails inside one another
const LINES_OF_HEAD = 12; // where a release line is looked for
const HEAD = 'the head of a forwarded mail';
const NOTE = 'the note above a forwarded mail';

/** What a mail passed on inline: of a mail that has nothing else, this is the release. */
export interface Forwarded<Content> {
  content: Content;
  /** What its own head says; undefined if nothing was passed on. */
  head: { title: string | undefined; date: Day | undefined; contact: [Contact] | undefined } | undefined; // prettier-ignore
  leftOut: LeftOut[];
  warnings: string[];
}

/** The lines of a content, and how it is cut. */
interface Cutter<Content> {
  linesOf: (content: Content) => string[];
  /** What is after a line, without the marks of a quotation; undefined where it cannot be cut. */
  after: (content: Content, line: number) => Content | undefined;
}

/** Takes a forwarded release out of the text of a mail, whose lines end with `\n`. */
export const forwardedText = (text: string): Forwarded<string> =>
  forwarded(text, { linesOf: (whole) => whole.split('\n'), after: textAfter });

/** Takes a forwarded release out of the blocks of a mail. */
export const forwardedBlocks = (blocks: readonly SourceBlock[]): Forwarded<readonly SourceBlock[]> =>
  forwarded(blocks, { linesOf: linesOfBlocks, after: blocksAfter }); // prettier-ignore

function forwarded<Content>(whole: Content, { linesOf, after }: Cutter<Content>) {
  const made: Forwarded<Content> = { content: whole, head: undefined, leftOut: [], warnings: [] };
  for (let n = 0; n < MAX_FORWARDS; n++) {
    const lines = linesOf(made.content);
    const head = findForwardHead(lines);
    const content = head && after(made.content, head.end);
    if (head === undefined || content === undefined) break;
    const note = lines.slice(0, head.start);
    const rest = linesOf(content);
    if (collapse(rest.join(' ')) === '') break;
    if (!isNote(note, rest)) {
      made.warnings.push(
        `It goes on with another mail (“${beginning(lines[head.start])}”), which stayed in the text: take it out, or save the mail with the release by itself.`,
      );
      break;
    }
    const noteText = textOf(note);
    const headText = textOf(lines.slice(head.start, head.end));
    if (noteText !== '') {
      made.leftOut.push({ text: noteText, reason: NOTE });
      made.warnings.push(`Left out the note above the forwarded release: “${beginning(noteText)}”`);
    }
    made.leftOut.push({ text: headText, reason: HEAD });
    made.content = content;
    made.head = { title: titleOf(head), date: head.day, contact: contactOf(head) };
  }
  return made;
}

const textOf = (lines: readonly string[]) => collapse(lines.map(unquoted).join(' '));
const beginning = (text = '') =>
  collapse(text).length > 80 ? `${collapse(text).slice(0, 80)}…` : collapse(text);

const titleOf = ({ subject }: ForwardHead) => {
  const title = withoutPrefix(subject ?? '');
  return title === '' ? undefined : title;
};

/** A subject without `Fwd:` and the like, and without the kind of the document: `News Release: …`. */
export function withoutPrefix(subject: string): string {
  const title = subject
    .replace(
      /^\s*(?:(?:\[(?:external|extern|ext)\]|(?:re|fwd?|aw|wg|tr|rv|enc|i|vs|转发|轉寄|答复|回覆|回复)\s*[:：])\s*)+/i,
      '',
    )
    .trim();
  return title.slice(labelAhead(title));
}

function contactOf({ from = '' }: ForwardHead): [Contact] | undefined {
  const found = /^([^<[(]{1,120})[<[(](?:mailto:)?([^\s<>[\]()@]{1,80}@[^\s<>[\]()@]{1,120})/.exec(from.trim()); // prettier-ignore
  const name = found?.[1]?.replace(/["*]/g, '').trim();
  return found?.[2] === undefined || !name ? undefined : [{ name, email: found[2] }];
}

/** Whether the lines above a forwarded mail only pass it on. */
function isNote(note: readonly string[], rest: readonly string[]): boolean {
  const hasReleaseLine = (lines: readonly string[]) =>
    lines.some((line) => releaseLineAt(line.trim()));
  const words = countWords(signed(note.join('\n')).text);
  const size = countWords(rest.join('\n'));
  if (size < words || hasReleaseLine(note)) return false;
  const head = rest.filter((line) => line.trim() !== '').slice(0, LINES_OF_HEAD);
  return words < MAX_NOTE || (words < MAX_LONG_NOTE && size > 2 * words && hasReleaseLine(head));
}

function textAfter(text: string, line: number): string {
  const lines = text.split('\n').slice(line);
  const isQuoted = lines.every((one) => /^\s*$|^\s?>/.test(one));
  return (isQuoted ? lines.map(unquoted) : lines).join('\n');
}

/** With a blank line between two blocks, and the marks of a quotation. */
const linesOfBlocks = (blocks: readonly SourceBlock[]) =>
  blocks.flatMap(({ node, text }, n) => {
    const lines = text.split('\n').map((line) => (node.type === 'blockquote' ? `> ${line}` : line));
    return n === 0 ? lines : ['', ...lines];
  });

function blocksAfter(
  blocks: readonly SourceBlock[],
  line: number,
): readonly SourceBlock[] | undefined {
  let place = 0;
  for (const [n, block] of blocks.entries()) {
    if (line <= place) return unwrapped(blocks.slice(n));
    const lines = block.text.split('\n');
    const inBlock = line - place;
    place += lines.length + 1;
    if (inBlock >= lines.length) continue;
    const others = blocks.slice(n + 1);
    if (block.node.type === 'blockquote') {
      const inner = block.node.children.map((node) => blockOf(node, block.line));
      const rest = blocksAfter(inner, innerLine(inner, inBlock));
      return rest && [...rest, ...others];
    }
    if (block.node.type !== 'paragraph' && block.node.type !== 'heading') return undefined;
    const start = lines.slice(0, inBlock).join('\n').length + 1;
    const rest = sliceOfParagraph(block.node.children, start, block.text.length);
    return [{ ...blockOf(rest, block.line), pictures: block.pictures }, ...others];
  }
  return [];
}

/** The line among the blocks of a quotation, which has no blank lines between them. */
function innerLine(blocks: readonly SourceBlock[], line: number): number {
  let place = 0;
  for (const [n, { text }] of blocks.entries()) {
    const { length } = text.split('\n');
    if (line <= place + length) return line + n;
    place += length;
  }
  return line + blocks.length;
}

/** A mail may be quoted as a whole. */
function unwrapped(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const [only, ...others] = blocks;
  if (only?.node.type !== 'blockquote' || others.length > 0) return blocks;
  return only.node.children.map((node) => blockOf(node, only.line));
}
