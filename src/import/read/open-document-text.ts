import { XMLParser } from 'fast-xml-parser';
import { UnreadableSource } from './document.ts';
import { zipEntries } from './zip.ts';

/** A node in document order, as fast-xml-parser has it: `{ 'text:p': [children] }` or `{ '#text': 'words' }`. */
type XmlNode = Record<string, XmlNode[] | string>;

/** Elements that no page shows: deleted text, comments, descriptions of drawings, scripts, settings. */
const NOT_SHOWN = /^(?:text:tracked-changes|office:annotation(?:-end)?|svg:(?:title|desc)|office:(?:scripts|event-listeners|binary-data)|text:(?:[\w-]+-(?:decls|source)|hidden-text|hidden-paragraph|bookmark[\w-]*)|math:.*)$/; // prettier-ignore
const LINES = /^(?:text:(?:p|h|note-citation|note-body)|table:table-cell)$/;

const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false });

/**
 * The text of an OpenDocument text, or of OpenOffice 1: a line a paragraph, cell or note.
 * @param format `fodt` is one XML file, the others are packages.
 * @throws {UnreadableSource} if it is damaged.
 */
export async function openDocumentText(bytes: Uint8Array, format: string): Promise<string> {
  const buffer = Buffer.from(bytes);
  const xml = format === 'fodt' ? buffer.toString('utf8') : await contentOf(buffer);
  if (/<!ENTITY/i.test(xml)) {
    throw new UnreadableSource(
      'has entities in it, which could load other files',
      'open it in LibreOffice, and save it again',
    );
  }
  let nodes: XmlNode[];
  try {
    nodes = parser.parse(xml) as XmlNode[];
  } catch (cause) {
    throw new UnreadableSource(
      `is damaged XML (${(cause as Error).message})`,
      'open it in LibreOffice, and save it again',
    );
  }
  const root = nodes.find((node) => Object.keys(node).some((key) => key.startsWith('office:')));
  const body = root && childrenOf(root).find((node) => 'office:body' in node);
  return body === undefined ? '' : textOf(body).trim();
}

async function contentOf(file: Buffer): Promise<string> {
  for await (const entry of zipEntries(file))
    if (entry.name === 'content.xml') return (await entry.read()).toString('utf8');
  throw new UnreadableSource('has no content.xml in it', 'open it in LibreOffice, and save it again'); // prettier-ignore
}

function childrenOf(node: XmlNode): XmlNode[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : []));
}

function textOf(node: XmlNode): string {
  const { '#text': text } = node;
  if (typeof text === 'string') return text;
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (NOT_SHOWN.test(name)) return '';
  if (name === 'text:s' || name === 'text:tab') return ' ';
  if (name === 'text:line-break') return '\n';
  const inner = childrenOf(node).map(textOf).join('');
  return LINES.test(name) ? `\n${inner}\n` : inner;
}
