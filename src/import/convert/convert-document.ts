import type { FootnoteDefinition } from 'mdast';
import type { Contact } from '../../archive/frontmatter.ts';
import { type Account, compareWords } from './account.ts';
import { type BodyPart, cutBody } from './cut-body.ts';
import {
  blockOf,
  type SourceMetadata,
  type LeftOut,
  shownText,
  type SourceDocument,
  type SourceFile,
  UnreadableSource,
} from '../read/document.ts';
import { collapse } from '../parse/text-shape.ts';
import {
  type ParsedRelease,
  parseRelease,
  type ReleaseFields,
  type Span,
} from '../parse/parse-release.ts';
import { gatherMedia } from '../read/own-media.ts';
import { gatherPictures } from '../read/pictures.ts';
import { placedName } from '../read/placed-pictures.ts';
import { removeActiveContent } from './publishable.ts';
import { readSource, type SourceKind } from '../read/read-source.ts';
import type { SourceItem } from '../sources/source-item.ts';
import { type BodyProblem, writeMarkdown } from './write-markdown.ts';

/** A source converted to a release, without what the source does not say. */
export interface ConvertedDocument {
  /** The fields that the text gives, and the confidence in each. */
  fields: ReleaseFields;
  confidence: ParsedRelease['confidence'];
  lines: ParsedRelease['lines'];
  embargo: ParsedRelease['embargo'];
  metadata: SourceMetadata | undefined;
  /** The plain text of the story. */
  story: string;
  /** All words that the body shows, and the body as Markdown. */
  text: string;
  markdown: string;
  /** What `check` would report. */
  problems: BodyProblem[];
  leftOut: LeftOut[];
  account: Account;
  files: SourceFile[];
  warnings: string[];
}

const REASONS: Partial<Record<Span['role'], string>> = {
  date: 'the day printed above the text',
  contact: 'the block of the press contact, which is in contact',
  'release line': 'the release line',
  'end mark': 'the end mark',
  furniture: 'page furniture or letterhead',
  repeat: 'the headline, repeated',
};

/** What is known about a document in addition to its text: its path, the columns of its table. */
type ItemContext = Partial<Pick<SourceItem, 'metadata' | 'path' | 'alsoLeftOut' | 'conversion'>>;

/**
 * Reads one document and converts it to a release.
 * @throws {UnreadableSource} if it cannot be read, or if a word of it would be lost.
 */
export async function convertDocument(
  bytes: Uint8Array,
  kind: SourceKind,
  { metadata, path, alsoLeftOut = [], conversion }: ItemContext = {},
): Promise<ConvertedDocument> {
  const read = await gatherPictures(await readSource(bytes, kind, conversion), path);
  const source = await removeActiveContent(await gatherMedia(read, path));
  return releaseOf(
    withTitle({
      ...source,
      metadata: { confidence: 0, ...source.metadata, ...metadata },
      alsoLeftOut: [...(source.alsoLeftOut ?? []), ...alsoLeftOut],
    }),
  );
}

/** Puts a headline that is certain above the text, as on the page that it came from. */
function withTitle(source: SourceDocument): SourceDocument {
  const { title, confidence = 0, isAuthoritative } = source.metadata ?? {};
  if (title === undefined || confidence < 1 || isAuthoritative) return source;
  const heading = blockOf(
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
    1,
  );
  return { ...source, blocks: [heading, ...source.blocks], words: `${title}\n${source.words}` };
}

