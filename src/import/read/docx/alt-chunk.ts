import { basename, extname } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import PostalMime from 'postal-mime';
import { visit } from 'unist-util-visit';
import { elementOf, type WordBlock } from './arrange.ts';
import { decodeText } from '../decode-text.ts';
import { decodeHtml } from '../html-encoding.ts';
import { htmlWords, takeOutHidden, takeOutPlayers } from '../html-words.ts';
import type { WordPackage } from './package.ts';
import { placedAddress, placedName } from '../placed-pictures.ts';
import { rtfText } from '../rtf-text.ts';
import { addFile, type Chunk, type Chunks, numberOfNote, type Reading } from './reading.ts';
import type { StoryContext } from './story-context.ts';
import type { XmlElement } from './xml.ts';

/**
 * Reads the web pages, saved pages, texts and Word documents that a package has inside.
 * @param readInside reads a Word document; undefined if it is inside of too many.
 */
export async function readChunks(
  { files }: WordPackage,
  readInside: (bytes: Buffer) => Promise<Chunk | undefined>,
): Promise<Chunks> {
  const chunks = new Map<string, Chunk>();
  for (const [part, bytes] of files) {
    const kind = extname(part).toLowerCase();
    const chunk = await readKind(kind, bytes, readInside);
    if (chunk !== undefined) chunks.set(part, chunk);
  }
  return chunks;
}

async function readKind(
  kind: string,
  bytes: Buffer,
  readInside: (bytes: Buffer) => Promise<Chunk | undefined>,
): Promise<Chunk | undefined> {
  if (/^\.x?html?$/.test(kind)) return pageOf(decodeHtml(bytes).text);
  if (kind === '.txt') return linesOf(decodeText(bytes).text);
  if (kind === '.docx') return readInside(bytes);
  if (kind === '.rtf') return linesOf(await rtfText(bytes), [ONLY_TEXT]);
  if (!/^\.mht(?:ml)?$/.test(kind)) return undefined;
  const { html, text } = await PostalMime.parse(new Uint8Array(bytes));
  return html === undefined ? linesOf(text ?? '') : pageOf(html);
}

function pageOf(html: string): Chunk {
  const { children } = fromHtml(html, { fragment: true }); // loses the tags of page and body alone
  const element = elementOf('div', children as ElementContent[]);
  const leftOut = takeOutHidden(element);
  const alsoLeftOut = takeOutPlayers(element);
  return { ...NOTHING_ELSE, element, text: htmlWords(element), leftOut, alsoLeftOut };
}

function linesOf(text: string, warnings: string[] = []): Chunk {
  const lines = text.split('\n').map((value) => elementOf('p', [{ type: 'text', value }]));
  return { ...NOTHING_ELSE, element: elementOf('div', lines), text, warnings };
}

const NOTHING_ELSE = { notes: [], files: [], leftOut: [], alsoLeftOut: [], warnings: [] };
const ONLY_TEXT =
  'It has rich text inside, of which only the words were read: compare them with the file.';

/** The document inside that an element shows; one that is not read is named in the report. */
export function readChunk(story: StoryContext, element: XmlElement, reason?: string): WordBlock[] {
  const { reading, part } = story;
  const { alsoLeftOut, warnings, ledger } = reading;
  const link = reading.pack.relationships(part).get(element.attributes.get('r:id') ?? '');
  const name = link?.target ?? '';
  const chunk = reading.chunks.get(name);
  reading.used.add(name);
  if (chunk !== undefined && reason === undefined) {
    story.texts.push(chunk.text);
    for (const one of chunk.leftOut) ledger.report(one.text, one.reason);
    alsoLeftOut.push(...chunk.alsoLeftOut);
    for (const warning of chunk.warnings) warnings.add(warning);
    return [{ element: placed(reading, name, chunk) }];
  }
  alsoLeftOut.push({
    text: name,
    reason: reason ?? 'a document inside this one, of a kind that is not read: import it by itself',
  });
  warnings.add(`Skipped the document ${basename(name)} inside it: import it by itself.`);
  return [];
}

/** The element of a document inside, with its notes and pictures among those of the whole. */
function placed(reading: Reading, part: string, { element, notes, files }: Chunk): Element {
  const copy = structuredClone(element);
  const names = new Map<string, string>();
  visit(copy, 'element', ({ tagName, properties }) => {
    if (tagName === 'footnote-ref') {
      const note = `${part} ${String(properties['name'])}`;
      const definition = notes.find(({ identifier }) => identifier === properties['name']);
      if (definition !== undefined) reading.innerNotes.set(note, definition);
      properties['name'] = String(numberOfNote(reading, note));
    } else if (tagName === 'img') {
      const old = placedName({ url: String(properties['src']) });
      const file = files.find(({ name }) => name === old);
      if (old === undefined || file === undefined) return;
      const name = names.get(old) ?? addFile(reading.files, file, extname(old));
      names.set(old, name);
      properties['src'] = placedAddress(name);
    }
  });
  const others = files.filter(({ name }) => !names.has(name));
  for (const file of others) addFile(reading.files, file, extname(file.name));
  return copy;
}
