import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { type LeftOut, UnreadableSource } from './document.ts';
import { combineAccents } from './pdf-accents.ts';
import { pageItems, type PdfItem, type PdfPage } from './pdf-items.ts';
import { inReadingOrder } from './pdf-order.ts';
import type { PdfLine } from './pdf-tables.ts';

const MAX_PAGES = 200;
/** A gap within a line, in heights of its letters, that no two words of a sentence have between them. */
const COLUMN_GAP = 2.5;

/** What a PDF has that can be read. */
export interface PdfContent {
  lines: PdfLine[];
  /** Pages that are pictures without words, from 1. */
  pictures: number[];
  /** Pages with letters that are drawn twice, and were read once. */
  drawnTwice: number[];
  /** Comments and what was filled into forms. */
  notes: LeftOut[];
}

/** Reads the text layer of a PDF, line by line, in the order in which it is written. */
export async function pdfContent(bytes: Uint8Array): Promise<PdfContent> {
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
    const content: PdfContent = { lines: [], pictures: [], drawnTwice: [], notes: [] };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items, isDrawnTwice } = await pageItems(page);
      const lines = inReadingOrder(linesOf(combineAccents(items), number));
      if (isDrawnTwice) content.drawnTwice.push(number);
      for (const line of lines) content.lines.push(line);
      if (lines.length === 0 && (await hasPicture(page))) content.pictures.push(number);
      content.notes.push(...(await notesOn(page, number)));
    }
    return content;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A glyph for which a font has no letter comes as a control character: inside a word, a letter is lost. */
const clean = (text: string) =>
  text
    .replace(/(?<=\p{L})[\u0000-\u0008\u000e-\u001f](?=\p{L})/gu, '\ufffd')
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ');

function linesOf(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | undefined;
  let isSpaced = false; // whether white space ends the line; asking the line itself would copy it
  for (const { text, left, top, width, height, font } of items) {
    const right = left + width;
    // A raised figure is lower than its line: the larger of both says how far they may be apart.
    const reach = Math.max(2, Math.max(height, line?.height ?? 0) / 2);
    const isSame =
      line !== undefined && Math.abs(line.top - top) < reach && left > line.left - line.height;
    if (line !== undefined && isSame) {
      const space = left - line.right;
      const isWide = text.trim() !== '' && space > COLUMN_GAP * Math.max(height, line.height);
      const gap = isWide ? '\t' : space > height * 0.2 && !isSpaced ? ' ' : '';
      if (isRaised({ top, height }, line)) line.text += gap + asRaised(text);
      else if (isRaised(line, { top, height })) line.text = asRaised(line.text) + gap + text;
      else line.text += gap + text;
      if (text !== '' || gap !== '') isSpaced = /\s$/.test(gap + text);
      if (text.trim() !== '') {
        line.right = Math.max(line.right, right);
        line.pieces.push({ left, right });
        if (height > line.height) line.top = top;
        if (font !== line.font) line.font = undefined;
      }
      line.height = Math.max(line.height, height);
    } else if (text.trim() !== '') {
      line = { text, page, top, left, right, height, font, pieces: [{ left, right }] };
      lines.push(line);
      isSpaced = /\s$/.test(text);
    }
  }
  return lines.map((one) => ({ ...one, text: clean(one.text) }));
}

/** Whether one of two stretches of a line is smaller than the other, and raised: the mark of a note. */
const isRaised = (small: Pick<PdfItem, 'top' | 'height'>, large: Pick<PdfItem, 'top' | 'height'>) =>
  small.height < 0.8 * large.height && small.top - large.top > 0.2 * large.height;

/** Figures that are raised, so that a mark is no part of the word or the number before it. */
const asRaised = (text: string) =>
  /^\s*\d{1,3}\s*$/.test(text) ? text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit) : text; // prettier-ignore

async function hasPicture(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  const drawn: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]; // prettier-ignore
  return fnArray.some((one: number) => drawn.includes(one));
}

/** Comments on a page, and what was filled into its form. */
async function notesOn(page: PdfPage, number: number): Promise<LeftOut[]> {
  const annotations = (await page.getAnnotations()) as {
    subtype?: string;
    fieldValue?: unknown;
    options?: { exportValue?: string; displayValue?: string }[];
    contentsObj?: { str?: string };
  }[];
  return annotations.flatMap(({ subtype, fieldValue, options = [], contentsObj }): LeftOut[] => {
    const isField = subtype === 'Widget';
    const text = isField
      ? [fieldValue].flat().filter((one) => typeof one === 'string').map((one) => shownChoice(one, options)).join(' ')
      : (contentsObj?.str ?? '');
    if (text.trim() === '' || (isField && text === 'Off') || subtype === 'Link') return [];
    const what = isField ? 'what was filled into a form' : 'a comment';
    return [{ text: text.trim(), reason: `${what} on page ${number} of the PDF` }];
  }); // prettier-ignore
}

/** What a list shows for the value that is chosen in it, which may be a code that nobody sees. */
const shownChoice = (
  value: string,
  options: readonly { exportValue?: string; displayValue?: string }[],
) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value;
