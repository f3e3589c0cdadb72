import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The fonts of the site as files of one weight each, which is what Satori reads. Each holds some letters
 * alone: a text names all files of its font, and each letter is taken from the first that has it.
 */

const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
const FILES = { serif: 'source-serif-4', sans: 'source-sans-3' };
const WEIGHT = 600;

/** The value of `font-family` for text in a font. */
export const familyOf = (font: keyof typeof FILES): string =>
  SUBSETS.map((subset) => `${FILES[font]}-${subset}`).join(', ');

/** Reads all files. */
export const readFonts = () =>
  Object.values(FILES).flatMap((name) =>
    SUBSETS.map((subset) => {
      const file = `@fontsource/${name}/files/${name}-${subset}-${WEIGHT}-normal.woff`;
      const data = readFileSync(fileURLToPath(import.meta.resolve(file)));
      return { name: `${name}-${subset}`, data, weight: WEIGHT, style: 'normal' } as const;
    }),
  );
