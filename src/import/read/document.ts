import type {
  Definition,
  FootnoteDefinition,
  Image,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { Attachment, DraftFields } from '../../archive/frontmatter.ts';
import type { Problem } from '../../archive/problem.ts';
import type { TextBlock } from '../parse/units.ts';

/** A block of a document: a node of Markdown's tree, and the same as the parser sees it. */
export interface SourceBlock extends TextBlock {
  node: RootContent;
  /** Its original Markdown, where the source is Markdown: copied unchanged. */
  verbatim?: string | undefined;
  /** Pictures that came with the source and are shown after it. */
  pictures?: readonly Image[] | undefined;
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
  /** Its title; its name is used where that is not known. */
  title?: string | undefined;
  /** Its path below `media/` in the archive that it comes from, which stays the same. */
  place?: string | undefined;
  /** Whether the text itself shows it: then it is not an attachment. */
  isShown?: boolean | undefined;
}

/** A picture that a source shows: its address, and its alternative text. */
export interface Picture {
  address: string;
  alt: string;
}

/** Fields as a release's frontmatter has them, as far as they are known. */
export type PartialFrontmatter = Omit<DraftFields, 'attachments'>;

/** What a source says in addition to its text: a page's metadata, a mail's headers, a table's columns. */
export interface SourceMetadata extends PartialFrontmatter {
  /** The confidence in these, from 0 to 1; a mail's subject may be "FW: release". */
  confidence: number;
  /** Whether a person set them as the release's fields: then all of the text is body. */
  isAuthoritative?: boolean | undefined;
}

/** A document as a reader hands it over. */
export interface SourceDocument {
  blocks: SourceBlock[];
  /** Footnotes and link definitions, which are written below the body. */
  definitions: (FootnoteDefinition | Definition)[];
  metadata: SourceMetadata | undefined;
  /** What the reader found not to be part of the release. */
  leftOut: LeftOut[];
  files: SourceFile[];
  /** Pictures that the text shows and that are not among the files; not in the blocks any more. */
  pictures?: Picture[] | undefined;
  /** Files under `media/` of the archive that the source comes from: attachments, and pictures by their paths. */
  media?: (Attachment | string)[] | undefined;
  /** Left out too, but not part of `words`: a picture, a column of a table. */
  alsoLeftOut?: LeftOut[] | undefined;
  /** All words of the source, read in another way than the blocks, to compare the account with. */
  words: string;
  /** The words of the source as yet another program reads it, where one more was asked. */
  otherWords?: string | undefined;
  /** Words that no page would show as written, with their lines in the source: these fail the import. */
  problems?: Omit<Problem, 'file'>[] | undefined;
  /** What a person should know, in sentences. */
  warnings: string[];
}

/** What is wrong with a source, as a sentence after its name, and what to do about it. */
export interface ReadFailure {
  message: string;
  hint: string;
}

/** The source cannot be imported; the message reads as a sentence after the file's name. */
export class UnreadableSource extends Error implements ReadFailure {
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

/** Whether a part of a paragraph is set in bold, or has nothing that could be. */
const isStrongOrSpace = (node: PhrasingContent): boolean =>
  node.type === 'strong' || shownText(node).trim() === '';

/** A node as a block. */
export function blockOf(node: RootContent, line: number, verbatim?: string): SourceBlock {
  const isText = node.type === 'paragraph' || node.type === 'heading';
  const heading = node.type === 'heading' ? node.depth : 0;
  const isStrong = node.type === 'paragraph' && node.children.every(isStrongOrSpace);
  return { node, text: shownText(node), line, heading, isBody: !isText, isStrong, verbatim };
}

/** A paragraph of lines with breaks between them. */
export function linesBlock(lines: readonly string[], line: number): SourceBlock {
  const children = lines.flatMap((value, n): PhrasingContent[] =>
    n === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
  );
  return blockOf({ type: 'paragraph', children }, line);
}

/** Finds the reader of a document inside another by its name; undefined if no reader knows that kind. */
export type ReaderFor = (
  name: string,
) => ((bytes: Uint8Array) => Promise<SourceDocument>) | undefined;
