import type { Problem } from '../archive/problem.ts';
import type { Site } from '../archive/site.ts';

type Place = Pick<Problem, 'file' | 'line' | 'field'>;

/** The colors of a site of its own. */
export interface FaceColors {
  /** On light paper, in hexadecimal digits. */
  accent: string | undefined;
  /** The styles that set them; empty without colors. */
  css: string;
  problems: Problem[];
}

/**
 * Checks whether words in these colors can be read on each paper of the site, light and dark.
 * @param placeOf where a field of `colors` is.
 */
export async function readColors(
  colors: Site['colors'],
  placeOf: (field: 'accent' | 'accent_dark') => Place,
): Promise<FaceColors> {
  if (colors === undefined) return { accent: undefined, css: '', problems: [] };
  const { accentOnDark, LEAST_CONTRAST, leastContrast, nearestReadable } =
    await import('../archive/accent.ts'); // slow to load, and most archives have no colors
  const { accent, accent_dark: onDark = accentOnDark(accent) } = colors;
  const problems: Problem[] = [];
  for (const [field, color, scheme] of [
    ['accent', accent, 'light'],
    ['accent_dark', onDark, 'dark'],
  ] as const) {
    const { ratio, paper } = leastContrast(color, scheme);
    if (ratio >= LEAST_CONTRAST) continue;
    const better = nearestReadable(color, scheme);
    const message = `is ${color}, which has a contrast of ${floor(ratio)}:1 on ${scheme} paper (${paper}): words need ${LEAST_CONTRAST}:1`;
    const hint = `the nearest that can be read is "${better}" (${floor(leastContrast(better, scheme).ratio)}:1)`;
    problems.push({ ...placeOf(field), message, hint });
  }
  return { accent, css: tokens(accent, onDark), problems };
}

/** Never more than it is: 4.499 is not enough, and would read as 4.5. */
const floor = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);

const tokens = (light: string, dark: string) => `:root {
  --accent: light-dark(${light}, ${dark});
  --accent-bar: color-mix(in oklab, var(--accent) 50%, var(--paper));
}
`;
