import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import subsetFont from 'subset-font';

/** Where the fonts and the styles that declare them lie in the project. */
export const FONT_FOLDER = join('src', 'styles', 'fonts');

const SOURCES = join('node_modules', '@fontsource-variable');

/** A range of characters that browsers fetch by itself, and the file of Fontsource that has it. */
interface Range {
  name: string;
  source: 'latin' | 'latin-ext' | 'vietnamese';
  characters: ReadonlySet<number>;
}

/** A font of the site, in one style. */
interface Face {
  /** What the file is called, before the name of the range. */
  name: string;
  family: string;
  style: 'normal' | 'italic';
  /** As in Fontsource. */
  source: string;
  /** One weight, or the least and the largest. */
  weight: number | { min: number; max: number };
}

/*
 * The license keeps the name “Source” for Adobe's own files, so what is changed has another one. The bold italic
 * is rare, and so has files of its own: with both weights in one, each page with an italic word would weigh
 * half as much again.
 */
const SERIF = 'source-serif-4';
const REGULAR_TO_BOLD = { min: 400, max: 600 };
const FACES: readonly Face[] = [
  {
    name: 'serif',
    family: 'Record Serif',
    style: 'normal',
    source: SERIF,
    weight: REGULAR_TO_BOLD,
  },
  { name: 'serif-italic', family: 'Record Serif', style: 'italic', source: SERIF, weight: 400 },
  {
    name: 'serif-bold-italic',
    family: 'Record Serif',
    style: 'italic',
    source: SERIF,
    weight: 600,
  },
  {
    name: 'sans',
    family: 'Record Sans',
    style: 'normal',
    source: 'source-sans-3',
    weight: REGULAR_TO_BOLD,
  },
];

/** Kerning, ligatures, and accents in their places. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk'];
/** Numerals of one width, which lists and days are set in. */
const NUMERALS = 'tnum';

/** Tables that no browser needs. */
const UNUSED_TABLES = ['STAT', 'DSIG', 'gasp', 'MVAR'];

/** What nearly all releases in English and Spanish are written with, and the signs of a permalink and of a chip's button. */
const EVERYDAY = charactersOf(
  `${String.fromCodePoint(...span(0x20, 0x7e))}\u00A0¶×·–—‘’“”…áéíóúüñÁÉÍÓÚÜÑ¿¡`,
).difference(charactersOf('<>\\^`{|}~'));

/** The files of the fonts, and the styles that declare them: contents by their names in `FONT_FOLDER`. */
export async function fontFiles(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const rules: string[] = [];
  const ranges = await readRanges();
  for (const face of FACES) {
    for (const { name, source, characters } of ranges) {
      const file = `${face.name}-${name}.woff2`;
      files.set(file, await makeFile(face, source, characters));
      rules.push(fontFace(face, file, characters));
    }
  }
  const styles = await format(`${STYLES_HEAD}\n${rules.join('\n')}`, {
    parser: 'css',
    printWidth: 100,
    singleQuote: true,
  });
  files.set('fonts.css', Buffer.from(styles));
  files.set('LICENSE.txt', Buffer.from(await licenseText()));
  return files;
}

const STYLES_HEAD = `/*
 * Fonts of this site's own, so that no page asks another server for one: see CONTRIBUTING. Written by
 * \`npm run fonts\`. \`optional\` means that a font that comes late is used from the next page on: text never jumps.
 */
`;

/**
 * The everyday characters, then what else Fontsource's ranges have, each of which a browser fetches on demand. No
 * character is in two of them: browsers would fetch both.
 */
async function readRanges(): Promise<Range[]> {
  const json = await readFile(join(SOURCES, SERIF, 'unicode.json'), 'utf8');
  const all = JSON.parse(json) as Record<string, string>;
  const of = (name: string) => readUnicodeRange(all[name] ?? '');
  const latin = of('latin').difference(EVERYDAY);
  const vietnamese = of('vietnamese').difference(latin);
  const extended = of('latin-ext').difference(latin).difference(vietnamese);
  return [
    { name: 'everyday', source: 'latin', characters: EVERYDAY },
    { name: 'latin', source: 'latin', characters: latin },
    { name: 'vietnamese', source: 'vietnamese', characters: vietnamese },
    { name: 'latin-ext', source: 'latin-ext', characters: extended },
  ];
}

async function makeFile(
  { source: family, style, weight }: Face,
  source: Range['source'],
  characters: ReadonlySet<number>,
): Promise<Buffer> {
  const path = join(SOURCES, family, 'files', `${family}-${source}-wght-${style}.woff2`);
  return subsetFont(await readFile(path), String.fromCodePoint(...characters), {
    targetFormat: 'woff2',
    keepFeatures: style === 'italic' ? FEATURES : [...FEATURES, NUMERALS],
    dropTables: UNUSED_TABLES,
    noHinting: true,
    variationAxes: { wght: weight },
  });
}

function fontFace({ family, style, weight }: Face, file: string, characters: ReadonlySet<number>) {
  const weights = typeof weight === 'number' ? String(weight) : `${weight.min} ${weight.max}`;
  return `@font-face {
    font-family: '${family}';
    font-style: ${style};
    font-display: optional;
    font-weight: ${weights};
    src: url('./${file}') format('woff2');
    unicode-range: ${writeUnicodeRange(characters)};
  }`;
}

async function licenseText(): Promise<string> {
  const text = await readFile(join(SOURCES, SERIF, 'LICENSE'), 'utf8');
  return `The files *.woff2 in this folder are made of Source Serif 4 and Source Sans 3:
Copyright 2014-2023 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.

${text.slice(text.indexOf('This Font Software'))}`;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

function charactersOf(text: string): Set<number> {
  return new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
}

/** Reads a `unicode-range` as CSS writes it. */
export function readUnicodeRange(range: string): Set<number> {
  return new Set(
    range.split(',').flatMap((part) => {
      const [first = NaN, last = first] = part
        .trim()
        .replace(/^U\+/i, '')
        .split('-')
        .map((digits) => Number.parseInt(digits, 16));
      return span(first, last);
    }),
  );
}

function writeUnicodeRange(characters: ReadonlySet<number>): string {
  const runs: [number, number][] = [];
  for (const character of [...characters].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === character - 1) run[1] = character;
    else runs.push([character, character]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');
  return runs
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}
