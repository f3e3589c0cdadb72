import { codePoint } from 'dingbat-to-unicode';

const SYMBOL_FONT = /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats)$/i;
const TYPEFACES: Record<string, string> = {
  symbol: 'Symbol', wingdings: 'Wingdings', 'wingdings 2': 'Wingdings 2', 'wingdings 3': 'Wingdings 3',
  webdings: 'Webdings', 'zapf dingbats': 'Zapf Dingbats', zapfdingbats: 'Zapf Dingbats',
}; // prettier-ignore
const PRIVATE_USE = 0xf000; // where Word puts the characters of symbol fonts

/**
 * The character that a font of symbols shows.
 * @param code as Word writes it: `F0FC`.
 * @returns undefined if no character of Unicode is known for it.
 */
export function symbolOf(font: string, code: string): string | undefined {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value) || value < 0x20 || value > 0xffff) return undefined;
  const typeface = TYPEFACES[font.toLowerCase()];
  const place = value >= PRIVATE_USE && value <= 0xf0ff ? value - PRIVATE_USE : value;
  if (typeface !== undefined) return codePoint(typeface, place)?.string;
  return value >= 0xd800 && value <= 0xf8ff ? undefined : String.fromCodePoint(value);
}

/** A text as its font shows it: in Wingdings, letters are pictures. */
export function inFont(text: string, font: string | undefined): string {
  if (font === undefined || !SYMBOL_FONT.test(font)) return text;
  const typeface = TYPEFACES[font.toLowerCase()] ?? font;
  return text.replace(/\S/gu, (character) => {
    const value = character.codePointAt(0) ?? 0;
    const place = value >= PRIVATE_USE && value <= 0xf0ff ? value - PRIVATE_USE : value;
    return place > 0xff ? character : (codePoint(typeface, place)?.string ?? character);
  });
}
