import { blocksFromHtml } from './blocks-from-html.ts';
import { linesBlock, type SourceDocument } from './document.ts';
import type { Macros } from './docx/package.ts';
import { readContent } from './docx/read-content.ts';
import { markLarge, numberLines } from './docx/sizes.ts';

/**
 * Reads a Word document as a person sees it: numbers of lists, capitals, links, tables, notes, pictures. What
 * no page shows is left out, and reported.
 */
export const readDocx = (bytes: Uint8Array): Promise<SourceDocument> => readWord(bytes, 'refused');

/** Reads a Word document that may have macros (.docm): they are left out. */
export const readDocm = (bytes: Uint8Array): Promise<SourceDocument> => readWord(bytes, 'left out');

async function readWord(bytes: Uint8Array, macros: Macros): Promise<SourceDocument> {
  const content = await readContent(Buffer.from(bytes), macros);
  const { head, leftOut, files, alsoLeftOut } = content;
  numberLines(content.children);
  const html = blocksFromHtml({ type: 'root', children: content.children });
  markLarge(html.blocks, content.children);
  for (const [n, block] of html.blocks.entries()) block.line = n + 1; // Word has paragraphs, no lines
  return {
    blocks: [...head.map((text) => linesBlock([text], 1)), ...html.blocks],
    definitions: [...content.definitions, ...html.footnotes],
    metadata: undefined,
    leftOut,
    files,
    pictures: html.pictures,
    alsoLeftOut,
    words: [...content.texts, ...head, ...leftOut.map(({ text }) => text)].join('\n'),
    warnings: [...content.warnings, ...html.warnings],
  };
}
