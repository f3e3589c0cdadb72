import { decodeText } from './decode-text.ts';
import { linesBlock, type SourceBlock, type SourceDocument } from './document.ts';
import { CONTACT_LABEL } from '../parse/contact-line.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { releaseLineAt } from '../parse/release-line.ts';
import { isTitleCase } from '../parse/text-shape.ts';

const MAX_WIDTH = 100; // characters: nobody wraps lines later
const MIN_WIDTH = 45;
const SHORT = 60; // lines of an address, a signature, a programme
/** The beginning of a line that continues no other: a bullet or a number. */
const OWN_LINE = /^\s*(?:[*•·▪●○–—-]\s|\(?[\dA-Za-z]{1,3}[.)]\s|#)/;

/** Reads a plain text. Lines are joined only if they were certainly one. */
export function readPlainText(bytes: Uint8Array): SourceDocument {
  const { text, encoding, warnings } = decodeText(bytes);
  const isWide = encoding.startsWith('utf-16');
  return textDocument(text, isWide ? [`It is in ${encoding}.`, ...warnings] : warnings);
}

/** A document of a text whose lines end with `\n`. */
export function textDocument(text: string, warnings: string[] = []): SourceDocument {
  return {
    blocks: textBlocks(text),
    definitions: [],
    metadata: undefined,
    leftOut: [],
    files: [],
    words: text,
    warnings,
  };
}

/** Paragraphs: what blank lines part, and within that each line that was not wrapped. */
export function textBlocks(text: string): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let run: Row[] = [];
  const flush = () => {
    for (const block of run.length > 0 ? paragraphs(run) : []) blocks.push(block);
    run = [];
  };
  for (const [n, line] of text.split('\n').entries()) {
    if (line.trim() === '') flush();
    else run.push({ text: line, line: n + 1 });
  }
  flush();
  return blocks;
}

interface Row {
  text: string;
  line: number;
}

const indentOf = (line: string | undefined) => /^\s*/.exec(line ?? '')?.[0].length ?? 0;

/** Typewritten paragraphs begin with an indent, and may have no blank line between them. */
function paragraphs(run: readonly Row[]): SourceBlock[] {
  const starts = run.flatMap(({ text }, n) => {
    const indent = indentOf(text);
    const isIndented = indent > indentOf(run[n - 1]?.text);
    return n > 0 && isIndented && indent > indentOf(run[n + 1]?.text) ? [n] : [];
  });
  const parts = [0, ...starts].map((start, n) => run.slice(start, starts[n]));
  const isTyped = parts.some((part) => isWrapped(part.map(({ text }) => text)));
  return isTyped ? parts.flatMap(paragraph) : paragraph(run);
}

function paragraph(run: readonly Row[]): SourceBlock[] {
  const lines = run.map(({ text }) => text);
  const [first] = run;
  if (first !== undefined && isWrapped(lines)) {
    return [linesBlock([joined(lines)], first.line)];
  }
  const blocks: SourceBlock[] = [];
  let short: Row[] = [];
  const flush = () => {
    const [top] = short;
    const rows = short.map(({ text }) => text);
    if (top !== undefined) blocks.push(linesBlock(rows, top.line));
    short = [];
  };
  for (const row of run) {
    const isShort = row.text.trim().length < SHORT && !OWN_LINE.test(row.text);
    if (isShort) short.push(row);
    else {
      flush();
      blocks.push(linesBlock([row.text], row.line));
    }
  }
  flush();
  return blocks;
}

/** Lines as one; a hyphen at the end of one stays, since it may be that of the word. */
const joined = (lines: readonly string[]) =>
  lines.reduce((text, line) => {
    const isCut = /\p{L}-$/u.test(text) && /^\s*\p{Ll}/u.test(line);
    return `${text}${isCut || text === '' ? '' : ' '}${line.trim()}`;
  }, '');

/** Whether a line is a release line, or a contact with a number, which never go on in the next one. */
function isOfHead(line: string): boolean {
  const text = line.trim();
  return releaseLineAt(text) !== undefined || (CONTACT_LABEL.test(text) && hasNumber(text));
}

/**
 * Whether lines were broken because they were full: each but the last is so long that the next word
 * would not have fitted, and none begins as a line of its own does.
 */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.map((line) => line.trimEnd().length);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (width > MAX_WIDTH || width < MIN_WIDTH || lines.some(isOfHead)) return false;
  // Of two lines the first may be a headline, and end where it ends.
  if (lines.length === 2 && (width < SHORT || isTitleCase(lines[0] ?? ''))) return false;
  return lines.every((line, n) => {
    if (n > 0 && OWN_LINE.test(line)) return false;
    if (n > 1 && indentOf(line) !== indentOf(lines[1])) return false;
    const next = lines[n + 1];
    if (next === undefined) return true;
    const word = next.trim().split(/\s/, 1)[0] ?? '';
    return (lengths[n] ?? 0) + 1 + word.length > width - 2;
  });
}
