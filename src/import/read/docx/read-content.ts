import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { shownText } from '../document.ts';
import { readChunks } from './alt-chunk.ts';
import { arrange, elementOf } from './arrange.ts';
import { readMargins } from './margins.ts';
import { readNotes } from './notes.ts';
import { openPackage } from './package.ts';
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
export async function readContent(bytes: Buffer, depth = 0) {
  const pack = await openPackage(bytes);
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

/** A Word document inside another: its notes come at its end, its pictures are named. */
async function readInside(bytes: Buffer, depth: number): Promise<Chunk> {
  const { children, definitions, ...content } = await readContent(bytes, depth);
  const element = withoutMarks(elementOf('div', children));
  for (const note of definitions)
    element.children.push(elementOf('p', [{ type: 'text', value: shownText(note) }]));
  const pictures = content.files.map(({ name, alt }) => ({
    text: [alt, name].filter(Boolean).join(', '),
    reason: 'a picture of a document inside this one',
  }));
  return {
    element,
    text: content.texts.join('\n'),
    leftOut: [
      ...content.leftOut,
      ...content.head.map((text) => ({
        text,
        reason: 'in the margin of a document inside this one',
      })),
    ],
    alsoLeftOut: [...content.alsoLeftOut, ...pictures],
    warnings: [...content.warnings],
  };
}

/** Without the marks of notes and the pictures, which belong to the document inside alone. */
function withoutMarks(element: Element): Element {
  visit(element, 'element', (node, index, parent) => {
    if (!/^(?:footnote-ref|img)$/.test(node.tagName) || !parent || index === undefined)
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return element;
}