/** Converts a document that was read. */
export function releaseOf(source: SourceDocument): ConvertedDocument {
  const parsed = source.metadata?.isAuthoritative ? bodyAlone(source) : parseRelease(source.blocks);
  const body = cutBody(source.blocks, parsed);
  const { parts, files } = placePictures(body.parts, source.files);
  const notes = source.definitions.filter(
    (one): one is FootnoteDefinition => one.type === 'footnoteDefinition',
  );
  const noteText = notes.map((note) => collapse(shownText(note)));
  const definitions: BodyPart[] = source.definitions.map((node) => ({ node, verbatim: undefined }));
  const text = [body.text, ...noteText].filter((one) => one !== '').join('\n\n');
  if (text === '') {
    throw new UnreadableSource(
      'has no text below its headline',
      'check whether it is the whole release',
    );
  }
  const { markdown, problems } = writeMarkdown([...parts, ...definitions], text);
  const hidden = source.problems ?? [];
  const isReported = (message: string) => hidden.some((one) => one.message === message);
  const leftOut = [...source.leftOut, ...leftOutBy(source, parsed, body.strays)];
  const fieldTexts = parsed.spans
    .filter(({ role }) => REASONS[role] === undefined)
    .map(({ block, start, end }) => source.blocks[block]?.text.slice(start, end) ?? '');
  const account = compareWords(source.words, { body: text, fields: fieldTexts, leftOut });
  if (account.missing.length > 0 && hidden.length === 0) {
    const some = account.missing.slice(0, 8).join(' ');
    throw new UnreadableSource(
      `would lose ${account.missing.length} of its ${account.words} words (${some})`,
      'import its text as .txt, and report the file',
    );
  }
  const reported = [...leftOut, ...(source.alsoLeftOut ?? [])];
  const others = compareWords(source.otherWords ?? '', {
    body: text,
    fields: fieldTexts,
    leftOut: reported,
  });
  if (others.missing.length > 0) {
    const some = others.missing.slice(0, 8).join(' ');
    throw new UnreadableSource(
      `has ${others.missing.length} words that LibreOffice did not read (${some})`,
      'open it in the program that it was written with, and save it as .docx or PDF',
    );
  }
  return {
    fields: parsed.fields,
    confidence: parsed.confidence,
    lines: parsed.lines,
    embargo: parsed.embargo,
    metadata: source.metadata,
    story: [body.story, ...noteText].filter((one) => one !== '').join('\n\n'),
    text,
    markdown,
    problems: [...hidden, ...problems.filter(({ message }) => !isReported(message))],
    leftOut: [...leftOut, ...(source.alsoLeftOut ?? [])],
    account,
    files,
    warnings: source.warnings,
  };
}

/** What a browser shows in a text. */
const SHOWN_PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Marks the files that the body shows; without its file, a picture is taken out of the body. */
function placePictures(parts: readonly BodyPart[], files: readonly SourceFile[]) {
  const names = new Set(files.map(({ name }) => name).filter((name) => SHOWN_PICTURE.test(name)));
  const shown = new Set<string>();
  const kept = parts.filter(({ node }) => {
    const [only] = node.type === 'paragraph' ? node.children : [];
    const name = only?.type === 'image' ? placedName(only) : undefined;
    if (name === undefined) return true;
    if (names.has(name)) shown.add(name);
    return names.has(name);
  });
  return {
    parts: kept,
    files: files.map((file) => (shown.has(file.name) ? { ...file, isShown: true } : file)),
  };
}

function leftOutBy(
  source: SourceDocument,
  { spans }: ParsedRelease,
  strays: readonly string[],
): LeftOut[] {
  const cut = spans.flatMap(({ block, start, end, role }): LeftOut[] => {
    const reason = REASONS[role];
    const text = collapse(source.blocks[block]?.text.slice(start, end) ?? '');
    return reason === undefined || text === '' ? [] : [{ text, reason }];
  });
  const above = strays.map((text) => ({ text: collapse(text), reason: 'above the story' }));
  return [...cut, ...above];
}

const asPrinted = ({ name, title, office, phone, email }: Contact) => ({
  name,
  title: title ?? null,
  office: office ?? null,
  phone: phone ?? null,
  email: email ?? null,
});

/** A source with fields of its own, as in frontmatter: all of its text is body. */
function bodyAlone({ blocks, metadata }: SourceDocument): ParsedRelease {
  const parsed = parseRelease(blocks);
  const { dateline } = parsed.fields;
  const isFirst = parsed.bodyStart.block === 0 && parsed.bodyStart.offset === 0;
  const { title = null, subtitle = null, date = null, contact } = metadata ?? {};
  const certainty = (value: unknown) => (value === null ? 0 : 1);
  return {
    fields: {
      title,
      subtitle,
      date,
      dateline: metadata?.dateline ?? (isFirst ? dateline : null),
      contact: contact?.map(asPrinted) ?? null,
      endMark: null,
    },
    confidence: {
      ...parsed.confidence,
      title: certainty(title),
      date: certainty(date),
      contact: certainty(contact ?? null),
    },
    lines: {},
    spans: [],
    bodyStart: isFirst ? parsed.bodyStart : { block: 0, offset: 0, story: { block: 0, offset: 0 } },
    embargo: undefined,
  };
}
