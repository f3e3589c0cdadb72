/**
 * Where a text directive leads, as the standard tells browsers to look: word by word, none of it shared
 * with the code that writes directives.
 * @param text blocks on lines of their own.
 * @see https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive
 */
export function findDirective(
  directive: string,
  text: string,
): { start: number; end: number } | undefined {
  const terms = directive.replace(/^text=/, '').split(',');
  const prefix = terms[0]?.endsWith('-') ? decode(terms.shift()?.slice(0, -1)) : '';
  const suffix = terms.at(-1)?.startsWith('-') ? decode(terms.pop()?.slice(1)) : '';
  const [first, last = ''] = terms.map(decode);
  if (first === undefined) throw new Error(`${directive} names nothing`);
  const isWordEdge = wordEdgesOf(text);

  const ends = (start: number, term: string) =>
    text.startsWith(term, start) ? start + term.length : undefined;
  const afterSpace = (place: number) => place + (/^\s*/.exec(text.slice(place))?.[0].length ?? 0);

  for (let from = 0; from < text.length; from++) {
    if (!isWordEdge(from)) continue;
    const start = prefix ? ends(from, prefix) : from;
    const words = start === undefined ? undefined : afterSpace(start);
    let end = words === undefined ? undefined : ends(words, first);
    if (words === undefined || end === undefined) continue;
    if ((last || !suffix) && !isWordEdge(end)) continue;
    for (let at = end; at < text.length || !last; at++) {
      if (last) end = isWordEdge(at) ? ends(at, last) : undefined;
      const behind = end !== undefined && suffix ? ends(afterSpace(end), suffix) : end;
      if (end !== undefined && behind !== undefined && isWordEdge(behind)) {
        return { start: words, end };
      }
      if (!last) break;
    }
  }
  return undefined;
}

const decode = (term = '') => decodeURIComponent(term);

function wordEdgesOf(text: string): (place: number) => boolean {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  const edges = new Set([text.length, ...Array.from(segments, ({ index }) => index)]);
  return (place) => edges.has(place);
}
