import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { type LeftOut, UnreadableSource } from './document.ts';
import type { PdfLine } from './pdf-tables.ts';

const MAX_PAGES = 200;

/** What a PDF has that can be read. */
export interface PdfContent {
  lines: PdfLine[];
  /** Pages that are pictures without words, from 1. */
  pictures: number[];
  /** Comments and what was filled into forms. */
  notes: LeftOut[];
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

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
    const content: PdfContent = { lines: [], pictures: [], notes: [] };
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const lines = linesOf(await pageItems(page), number);
      for (const line of lines) content.lines.push(line);
      if (lines.length === 0 && (await hasPicture(page))) content.pictures.push(number);
      content.notes.push(...(await notesOn(page, number)));
    }
    return content;
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A stretch of text that a PDF draws at once, in points from the page's lower left. */
interface PdfItem {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The stretches of a page; where the document says what they stand for (`ActualText`), they are that. */
async function pageItems(page: PdfPage): Promise<PdfItem[]> {
  const meant = new Map<string, string>();
  collectMeant(await page.getStructTree(), meant);
  const { items } = await page.getTextContent({ includeMarkedContent: meant.size > 0 });
  const open: (string | undefined)[] = [];
  const found: PdfItem[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item ? item.id : undefined);
      continue;
    }
    const id = open.findLast((one) => one !== undefined && meant.has(one));
    const text = id === undefined ? item.str : (meant.get(id) ?? '');
    if (id !== undefined) meant.set(id, ''); // once for all of its stretches
    const [, , , , left = 0, top = 0] = item.transform as number[];
    found.push({ text, left, top, width: item.width, height: item.height });
  }
  return found;
}

interface StructNode {
  role?: string;
  alt?: string;
  id?: string;
  type?: string;
  children?: StructNode[];
}

/** Of pictures and formulas, it is what they show; of other elements, the text as it is meant. */
const PICTURED = /^(?:Figure|Formula|Link|Annot|Form|Table|Document|Art|Sect|Part)$/;

function collectMeant(node: StructNode | null, meant: Map<string, string>): void {
  if (node === null) return;
  if (node.alt !== undefined && !PICTURED.test(node.role ?? '')) {
    const ids = contentIds(node);
    ids.forEach((id, n) => meant.set(id, n === 0 ? (node.alt ?? '') : ''));
    return;
  }
  for (const child of node.children ?? []) collectMeant(child, meant);
}

const contentIds = ({ type, id, children = [] }: StructNode): string[] =>
  type === 'content' && id !== undefined ? [id] : children.flatMap(contentIds);

/** A glyph for which a font has no letter comes as a control character: inside a word, a letter is lost. */
const clean = (text: string) =>
  text
    .replace(/(?<=\p{L})[\u0000-\u0008\u000e-\u001f](?=\p{L})/gu, '\ufffd')
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ');

function linesOf(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | undefined;
  let isSpaced = false; // whether white space ends the line; asking the line itself would copy it
  for (const { text, left, top, width, height } of items) {
    const right = left + width;
    // A raised figure is lower than its line: the larger of both says how far they may be apart.
    const reach = Math.max(2, Math.max(height, line?.height ?? 0) / 2);
    const isSame =
      line !== undefined && Math.abs(line.top - top) < reach && left > line.left - line.height;
    if (line !== undefined && isSame) {
      const gap = left - line.right > height * 0.2 && !isSpaced ? ' ' : '';
      line.text += gap + text;
      if (text !== '' || gap !== '') isSpaced = /\s$/.test(gap + text);
      if (text.trim() !== '') {
        line.right = Math.max(line.right, right);
        line.pieces.push({ left, right });
        if (height > line.height) line.top = top;
      }
      line.height = Math.max(line.height, height);
    } else if (text.trim() !== '') {
      line = { text, page, top, left, right, height, pieces: [{ left, right }] };
      lines.push(line);
      isSpaced = /\s$/.test(text);
    }
  }
  return lines.map((one) => ({ ...one, text: clean(one.text) }));
}

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
    contentsObj?: { str?: string };
  }[];
  return annotations.flatMap(({ subtype, fieldValue, contentsObj }): LeftOut[] => {
    const isField = subtype === 'Widget';
    const text = isField
      ? [fieldValue].flat().filter((one) => typeof one === 'string').join(' ')
      : (contentsObj?.str ?? '');
    if (text.trim() === '' || (isField && text === 'Off') || subtype === 'Link') return [];
    const what = isField ? 'what was filled into a form' : 'a comment';
    return [{ text: text.trim(), reason: `${what} on page ${number} of the PDF` }];
  }); // prettier-ignore
}
