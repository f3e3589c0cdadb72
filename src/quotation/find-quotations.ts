/** A quotation in a text, and the line, from 1, on which it begins. */
export interface FoundQuotation {
  quotation: string;
  line: number;
}

/** The marks that may close what one opens. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '”“',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"',
};

/**
 * Finds all quotations in a text: what is between quotation marks, and blockquotes of Markdown. Where one goes on
 * in the next paragraph, which then begins with an opening mark again, both are one.
 */
export function findQuotations(text: string): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  let open: FoundQuotation | undefined; // of the paragraph before, where nothing closed it
  for (const { paragraph, line } of paragraphsOf(text)) {
    const before: FoundQuotation | undefined = open;
    const own: Marked = isBlockquote(paragraph)
      ? { closed: [{ quotation: paragraph.replace(/^\s{0,3}>/gm, ''), line }], open: undefined }
      : markedIn(paragraph, line);
    ({ open } = own);
    const all = open === undefined ? own.closed : [...own.closed, open];
    const [first] = all;
    if (before !== undefined && first !== undefined && /^\s*["“„«「『]/.test(paragraph)) {
      first.quotation = `${before.quotation}\n${first.quotation}`;
      first.line = before.line;
    } else if (before !== undefined) found.push(before);
    found.push(...own.closed);
  }
  if (open !== undefined) found.push(open);
  return found
    .map(({ quotation, line }) => ({ quotation: quotation.trim().replace(/\s+/g, ' '), line }))
    .filter(({ quotation }) => /[\p{L}\p{N}]/u.test(quotation));
}

/** The paragraphs of a text, each with its first line, from 1. */
function paragraphsOf(text: string): { paragraph: string; line: number }[] {
  const paragraphs: { paragraph: string; line: number }[] = [];
  let lines: string[] = [];
  const rows = text.split(/\r?\n/);
  for (const [n, row] of [...rows, ''].entries()) {
    if (row.trim() !== '') lines.push(row);
    else if (lines.length > 0) {
      paragraphs.push({ paragraph: lines.join('\n'), line: n - lines.length + 1 });
      lines = [];
    }
  }
  return paragraphs;
}

const isBlockquote = (paragraph: string) =>
  paragraph.split('\n').every((line) => /^\s{0,3}>/.test(line));

interface Marked {
  closed: FoundQuotation[];
  /** The last one, where its closing mark is missing. */
  open: FoundQuotation | undefined;
}

/** What is between quotation marks in a paragraph. @param first its line. */
function markedIn(paragraph: string, first: number): Marked {
  const closed: FoundQuotation[] = [];
  let open: { closing: string; start: number; line: number } | undefined;
  let line = first;
  for (let place = 0; place < paragraph.length; place++) {
    const character = paragraph.charAt(place);
    if (character === '\n') line++;
    else if (open?.closing.includes(character)) {
      closed.push({ quotation: paragraph.slice(open.start, place), line: open.line });
      open = undefined;
    } else if (open === undefined) {
      const closing = CLOSING[character];
      // Behind a number it means inches.
      const isInch = character === '"' && /\d/.test(paragraph.charAt(place - 1));
      if (closing !== undefined && !isInch) open = { closing, start: place + 1, line };
    }
  }
  const rest = open && { quotation: paragraph.slice(open.start), line: open.line };
  return { closed, open: rest };
}
