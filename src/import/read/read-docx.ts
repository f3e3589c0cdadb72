import { blocksFromHtml } from './blocks-from-html.ts';
import { linesBlock, type SourceDocument } from './document.ts';
import { readChunks } from './docx/alt-chunk.ts';
import { arrange } from './docx/arrange.ts';
import { readMargins } from './docx/margins.ts';
import { readNotes } from './docx/notes.ts';
import { openPackage } from './docx/package.ts';
import { beginReading } from './docx/reading.ts';
import { Story } from './docx/story.ts';
import { reportUnreadParts } from './docx/unread-parts.ts';

/**
 * Reads a Word document as a person sees it: numbers of lists, capitals, links, tables, notes, pictures. What
 * no page shows is left out, and reported.
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const pack = await openPackage(Buffer.from(bytes));
  const reading = beginReading(pack, await readChunks(pack));
  const { ledger, numbering, warnings } = reading;
  const body = new Story(reading, pack.main);
  reading.parts.add(pack.main);
  const root = pack.tree(pack.main);
  const children = arrange(root === undefined ? [] : body.blocks(root));
  const notes = readNotes(reading);
  const margins = readMargins(reading, body.sections);
  reportUnreadParts(reading);
  ledger.verify(pack.xml);
  const html = blocksFromHtml({ type: 'root', children });
  for (const [n, block] of html.blocks.entries()) block.line = n + 1; // Word has paragraphs, no lines
  for (const format of numbering.unknownFormats)
    warnings.add(`Numbers of a list came as 1, 2, 3: Word writes them otherwise (${format}).`);
  const leftOut = [...ledger.entries(), ...margins.leftOut];
  return {
    blocks: [...margins.head.map((text) => linesBlock([text], 1)), ...html.blocks],
    definitions: [...notes.definitions, ...html.footnotes],
    metadata: undefined,
    leftOut,
    files: reading.files,
    pictures: html.pictures,
    alsoLeftOut: reading.alsoLeftOut,
    words: [
      ...body.texts,
      ...notes.texts,
      ...margins.head,
      ...leftOut.map(({ text }) => text),
    ].join('\n'),
    warnings: [...warnings, ...html.warnings],
  };
}
