import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listContent } from '../../../src/archive/content-folder.ts';
import { readRelease } from '../../../src/archive/release.ts';
import { bodyRenderer } from '../../../src/markdown/render-body.ts';

/** A release as a reader sees it: its headline and all its words, without markup. */
export interface PlainText {
  id: string;
  text: string;
}

const MARKUP = /<(?:"[^"]*"|'[^']*'|[^'"<>])*>/g;
const REFERENCES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The texts of a content folder, with single spaces. */
export async function readTexts(contentDir: string): Promise<PlainText[]> {
  const { releases } = await listContent(contentDir);
  const render = bodyRenderer({ base: '/', media: new Map() });
  const texts: PlainText[] = [];
  for (const path of releases) {
    const { release, body } = readRelease(await readFile(join(contentDir, path)), path);
    if (release === undefined) continue;
    const html = body === undefined ? '' : render({ ...body, file: path }).html;
    const words = [release.title, release.subtitle ?? '', html.replace(MARKUP, ' ')].join(' ');
    texts.push({ id: basename(path, '.md'), text: decode(words).replace(/\s+/g, ' ') });
  }
  return texts;
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return REFERENCES[String(name)] ?? whole;
  });
}

/** The releases whose text fits all of the patterns, and none of the others. */
export function grep(
  texts: readonly PlainText[],
  all: readonly RegExp[],
  none: readonly RegExp[] = [],
): Set<string> {
  const fits = ({ text }: PlainText) =>
    all.every((pattern) => pattern.test(text)) && !none.some((pattern) => pattern.test(text));
  return new Set(texts.filter(fits).map(({ id }) => id));
}

/** A pattern for words as they are, whatever their case and whatever is between them. */
export function wordsPattern(words: string): RegExp {
  const escaped = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  return bounded(escaped.join('[^\\p{L}\\p{N}]+'));
}

/** A pattern that neither begins nor ends within a word. */
export const bounded = (source: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);
