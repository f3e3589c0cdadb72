import type { Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { statementsOf } from '../rehype-statements.ts';
import { type Loss, lostWords } from './lost-words.ts';
import { type Losses, reportLosses, reportPage } from './report-losses.ts';
import { shownWords, type ShownWords } from './shown-words.ts';
import { countedIn, haveSameWords } from './word-characters.ts';
import { type FaultyStretch, inOrder } from './faulty-stretch.ts';
import type { WordStream } from './word-stream.ts';
import { writtenWords } from './written-words.ts';

/** A text on its way to the page. */
export interface Rendered {
  markdown: string;
  /** The Markdown's tree: it shows where markup is. */
  written: Root;
  /** The page's tree, and the same as HTML. */
  tree: HastRoot;
  html: string;
}

/**
 * Compares the words of a text, less markup, with those that a browser shows of its page, in order. A
 * word that is missing or in another place is an error with its line, the reason, and how to write it.
 */
export function accountForWords({ markdown, written, tree, html }: Rendered, file: VFile): void {
  const simple = shownWords(tree, true);
  // Of a text without HTML the page is what the tree says: parsing it as a browser does costs as much as
  // all else. A link in a link is the one thing that only HTML cannot hold.
  const isSure = file.data.hasRawHtml !== true && !simple.hasNestedLink;
  const page = isSure ? tree : asInBrowser(html);
  const shown = isSure ? simple : shownWords(page);
  if (!isSure || !haveSameWords(markdown, simple.main)) {
    reportLosses(markdown, lossesIn(markdown, written, isSure ? shownWords(tree) : shown), file);
  }
  reportPage(file, {
    hasWords: [shown.main, ...shown.notes].some(haveWord) || markdown.trim() === '',
    ids: shown.ids,
    statements: isSure ? file.data.statements : statementsOf(page),
  });
}

const haveWord = (pieces: readonly string[]) => pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece));

function lossesIn(markdown: string, tree: Root, shown: ShownWords): Losses {
  const { main, notes, titles, faults, numbers } = writtenWords(markdown, tree);
  const differing = [main, ...notes].flatMap((written, n) => {
    const text = ((n === 0 ? shown.main : shown.notes[n - 1]) ?? []).join('');
    return written.characters === countedIn(text) ? [] : [{ written, text }];
  });
  const known = inOrder(faults);
  const lost = differing.flatMap(({ written, text }) => {
    const { seen, hidden } = parted(written, known);
    return seen === countedIn(text) ? hidden : lostWords(written, text);
  });
  const shownTitles = new Set(shown.titles.map(countedIn));
  return {
    lost,
    hasSurplus: differing.length > 0 && lost.length === 0,
    titles: titles.filter(({ text }) => !shownTitles.has(countedIn(text))),
    faults,
    numbers,
  };
}

/** What of a stream lies in stretches that may be hidden, a loss each, and what does not. */
function parted({ characters, offsets }: WordStream, stretches: readonly FaultyStretch[]) {
  let seen = '';
  const hidden: Loss[] = [];
  let next = 0;
  let open: FaultyStretch | undefined;
  for (const [n, offset] of offsets.entries()) {
    if (open !== undefined && offset >= open.end) open = undefined;
    for (; open === undefined && (stretches[next]?.start ?? Infinity) <= offset; next++) {
      open = stretches[next];
      if (open === undefined || offset >= open.end) open = undefined;
      else hidden.push({ start: open.start, end: open.end, isMoved: false });
    }
    if (open === undefined) seen += characters[n];
  }
  return { seen, hidden };
}

/** The tree that a browser makes of a body in its page. */
const asInBrowser = (html: string): HastRoot =>
  fromHtml(`<!doctype html><body><main><article><div>${html}</div></article></main>`);
