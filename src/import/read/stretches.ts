/** A stretch of a text; `end` is the offset after it. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * The stretches from an opening delimiter to the next closing one, both included. A single pattern for all
 * of it would read to the end of the text for each delimiter that is never closed.
 * @param open matches the opening delimiter, and has the flag `g`.
 */
export function* stretches(text: string, open: RegExp, close: string): Generator<Stretch> {
  let place = 0;
  for (const { index, 0: opening } of text.matchAll(open)) {
    if (index < place) continue;
    const end = text.indexOf(close, index + opening.length);
    if (end === -1) return;
    place = end + close.length;
    yield { start: index, end: place };
  }
}

/** A text without such stretches. */
export function withoutStretches(text: string, open: RegExp, close: string): string {
  const rest: string[] = [];
  let place = 0;
  for (const { start, end } of stretches(text, open, close)) {
    rest.push(text.slice(place, start));
    place = end;
  }
  return rest.join('') + text.slice(place);
}
