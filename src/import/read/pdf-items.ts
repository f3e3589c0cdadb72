import type { getDocumentProxy } from 'unpdf';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A stretch of text that a PDF draws at once, in points from the page's lower left. */
export interface PdfItem {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The name that pdf.js gives its font. */
  font: string;
}

/** The stretches of a page, and whether some were drawn twice. */
export interface PdfItems {
  items: PdfItem[];
  isDrawnTwice: boolean;
}

/** The stretches of a page; where the document says what they stand for (`ActualText`), they are that. */
export async function pageItems(page: PdfPage): Promise<PdfItems> {
  const meant = new Map<string, string>();
  collectMeant(await page.getStructTree(), meant);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: { id: string | undefined; isSpan: boolean }[] = [];
  const found: PdfItem[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else
        open.push({
          id: ('id' in item && item.id) || undefined,
          isSpan: 'tag' in item && item.tag === 'Span',
        });
      continue;
    }
    const id = open.findLast((one) => one.id !== undefined && meant.has(one.id))?.id;
    const own = isSoftHyphen(item.str, open.at(-1)) ? SOFT_HYPHEN : item.str;
    const text = id === undefined ? own : (meant.get(id) ?? '');
    if (id !== undefined) meant.set(id, ''); // once for all of its stretches
    const [, , , , left = 0, top = 0] = item.transform as number[];
    found.push({ text, left, top, width: item.width, height: item.height, font: item.fontName });
  }
  return drawnOnce(found);
}

const SOFT_HYPHEN = '\u00ad';

/**
 * Whether a hyphen only divides a word. Word and InDesign mark it so, by a span around it alone that says what
 * it stands for; pdf.js has the span, not what it says.
 */
const isSoftHyphen = (text: string, around: { id: string | undefined; isSpan: boolean } | undefined) =>
  text === '-' && around?.isSpan === true && around.id === undefined; // prettier-ignore

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

const REACH = 12; // stretches back, in which the first drawing of one is looked for

/** Takes out what is drawn a second time beside itself, as programs do that have no bold letters. */
function drawnOnce(items: readonly PdfItem[]): PdfItems {
  const once: PdfItem[] = [];
  for (const item of items) {
    const repeated = item.text.trim() === '' ? 0 : Math.max(0, ...once.slice(-REACH).map((before) => lettersAgain(before, item))); // prettier-ignore
    const shift = (repeated * item.width) / Math.max(1, item.text.length);
    const rest = { text: item.text.slice(repeated), left: item.left + shift, width: item.width - shift }; // prettier-ignore
    once.push({ ...item, ...rest });
  }
  const isDrawnTwice = once.some((item, n) => item.text.length < (items[n]?.text.length ?? 0));
  return { items: once, isDrawnTwice };
}

/** The number of letters at the start of a stretch that lie on the same letters of one before. */
function lettersAgain(before: PdfItem, { text, left, top, width, height }: PdfItem): number {
  const shift = Math.max(1, height / 8);
  if (Math.abs(before.top - top) > shift || Math.abs(before.height - height) > 0.5) return 0;
  const overlap = before.left + before.width - left;
  if (left < before.left - shift || overlap <= 0 || before.text.trim() === '') return 0;
  const letter = width / text.length;
  for (let count = Math.min(text.length, before.text.length); count > 0; count--) {
    const letters = text.slice(0, count);
    const isAlike = /[\p{L}\p{N}]/u.test(letters) && before.text.endsWith(letters);
    if (isAlike && Math.abs(overlap - count * letter) <= Math.max(shift, 0.4 * letter))
      return count;
  }
  return 0;
}
