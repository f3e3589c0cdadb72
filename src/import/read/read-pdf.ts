import { getDocumentProxy } from 'unpdf';
import { type SourceDocument, UnreadableSource } from './document.ts';
import { collapse, wordsIn } from '../parse/text-shape.ts';
import { type PdfLine, tableWarning } from './pdf-tables.ts';
import { textBlocks } from './read-text.ts';

const PAGE_MARGIN = 'in the margin of every page';
const MAX_PAGES = 200;

/** Reads the text layer of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const lines = await pdfLines(bytes);
  const margins = marginLines(lines);
  const story = lines.filter((line) => !margins.has(line));
  if (wordsIn(story.map(({ text }) => text).join(' ')).length === 0) {
    throw new UnreadableSource(
      'has no text layer: it is a picture of pages',
      'run it through OCR (text recognition), or import the document that it was made from',
    );
  }
  const blocks = textBlocks(joinParagraphs(story).join('\n\n'));
  return {
    blocks,
    definitions: [],
    metadata: undefined,
    leftOut: [...margins].map(({ text }) => ({ text, reason: PAGE_MARGIN })),
    files: [],
    words: lines.map(({ text }) => text).join('\n'),
    warnings: ['The paragraphs of a PDF are guesses: check them.', ...tableWarning(story)],
  };
}

async function pdfLines(bytes: Uint8Array): Promise<PdfLine[]> {
  // pdf.js takes the bytes away, so that they are copied; and prints warnings that nobody can act on.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(
    (cause: Error) => {
      throw cause.name === 'PasswordException'
        ? new UnreadableSource('is encrypted', 'save a copy without a password')
        : new UnreadableSource(`is a damaged PDF (${cause.message})`, 'save it again');
    },
  );
  try {
    if (document.numPages > MAX_PAGES) {
      throw new UnreadableSource(
        `has ${document.numPages} pages`,
        'a release has fewer: cut it out first',
      );
    }
    const lines: PdfLine[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      let line: PdfLine | undefined;
      let isSpaced = false; // whether white space ends the line; asking the line itself would copy it
      for (const item of items) {
        if (!('str' in item)) continue;
        const [, , , , left = 0, top = 0] = item.transform as number[];
        const isSame =
          line !== undefined && Math.abs(line.top - top) < Math.max(2, item.height / 2);
        if (line !== undefined && isSame) {
          const gap = left - line.right > item.height * 0.2 && !isSpaced ? ' ' : '';
          line.text += gap + item.str;
          if (item.str !== '' || gap !== '') isSpaced = /\s$/.test(gap + item.str);
          if (item.str.trim() !== '') {
            line.right = Math.max(line.right, left + item.width);
            line.pieces.push({ left, right: left + item.width });
          }
          line.height = Math.max(line.height, item.height);
        } else if (item.str.trim() !== '') {
          const { str: text, width, height } = item;
          const right = left + width;
          line = { text, page, top, left, right, height, pieces: [{ left, right }] };
          lines.push(line);
          isSpaced = /\s$/.test(text);
        }
      }
    }
    return lines;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Page numbers, and lines that have the same place on several pages. */
function marginLines(lines: readonly PdfLine[]): Set<PdfLine> {
  const pages = lines.reduce((most, { page }) => Math.max(most, page), 1);
  if (pages < 2) return new Set();
  const alike = Map.groupBy(lines, ({ text }) => collapse(text).replace(/\d+/g, '#'));
  const places = new Map([...alike.values()].flatMap(inOnePlace));
  return new Set(
    lines.filter((line) => {
      const same = places.get(line) ?? [];
      const isNumber = /^(?:page\s*)?(?:[-–]\s*)?\d+(?:\s*(?:of|\/)\s*\d+)?\s*[-–]?$/i.test(
        collapse(line.text),
      );
      const isMore = /^[-–—(]*\s*more\s*[-–—)]*$/i.test(collapse(line.text));
      return (
        isMore ||
        (isNumber && same.length >= 2) ||
        new Set(same.map(({ page }) => page)).size >= Math.max(2, pages - 1)
      );
    }),
  );
}

/** For each line, those at the same height on their pages, itself included. */
function inOnePlace(lines: readonly PdfLine[]): [PdfLine, PdfLine[]][] {
  const byHeight = Map.groupBy(lines, ({ top }) => Math.floor(top / 3));
  return lines.map((line) => {
    const height = Math.floor(line.top / 3);
    const near = [-1, 0, 1].flatMap((step) => byHeight.get(height + step) ?? []);
    return [line, near.filter(({ top }) => Math.abs(top - line.top) < 3)];
  });
}

/** Joins the lines of a paragraph: they are close, and each but the last reaches the right margin. */
function joinParagraphs(lines: readonly PdfLine[]): string[] {
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const paragraphs: string[] = [];
  lines.forEach((line, n) => {
    const above = lines[n - 1];
    const isNext =
      above !== undefined &&
      (above.page === line.page
        ? above.top - line.top < 1.6 * Math.max(above.height, line.height, 8)
        : !/[.!?:”"]\s*$/.test(above.text)) &&
      above.right > right * 0.82 &&
      line.left <= above.left + 2 &&
      Math.abs(above.height - line.height) < 1.5;
    const last = paragraphs.length - 1;
    if (isNext) paragraphs[last] = `${paragraphs[last] ?? ''} ${line.text.trim()}`;
    else paragraphs.push(line.text.trim());
  });
  return paragraphs;
}
