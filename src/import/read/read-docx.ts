import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import mammoth from 'mammoth';
import { SKIP, visit } from 'unist-util-visit';
import { blocksFromHtml } from './blocks-from-html.ts';
import { linesBlock, type SourceDocument, type SourceFile, UnreadableSource } from './document.ts';
import { CONTACT_LABEL } from '../parse/contact-line.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { findDates } from '../parse/find-date.ts';
import { releaseLineAt } from '../parse/release-line.ts';
import { collapse } from '../parse/text-shape.ts';
import { withoutStretches } from './stretches.ts';
import { zipEntries } from './zip.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => u',
];
/** The parts of a package whose words a reader sees. */
const PARTS = /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/;

/** Reads a Word document: text, lists, tables, links, footnotes, pictures. */
export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const parts = await readPackage(Buffer.from(bytes));
  const files: SourceFile[] = [];
  const { value: html, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async (image) => {
        const picture = await image.readAsBuffer();
        const [type = ''] = image.contentType.split('+', 1);
        const extension = type.replace(/^image\//, '').replace('jpeg', 'jpg');
        files.push({
          name: `picture-${files.length + 1}.${extension}`,
          bytes: new Uint8Array(picture),
          alt: undefined,
        });
        return { src: '' };
      }),
    },
  );
  const tree = fromHtml(html, { fragment: true });
  namePictures(tree, files);
  const footnotes = liftFootnotes(tree);
  const { blocks, footnotes: definitions, warnings } = blocksFromHtml(tree);
  for (const [n, block] of blocks.entries()) block.line = n + 1; // a Word document has paragraphs, no lines
  const margins = marginLines(parts);
  const failed = messages.filter(({ type }) => type === 'error').map(({ message }) => message);
  return {
    blocks: [...margins.head.map((text) => linesBlock([text], 1)), ...blocks],
    definitions: [...footnotes, ...definitions],
    metadata: undefined,
    leftOut: margins.leftOut.map((text) => ({ text, reason: 'in the margin of every page' })),
    files,
    words: [...parts.values()].join('\n'),
    warnings: [...warnings, ...failed],
  };
}

/**
 * The words of a package's parts, in order, and proof that it is harmless: no macro, no entity that
 * would be fetched or would burst, no archive that unpacks without end.
 */
async function readPackage(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const names: string[] = [];
  for await (const entry of zipEntries(bytes)) {
    names.push(entry.name);
    if (/vbaProject\.bin$/i.test(entry.name)) {
      throw new UnreadableSource(
        'has a macro in it',
        'save it in Word as a document without macros (.docx)',
      );
    }
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const xml = (await entry.read()).toString('utf8');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
      throw new UnreadableSource(
        `has entities in ${entry.name}, which could load other files`,
        'Word writes none: save the document again in Word or LibreOffice',
      );
    }
    if (PARTS.test(entry.name)) parts.set(entry.name, wordsOfPart(xml));
  }
  if (!parts.has('word/document.xml')) {
    const isOther = names.some((name) => /^(?:xl|ppt)\//.test(name)) || names.includes('mimetype');
    throw new UnreadableSource(
      isOther ? 'is not a Word document, but of another office program' : 'is not a Word document',
      'save it as .docx',
    );
  }
  return parts;
}

/** The words in the XML, without those that a tracked change deleted. */
function wordsOfPart(xml: string): string {
  const once = withoutStretches(xml, /<mc:Fallback[\s>]/g, '</mc:Fallback>');
  const shown = withoutStretches(once, /<w:del[\s>]/g, '</w:del>');
  const pieces = shown.matchAll(
    /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)(?=[\s/>])|<\/w:p>|<w:noBreakHyphen\/>/g,
  );
  return [...pieces]
    .map(([tag, text]) =>
      text === undefined ? (tag.startsWith('<w:no') ? '-' : '\n') : unescapeXml(text),
    )
    .join('');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string) =>
  text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) =>
      decimal
        ? String.fromCodePoint(Number(decimal))
        : hex
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : (NAMED[name ?? ''] ?? whole),
  );

/** Lines of page headers that belong to the head of the release; the rest of the margins is left out. */
function marginLines(parts: ReadonlyMap<string, string>): { head: string[]; leftOut: string[] } {
  const head: string[] = [];
  const leftOut: string[] = [];
  for (const [name, words] of parts) {
    const isHeader = /header/.test(name);
    if (!isHeader && !/footer/.test(name)) continue;
    for (const line of words
      .split('\n')
      .map(collapse)
      .filter((one) => one !== '')) {
      const isRead =
        CONTACT_LABEL.test(line) ||
        hasNumber(line) ||
        releaseLineAt(line) !== undefined ||
        findDates(line).length > 0;
      (isHeader && isRead && !head.includes(line) ? head : leftOut).push(line);
    }
  }
  return { head, leftOut };
}

/** Gives pictures the words that the document has for them. */
function namePictures(tree: Root, files: SourceFile[]) {
  let n = 0;
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    const file = files[n++];
    const alt = collapse(String(properties['alt'] ?? ''));
    if (file !== undefined && alt !== '') file.alt = alt;
  });
}

/** Mammoth writes footnotes as a list at the end, linked from marks: takes both out of the text. */
function liftFootnotes(tree: Root) {
  const notes: { name: string; item: Element }[] = [];
  const numbers = new Map<string, string>();
  const numberOf = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, String(numbers.size + 1));
    return numbers.get(id) ?? '';
  };
  visit(tree, 'element', (node, index, parent) => {
    const id = String(node.properties['id'] ?? '');
    if (node.tagName === 'li' && /^(?:foot|end)note-/.test(id) && parent && index !== undefined) {
      notes.push({ name: numberOf(id), item: node });
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const mark = /^#((?:foot|end)note-\d+)$/.exec(String(node.properties['href'] ?? ''))?.[1];
    if (node.tagName === 'a' && mark !== undefined) {
      node.tagName = 'footnote-ref';
      node.properties = { name: numberOf(mark) };
      node.children = [];
      return SKIP;
    }
    return undefined;
  });
  unwrapMarks(tree);
  tree.children = tree.children.filter(
    (node) => node.type !== 'element' || node.tagName !== 'ol' || node.children.length > 0,
  );
  return notes.map(({ name, item }) => {
    visit(item, 'element', (node, index, parent) => {
      if (
        node.tagName !== 'a' ||
        !parent ||
        index === undefined ||
        !/note-ref-/.test(String(node.properties['href']))
      )
        return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    const { blocks } = blocksFromHtml({ type: 'root', children: item.children });
    const children = blocks
      .map(({ node }) => node)
      .filter((node) => node.type === 'paragraph' || node.type === 'list');
    return { type: 'footnoteDefinition' as const, identifier: name, label: name, children };
  });
}

/** Unwraps marks from `<sup>`, since the archive's pages add it themselves. */
function unwrapMarks(tree: Root) {
  visit(tree, 'element', (node, index, parent) => {
    const [only] = node.children;
    const isMark =
      node.tagName === 'sup' &&
      node.children.length === 1 &&
      only?.type === 'element' &&
      only.tagName === 'footnote-ref';
    if (isMark && parent && index !== undefined) parent.children.splice(index, 1, only);
  });
}
