import { readChunks } from './alt-chunk.ts';
import { arrange, elementOf } from './arrange.ts';
import { readMargins } from './margins.ts';
import { readNotes } from './notes.ts';
import { type Macros, openPackage } from './package.ts';
import { beginReading, type Chunk } from './reading.ts';
import { Story } from './story.ts';
import { reportUnreadParts } from './unread-parts.ts';

/** Documents inside one another; more are not read, but named. */
const MAX_INSIDE = 3;

/**
 * Reads all parts of a Word document, and accounts for their words.
 * @param depth how many documents this one is inside of.
 * @throws {UnreadableSource} if it is damaged, or if a word would be lost.
 */
export async function readContent(bytes: Buffer, macros: Macros, depth = 0) {
  const pack = await openPackage(bytes, macros);
  const inner = (part: Buffer) =>
    depth < MAX_INSIDE ? readInside(part, depth + 1) : Promise.resolve(undefined);
  const reading = beginReading(pack, await readChunks(pack, inner));
  const { ledger, numbering, warnings } = reading;
  const body = new Story(reading, pack.main);
  reading.parts.add(pack.main);
  const root = pack.tree(pack.main);
  const children = arrange(root === undefined ? [] : body.blocks(root));
  const notes = readNotes(reading);
  const margins = readMargins(reading, body.sections);
  reportUnreadParts(reading);
  ledger.verify(pack.xml);
  for (const format of numbering.unknownFormats)
    warnings.add(`Numbers of a list came as 1, 2, 3: Word writes them otherwise (${format}).`);
  return {
    children,
    definitions: notes.definitions,
    texts: [...body.texts, ...notes.texts],
    head: margins.head,
    leftOut: [...ledger.entries(), ...margins.leftOut],
    alsoLeftOut: reading.alsoLeftOut,
    files: reading.files,
    warnings,
  };
}

/** A Word document inside another. */
async function readInside(bytes: Buffer, depth: number): Promise<Chunk> {
  const { children, definitions, texts, head, ...content } = await readContent(bytes, 'refused', depth); // prettier-ignore
  return {
    element: elementOf('div', children),
    notes: definitions,
    files: content.files,
    text: texts.join('\n'),
    leftOut: [
      ...content.leftOut,
      ...head.map((text) => ({ text, reason: 'in the margin of a document inside this one' })),
    ],
    alsoLeftOut: content.alsoLeftOut,
    warnings: [...content.warnings],
  };
}
