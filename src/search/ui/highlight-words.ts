import { decodePath } from '../../archive/path-encoding.ts';
import { hasUnspacedScript } from '../characters.ts';
import { citing } from '../../words/en-citing.ts';
import { pageWords } from '../../words/page-words.ts';

/**
 * On a release that was opened from the search: highlights the words that were searched for, in the
 * statement that was opened, until the visitor clears the highlights. The words come in the address as `?mark=`,
 * once for each run of words.
 */
function highlightSearchedWords() {
  const runs = new URLSearchParams(location.search).getAll('mark');
  const id = decodePath(location.hash.slice(1)) ?? '';
  const statement = id === '' ? null : document.getElementById(id);
  if (statement === null) return;
  const highlights = runs.flatMap((run) => {
    const pattern = patternOf(run);
    return pattern ? highlightAll(statement, pattern) : [];
  });
  if (highlights.length > 0) offerToClear(highlights, statement);
}

/** Matches a run of words with anything but letters and digits between them, as a search does. */
function patternOf(run: string): RegExp | undefined {
  const words = run.match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return undefined;
  const between = words.map(inAnyWidth).join('[^\\p{L}\\p{N}]+');
  // Where words are written without spaces, one may begin and end between letters.
  const [before, after] = hasUnspacedScript(run)
    ? ['', '']
    : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  return new RegExp(before + between + after, 'giu');
}

/** Letters that are one character in some texts. */
const LIGATURES: Readonly<Record<string, string>> = {
  ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', ffi: 'ﬃ', ffl: 'ﬄ', st: 'ﬆ',
}; // prettier-ignore
const WIDE = 0xfee0; // from a character of ASCII to the one that is as wide as Chinese ones

/** A pattern of a word that the search has in plain letters, and the page as it was issued. */
const inAnyWidth = (word: string) =>
  word.replace(/ff[il]?|f[il]|st|[a-z0-9]/gi, (part): string => {
    if (part.length === 1) return `[${part}${String.fromCharCode(part.charCodeAt(0) + WIDE)}]`;
    const letters = [...part].map(inAnyWidth).join('');
    return `(?:${letters}|${LIGATURES[part.toLowerCase()]})`;
  });

/** Wraps each match within one text node into `<mark>`. */
function highlightAll(element: Element, pattern: RegExp): HTMLElement[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const marks: HTMLElement[] = [];
  for (const text of texts) {
    if (text.parentElement?.closest('mark')) continue;
    for (const match of [...text.data.matchAll(pattern)].reverse()) {
      const range = document.createRange();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      const mark = document.createElement('mark');
      range.surroundContents(mark);
      marks.push(mark);
    }
  }
  return marks;
}

/** Adds a button that removes the highlights. Escape does the same, unless it closes something open. */
function offerToClear(highlights: readonly HTMLElement[], statement: Element) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'clear-marks';
  button.textContent = pageWords('citing', citing).clearHighlights;
  const finished = new AbortController();
  const clear = () => {
    finished.abort();
    const hadFocus = document.activeElement === button;
    button.remove();
    for (const mark of highlights) mark.replaceWith(...mark.childNodes);
    statement.normalize();
    removeFromAddress();
    const permalink = statement.querySelector<HTMLElement>('a[data-permalink]');
    if (hadFocus) permalink?.focus({ preventScroll: true });
  };
  button.addEventListener('click', clear);
  // Captured before others get the key: what they close with it is still open.
  const options = { capture: true, signal: finished.signal };
  window.addEventListener(
    'keydown',
    ({ key, target }) => {
      const isElsewhere = target instanceof Element && target.closest('input, textarea, select');
      if (key === 'Escape' && !isElsewhere && !isSomethingOpen()) clear();
    },
    options,
  );
  document.querySelector('main')?.append(button);
}

function isSomethingOpen(): boolean {
  const hasPopovers = 'popover' in HTMLElement.prototype;
  return (
    document.querySelector(hasPopovers ? ':popover-open, dialog[open]' : 'dialog[open]') !== null
  );
}

/** Removes the words from the address, so that they are not highlighted when the page is loaded again. */
function removeFromAddress() {
  const address = new URL(location.href);
  address.searchParams.delete('mark');
  history.replaceState(history.state, '', address);
}

highlightSearchedWords();
