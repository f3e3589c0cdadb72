/**
 * Citing a statement. A click on its permalink goes to it, as any link does, and copies its address as
 * well; then, and where words of a statement are selected, a bar offers the address and a quotation.
 */
import { announce } from './announce.ts';
import { CiteBar, type Anchor } from './cite-bar.ts';
import { citingWords } from './citing-words.ts';
import { type Cited, citedWords, copyLink, copyQuotation } from './copying.ts';
import { type Passage, permalinkOf, selectedPassage, statementOf } from './passage.ts';
import { unfoldStatement } from './unfold-statement.ts';
import { answerUnknownStatement } from './unknown-statement.ts';

const SELECTION_PAUSE = 250; // milliseconds without a change after which a selection is what was wanted

let cited: Cited | undefined;
let isSelected = false; // whether the bar is about a selection, and goes when that goes
let isPressed = false;
let selectedAtPress: Passage | undefined;
let timer: number | undefined;

const bar = new CiteBar({
  [citingWords.copyLink]: () => cited && void copyLink(cited),
  [citingWords.copyQuotation]: () => cited && void copyQuotation(cited),
  [citingWords.cite]: () => {
    const chosen = cited;
    if (chosen) void orSay(citingWords.citationNotLoaded, () => cite(chosen));
  },
  [citingWords.checkQuotation]: () => cited && checkQuotation(cited),
  [citingWords.collect]: () => {
    const chosen = cited;
    if (chosen) void orSay(citingWords.notCollected, () => collect(chosen));
  },
});

/** Goes to the page that checks quotations, with the words behind the `#`, which browsers send to nobody. */
function checkQuotation(cited: Cited) {
  const page = pageAt('quote');
  if (page) location.href = `${page}#${new URLSearchParams({ q: citedWords(cited) })}`;
}

/** Adds what is cited to the collection that is open in another tab, or opens one; the code is loaded on use. */
async function collect({ statement, statements = [statement] }: Cited) {
  const page = pageAt('collection');
  if (page === undefined) return;
  const { addToCollection } = await import('../export/add-to-collection.ts');
  const ids = statements.map(({ id }) => id);
  const count = await addToCollection(page, ids);
  if (count !== undefined) announce(citingWords.collected);
}

/** The address of a page that the foot of each page links to, wherever a copy of it is read. */
const pageAt = (name: string) =>
  document.querySelector<HTMLAnchorElement>(`.colophon a[href*="/${name}/"]`)?.href;

/** The dialog is loaded on use, since it is larger than all else here, and few who read a release cite it. */
async function cite(chosen?: Cited) {
  const { citeRelease, citeStatement } = await import('./cite-dialog.ts');
  await (chosen ? citeStatement(chosen) : citeRelease());
}

/** Does what loads code, and says so if that fails. */
async function orSay(failure: string, work: () => Promise<void>) {
  try {
    await work();
  } catch (cause) {
    reportError(cause);
    announce(failure);
  }
}

/** A press on a link takes the selection away before the click: here it is still there. */
document.addEventListener(
  'pointerdown',
  ({ target }) => {
    isPressed = true;
    selectedAtPress = selectedPassage(getSelection());
    if (!bar.contains(target)) bar.close();
  },
  { capture: true },
);

for (const type of ['pointerup', 'pointercancel']) {
  document.addEventListener(type, () => {
    isPressed = false;
    waitForSelection();
  });
}

document.addEventListener('click', (event) => {
  const { target } = event;
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-permalink]') : null;
  const statement = link && statementOf(link);
  if (!statement) return;
  const isByKeyboard = event.detail === 0;
  const selected = isByKeyboard ? selectedPassage(getSelection()) : selectedAtPress;
  const next = selected?.statements.includes(statement) ? selected : { statement };
  void copyLink(next);
  const hasFocus = document.activeElement === link;
  bar.close(); // or its buttons would mean the statement before until the next frame
  // Then the browser has gone to the statement: the page has stopped scrolling, and the link has lost the focus.
  requestAnimationFrame(() => {
    openAtPermalink(next);
    if (hasFocus) link.focus({ preventScroll: true });
  });
});

document.addEventListener('selectionchange', waitForSelection);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-cite]')) {
  button.hidden = false; // without JavaScript there are the files for reference managers
  button.addEventListener('click', () => {
    void orSay(citingWords.citationNotLoaded, cite);
  });
}

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') bar.close();
});

function waitForSelection() {
  clearTimeout(timer);
  if (!isPressed) timer = window.setTimeout(followSelection, SELECTION_PAUSE);
}

function followSelection() {
  const selected = selectedPassage(getSelection());
  if (selected) openAtSelection(selected);
  else if (isSelected) bar.close();
}

function openAtSelection(selected: Passage) {
  if (bar.isOpen && isSame(selected.range, cited?.range)) return;
  const box = () => [...selected.range.getClientRects()].at(-1) ?? new DOMRect();
  const link = permalinkOf(selected.statement);
  open(selected, { box, side: 'below', link });
  isSelected = true;
}

/** Above a link that hangs beside the first line, below one that follows the last: off the words. */
function openAtPermalink(next: Cited) {
  const link = permalinkOf(next.statement);
  if (!link) return;
  const box = () => link.getBoundingClientRect();
  const statement = next.statement.getBoundingClientRect();
  const isInUpperHalf = box().bottom < statement.top + statement.height / 2;
  open(next, { box, side: isInUpperHalf ? 'above' : 'below', link });
  isSelected = false;
}

function open(next: Cited, place: Anchor) {
  cited = next;
  bar.open(place);
}

function isSame(range: Range, other: Range | undefined): boolean {
  return (
    other !== undefined &&
    range.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, other) === 0
  );
}

for (const answer of [answerUnknownStatement, unfoldStatement]) {
  answer();
  window.addEventListener('hashchange', answer);
}
