import {
  ColorSpace,
  contrastWCAG21 as contrast,
  getColor,
  OKLCH,
  serialize,
  sRGB,
  to,
  toGamut,
} from 'colorjs.io/fn';

ColorSpace.register(sRGB);
ColorSpace.register(OKLCH);

export type Scheme = 'light' | 'dark';

/** The grounds on which words have the accent: papers of `src/styles/tokens.css`. */
export const PAPERS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#fdfcf9', '#f4f1ea', '#fbeae8', '#fbf3d4'],
  dark: ['#15171a', '#1e2126', '#34201f', '#2d2a19'],
};

/** What WCAG 2.2 AA asks of words in the size of a text. */
export const LEAST_CONTRAST = 4.5;

/** The paper on which a color is read worst, and the contrast there, as 1 to 21. */
export function leastContrast(color: string, scheme: Scheme): { ratio: number; paper: string } {
  const ratios = PAPERS[scheme].map((paper) => ({ paper, ratio: contrast(color, paper) }));
  return ratios.reduce((least, one) => (one.ratio < least.ratio ? one : least));
}

const isReadable = (color: string, scheme: Scheme) =>
  leastContrast(color, scheme).ratio >= LEAST_CONTRAST;

/** The color of the same hue, in hexadecimal digits, that can be read and is nearest in lightness. */
export function nearestReadable(color: string, scheme: Scheme): string {
  const { lightness } = partsOf(color);
  const step = scheme === 'light' ? -0.005 : 0.005;
  let found = color;
  for (let next = lightness; !isReadable(found, scheme); next += step) {
    found = withLightness(color, Math.min(1, Math.max(0, next)));
  }
  return found;
}

/** In which OKLCH has the accent that comes with the site on dark paper. */
const DARK_LIGHTNESS = 0.81;
/** More would glare on dark paper. */
const DARK_CHROMA = 0.12;

/** The color of the same hue for dark paper. */
export function accentOnDark(color: string): string {
  const { lightness, chroma } = partsOf(color);
  const made = withLightness(
    color,
    Math.max(lightness, DARK_LIGHTNESS),
    Math.min(chroma, DARK_CHROMA),
  );
  return nearestReadable(made, 'dark');
}

function partsOf(color: string) {
  const [lightness, chroma, hue] = to(getColor(color), OKLCH).coords.map((value) => value ?? 0);
  return { lightness: lightness ?? 0, chroma: chroma ?? 0, hue: hue ?? 0 };
}

function withLightness(color: string, lightness: number, chroma = partsOf(color).chroma): string {
  const changed = {
    space: OKLCH,
    coords: [lightness, chroma, partsOf(color).hue] as const,
    alpha: 1,
  };
  const { coords } = toGamut(to({ ...changed, coords: [...changed.coords] }, sRGB));
  return serialize({ space: sRGB, coords, alpha: 1 }, { format: 'hex', collapse: false });
}
