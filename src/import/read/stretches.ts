/** A stretch of a text; `end` is behind it. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * What stands between a sign that opens and the next one that closes, both included; what is never
 * closed is none. One pattern for all of it would read to the text's end for each that is not.
 * @param open matches what opens, and has the flag `g`.
 */
export function* stretches(text: string, open: RegExp, close: string): Generator<Stretch> {
  let place = 0;
  for (const { index, 0: sign } of text.matchAll(open)) {
    if (index < place) continue;
    const end = text.indexOf(close, index + sign.length);
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
