import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Attachment, PartialFrontmatter } from '../../archive/frontmatter.ts';
import type { Problem } from '../../archive/problem.ts';
import type { TextBlock } from '../parse/units.ts';

/** A block of a document: a node of Markdown's tree, and the same as the parser sees it. */
export interface SourceBlock extends TextBlock {
  node: RootContent;
  /** The Markdown that it was, where the source is Markdown: kept sign by sign. */
  verbatim?: string | undefined;
}

/** Words that do not come into the release, and why. */
export interface LeftOut {
  text: string;
  reason: string;
}

/** A picture or a document that came with the source. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  alt: string | undefined;
  /** What it is; where that is not known its name stands for it. */
  title?: string | undefined;
  /** Its path below `media/` in the archive that it comes from, which it keeps. */
  place?: string | undefined;
  /** Whether the text itself shows it: then it is no attachment. */
  isShown?: boolean | undefined;
}

/** A picture that a source shows: where it says that it lies, and the words for who cannot see it. */
export interface Picture {
  address: string;
  alt: string;
}

/** Fields as a release's frontmatter has them, as far as they are known. */
export type KnownFields = Omit<PartialFrontmatter, 'attachments'>;

/** What a source says of a release beside its text: a page's metadata, a mail's headers, columns. */
export interface Given extends KnownFields {
  /** How sure these are; a mail's subject may be "FW: release". */
  confidence: number;
  /** Whether they are the release's fields as a person set them: then the text is body alone. */
  isSettled?: boolean | undefined;
}

/** A document as a reader hands it over. */
export interface SourceDocument {
  blocks: SourceBlock[];
  /** Footnotes and link definitions, which stand below the body. */
  definitions: (FootnoteDefinition | Definition)[];
  given: Given | undefined;
  /** What the reader itself found to be no part of the release. */
  leftOut: LeftOut[];
  files: SourceFile[];
  /** Pictures that the text shows and that are not among the files; not in the blocks any more. */
  pictures?: Picture[] | undefined;
  /** Files under `media/` of the archive that the source comes from: attachments, and pictures by their paths. */
  media?: (Attachment | string)[] | undefined;
  /** Left out as well, but of what is not among `words`: a picture, a column of a table. */
  beside?: LeftOut[] | undefined;
  /** All words of the source, read in another way than the blocks were: the account is held against them. */
  words: string;
  /** Words that no page would show as they are written, with their lines in the source: then it fails. */
  problems?: Omit<Problem, 'file'>[] | undefined;
  /** What a person should know, in sentences. */
  warnings: string[];
}

/** What is wrong with a source, as a sentence after its name, and what to do about it. */
export interface Fault {
  message: string;
  hint: string;
}

/** The source cannot be imported; the message reads as a sentence after the file's name. */
export class UnreadableSource extends Error implements Fault {
  override name = 'UnreadableSource';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** The words that a node shows: lines end at breaks, items and rows; a picture shows nothing. */
export function shownText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'tableRow':
      return node.children.map(shownText).join(' ');
    case 'root':
    case 'list':
    case 'listItem':
    case 'table':
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.map(shownText).join('\n');
    default:
      return 'children' in node ? node.children.map(shownText).join('') : '';
  }
}

/** A node as a block. */
export function blockOf(node: RootContent, line: number, verbatim?: string): SourceBlock {
  const isText = node.type === 'paragraph' || node.type === 'heading';
  const heading = node.type === 'heading' ? node.depth : 0;
  return { node, text: shownText(node), line, heading, isBody: !isText, verbatim };
}

/** A paragraph of lines that stay lines: breaks stand between them. */
export function linesBlock(lines: readonly string[], line: number): SourceBlock {
  const children = lines.flatMap((value, n): PhrasingContent[] =>
    n === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
  );
  return blockOf({ type: 'paragraph', children }, line);
}
