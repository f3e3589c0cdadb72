/**
 * On a release that was opened from the search: marks the words that were searched for, in the
 * statement that was opened. They come in the address as `?mark=`, once for each run of words.
 */
const runs = new URLSearchParams(location.search).getAll('mark');
const statement = location.hash
  ? document.getElementById(decodeURIComponent(location.hash.slice(1)))
  : null;
if (runs.length > 0 && statement) markRuns(statement, runs);

/** Wraps each place where a run stands into `<mark>`. */
export function markRuns(element: Element, runs: readonly string[]) {
  for (const run of runs) {
    const words = run.split(/\s+/).filter(Boolean).map(escapeForPattern);
    if (words.length === 0) continue;
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    const texts: Text[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.parentElement?.closest('mark')) markText(text, pattern);
    }
  }
}

function markText(text: Text, pattern: RegExp) {
  const found = [...text.data.matchAll(pattern)];
  for (const match of found.reverse()) {
    const range = document.createRange();
    range.setStart(text, match.index);
    range.setEnd(text, match.index + match[0].length);
    range.surroundContents(document.createElement('mark'));
  }
}

const escapeForPattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
