import { fromHtml } from 'hast-util-from-html';

/** A character reference, as in `&eacute;` or `&#233;`; HTML takes old ones without their `;` too. */
const MARKDOWN_REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const HTML_REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?/iy;

export interface Reference {
  length: number;
  /** What a browser shows for it. */
  shown: string;
  /** Whether Markdown shows `\ufffd` in its place: a control character, or one of old Windows. */
  isReplaced: boolean;
}

/**
 * The reference that begins at an offset.
 * @returns undefined where there is none: then the `&` is one.
 */
export function referenceAt(
  text: string,
  offset: number,
  language: 'markdown' | 'html',
): Reference | undefined {
  const pattern = language === 'html' ? HTML_REFERENCE : MARKDOWN_REFERENCE;
  pattern.lastIndex = offset;
  const [written] = pattern.exec(text) ?? [];
  if (written === undefined) return undefined;
  const shown = decoded(written);
  const isWhole = shown !== written && (language === 'html' || !shown.endsWith(';'));
  if (!isWhole && written !== '&semi;') return undefined;
  const isReplaced = language === 'markdown' && isReplacedCode(codeOf(written));
  return { length: written.length, shown, isReplaced };
}

/** The number in a reference; NaN in one with a name. */
function codeOf(written: string): number {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+))/i.exec(written) ?? [];
  return hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
}

const isReplacedCode = (code: number) =>
  (code > 0 && code < 9) ||
  code === 11 ||
  (code > 13 && code < 32) ||
  (code > 126 && code < 160) ||
  (code >= 0xfdd0 && code <= 0xfdef) ||
  (code & 0xfffe) === 0xfffe;

/** A cache of what names mean: HTML has some two thousand. */
const NAMED = new Map<string, string>();

function decoded(written: string): string {
  const known = NAMED.get(written);
  if (known !== undefined) return known;
  const [node] = fromHtml(written, { fragment: true }).children;
  const shown = node?.type === 'text' ? node.value : '';
  if (/^&[a-z]/i.test(written) && shown !== written && shown.length < 3) NAMED.set(written, shown);
  return shown;
}
