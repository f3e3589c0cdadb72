import { posix } from 'node:path';
import { UnreadableSource } from '../document.ts';
import { zipEntries } from '../zip.ts';
import { elementsOf, readXml, type XmlElement } from './xml.ts';

/** Where a relationship of a part leads: to a part of the package, or out of it. */
interface Relationship {
  /** The last step of its type: `hyperlink`, `image`, `header`. */
  type: string;
  /** The path of a part, or an address. */
  target: string;
  isExternal: boolean;
}

/** A Word document as a package of parts. */
export interface WordPackage {
  /** The path of the part with the text. */
  main: string;
  /** All parts that are XML, as text; and the names of all parts. */
  xml: ReadonlyMap<string, string>;
  names: readonly string[];
  /** The parts that others point to as pictures or embedded documents. */
  files: ReadonlyMap<string, Buffer>;
  /** A part as a tree; undefined if it is missing. */
  tree(part: string | undefined): XmlElement | undefined;
  relationships(part: string): ReadonlyMap<string, Relationship>;
  /** The part that has a type of relationship to the main part: styles, numbering. */
  related(type: string): string | undefined;
}

/**
 * What is done about macros: a document must have none, or says by its kind that it may. They are never read.
 */
export type Macros = 'refused' | 'left out';

/**
 * Opens a package, and proves that it is harmless: no macro, no entity that would be fetched or would
 * burst, no archive that unpacks without end.
 * @throws {UnreadableSource} if it is damaged, or no Word document.
 */
export async function openPackage(bytes: Buffer, macros: Macros): Promise<WordPackage> {
  const xml = new Map<string, string>();
  const names: string[] = [];
  for await (const entry of zipEntries(bytes)) {
    names.push(entry.name);
    if (macros === 'refused' && isMacro(entry.name)) {
      throw new UnreadableSource(
        'has a macro in it',
        'save it in Word as a document without macros (.docx)',
      );
    }
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const text = decodeXml(await entry.read());
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
      throw new UnreadableSource(
        `has entities in ${entry.name}, which could load other files`,
        'Word writes none: save the document again in Word or LibreOffice',
      );
    }
    xml.set(entry.name, text);
  }
  const links = new Map<string, ReadonlyMap<string, Relationship>>();
  const relationships = (part: string) => {
    const known = links.get(part) ?? readRelationships(xml, part);
    links.set(part, known);
    return known;
  };
  const start = [...relationships('').values()].find(({ type }) => type === 'officeDocument');
  const main = start?.target ?? 'word/document.xml';
  const trees = new Map<string, XmlElement>();
  const tree = (part: string | undefined) => {
    const text = part === undefined ? undefined : xml.get(part);
    if (part === undefined || text === undefined) return undefined;
    const known = trees.get(part) ?? readXml(text, part);
    trees.set(part, known);
    return known;
  };
  if (tree(main)?.name !== 'w:document') throw notWord(names);
  const wanted = new Set<string>();
  for (const part of xml.keys()) {
    if (part.endsWith('.rels')) continue;
    for (const { type, target, isExternal } of relationships(part).values())
      if (!isExternal && /^(?:image|aFChunk)$/.test(type)) wanted.add(target);
  }
  const files = new Map<string, Buffer>();
  for await (const entry of zipEntries(bytes))
    if (wanted.has(entry.name)) files.set(entry.name, await entry.read());
  const related = (type: string) =>
    [...relationships(main).values()].find((one) => one.type === type)?.target;
  return { main, xml, names, files, tree, relationships, related };
}

/** Whether a part of a package is its macros. */
export const isMacro = (part: string): boolean => /vbaProject\.bin$/i.test(part);

function notWord(names: readonly string[]): UnreadableSource {
  const isOther = names.some((name) => /^(?:xl|ppt)\//.test(name)) || names.includes('mimetype');
  return new UnreadableSource(
    isOther ? 'is not a Word document, but of another office program' : 'is not a Word document',
    'save it as .docx',
  );
}

/** XML is UTF-8, or says what it is; Word also reads UTF-16. */
function decodeXml(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 200).toString('latin1');
  const label = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]+)/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an encoding that nobody knows
  }
}

/** @param part its path; empty for the package itself. */
function readRelationships(
  xml: ReadonlyMap<string, string>,
  part: string,
): Map<string, Relationship> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const text = xml.get(name);
  if (text === undefined) return new Map();
  return new Map(
    elementsOf(readXml(text, name)).map(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return [
        attributes.get('Id') ?? '',
        { type, target: isExternal ? target : path, isExternal },
      ] as const;
    }),
  );
}
