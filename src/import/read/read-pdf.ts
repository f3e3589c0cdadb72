import { lostCharacters } from './decode-text.ts';
import { type SourceDocument, UnreadableSource } from './document.ts';
import { collapse, wordsIn } from '../parse/text-shape.ts';
import { pdfContent } from './pdf-lines.ts';
import { hyphenWarning, joinParagraphs, restOfWord } from './pdf-paragraphs.ts';
import { type PdfLine, tableWarning } from './pdf-tables.ts';
import { textBlocks } from './read-text.ts';

/** Lines that a page has in its margins at most; a page that has more of another is that page again. */
const MAX_MARGIN = 8;
const PAGE_MARGIN = 'in the margin of every page';
const RECOGNIZE =
  'run a text recognition program on it, such as ocrmypdf (ocrmypdf old.pdf new.pdf), or import the document that it was made from';

/** Reads the text layer of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const { lines, pictures, drawnTwice, notes } = await pdfContent(bytes);
  const margins = new Set([...marginLines(lines), ...printedByBrowser(lines)]);
  const story = lines.filter((line) => !margins.has(line));
  if (wordsIn(story.map(({ text }) => text).join(' ')).length === 0) {
    throw new UnreadableSource('has no text layer: it is a picture of pages', RECOGNIZE);
  }
  const { paragraphs, areLarge, hyphenated, rests } = joinParagraphs(story);
  const text = paragraphs.join('\n\n');
  const scans = pictures.length === 1 ? `Page ${pictures[0]} is a picture` : `Pages ${pictures.join(', ')} are pictures`; // prettier-ignore
  return {
    blocks: paragraphs.flatMap((paragraph, n) =>
      textBlocks(paragraph).map((block) => ({ ...block, line: 2 * n + 1, isLarge: areLarge[n] })),
    ),
    definitions: [],
    metadata: undefined,
    leftOut: [...margins].map((line) => ({ text: line.text, reason: PAGE_MARGIN })),
    alsoLeftOut: notes,
    files: [],
    words: wordsOf(lines, rests),
    warnings: [
      'The paragraphs of a PDF are guesses: check them.',
      ...(pictures.length > 0 ? [`${scans}, of which nothing was read: ${RECOGNIZE}.`] : []),
      ...(drawnTwice.length > 0
        ? [
            `Letters that are drawn twice, which makes them look bold, were read once: compare page ${drawnTwice.join(', ')}.`,
          ]
        : []),
      ...lostCharacters(text),
      ...hyphenWarning(hyphenated),
      ...notes.map((note) => `Left out ${note.reason}: ${collapse(note.text).slice(0, 80)}`),
      ...tableWarning(story),
    ],
  };
}

const PRINTED_HEAD = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}:\d{2}(?:\s[AP]M)?(?:\s|$)/i;
const PRINTED_FOOT = /^(?:https?|file):\/\/\S+\s+\d+\/\d+$/i;

/** What a browser prints around a page: the day with the title, the address with the number of the page. */
function printedByBrowser(lines: readonly PdfLine[]): PdfLine[] {
  const feet = lines.filter(({ text }) => PRINTED_FOOT.test(collapse(text)));
  const heads = lines.filter(({ text }) => PRINTED_HEAD.test(collapse(text)));
  const pages = new Set(feet.map(({ page }) => page));
  return [...feet, ...heads.filter(({ page }) => pages.has(page))];
}

/** All words, line by line; the rest of a word that a line's end cut goes back to its beginning. */
function wordsOf(lines: readonly PdfLine[], rests: ReadonlyMap<PdfLine, PdfLine>): string {
  const texts = new Map(lines.map((line) => [line, line.text.trim()]));
  for (const [line, above] of rests) {
    const [text = '', before = ''] = [texts.get(line), texts.get(above)];
    const rest = restOfWord(text);
    texts.set(above, before.slice(0, -1) + rest);
    texts.set(line, text.slice(rest.length));
  }
  return [...texts.values()].join('\n');
}

/** Page numbers, and lines that have the same place on several pages. */
function marginLines(lines: readonly PdfLine[]): Set<PdfLine> {
  const pages = lines.reduce((most, { page }) => Math.max(most, page), 1);
  if (pages < 2) return new Set();
  const alike = Map.groupBy(lines, ({ text }) => collapse(text).replace(/\d+/g, '#'));
  const places = new Map([...alike.values()].flatMap(inOnePlace));
  const isNumber = ({ text }: PdfLine) =>
    /^(?:page\s*)?(?:[-–]\s*)?\d+(?:\s*(?:of|\/)\s*\d+)?\s*[-–]?$/i.test(collapse(text));
  const found = lines.filter((line) => {
    const same = places.get(line) ?? [];
    const isMore = /^[-–—(]*\s*more\s*[-–—)]*$/i.test(collapse(line.text));
    return (
      isMore ||
      (isNumber(line) && same.length >= 2) ||
      new Set(same.map(({ page }) => page)).size >= Math.max(2, pages - 1)
    );
  });
  // A page of which all lines are on others too is that page again, however short it is.
  const inMargin = new Set(found);
  const withStory = new Set(lines.filter((line) => !inMargin.has(line)).map(({ page }) => page));
  const isAround = (line: PdfLine) =>
    isNumber(line) || (places.get(line) ?? []).some(({ page }) => withStory.has(page));
  const byPage = [...Map.groupBy(found.filter(isAround), ({ page }) => page).values()];
  return new Set(byPage.flatMap((own) => (own.length > MAX_MARGIN ? [] : own)));
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
