/**
 * On a release that was opened from the search: marks the words that were searched for, in the
 * statement that was opened. They come in the address as `?mark=`, once for each run of words.
 */
function markSearchedWords() {
  const runs = new URLSearchParams(location.search).getAll('mark');
  const id = decodeURIComponent(location.hash.slice(1));
  const statement = id === '' ? null : document.getElementById(id);
  for (const run of statement === null ? [] : runs) {
    const pattern = patternOf(run);
    if (statement && pattern) markAll(statement, pattern);
  }
}

/** Finds a run of words whatever signs stand between them, as a search does. */
function patternOf(run: string): RegExp | undefined {
  const words = run.match(/[\p{L}\p{M}\p{N}]+/gu);
  const between = '[^\\p{L}\\p{N}]+';
  return words
    ? new RegExp(`(?<![\\p{L}\\p{N}])${words.join(between)}(?![\\p{L}\\p{N}])`, 'giu')
    : undefined;
}

/** Wraps each place that the pattern finds, within one piece of text, into `<mark>`. */
function markAll(element: Element, pattern: RegExp) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('mark')) continue;
    for (const match of [...text.data.matchAll(pattern)].reverse()) {
      const range = document.createRange();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      range.surroundContents(document.createElement('mark'));
    }
  }
}

markSearchedWords();
