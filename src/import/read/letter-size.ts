/** From this many times the usual height on, letters are those of a headline. */
const LARGE = 1.15;

/** The height that most letters have, in the unit of the sizes; 0 if none is known. */
export function usualSize(texts: readonly { size: number; text: string }[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of texts)
    if (size > 0) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [most] = [...letters].sort((one, other) => other[1] - one[1]);
  return most?.[0] ?? 0;
}

/** Whether letters of a height are large in a text with a usual height. */
export const isLargeIn = (size: number, usual: number): boolean =>
  usual > 0 && size >= LARGE * usual;
