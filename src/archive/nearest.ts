import leven from 'leven';

/**
 * The name most like the one that was typed, for "did you mean".
 * @returns undefined where nothing is near: a third of the letters, and at least two, may differ.
 */
export function nearest(typed: string, names: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(typed.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = leven(typed.toLowerCase(), name.toLowerCase(), { maxDistance: most + 1 });
    if (distance <= most && (best === undefined || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name;
}
