/** Folds a text so that accents and case do not matter in comparisons: `Nhập cư` becomes `nhap cu`. */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  // Most texts have ASCII letters only, and are done here.
  if (!/[^\0-\x7f]/.test(small)) return small;
  return withoutAccents(small).normalize('NFC');
}

/**
 * The text as the index has its words: letters are decomposed (NFD), and accents left out. The marks of Japanese
 * make other letters, and stay: `が` is not `か`.
 */
export function withoutAccents(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/(?![\u3099\u309A])\p{M}/gu, '')
    .replace(/.[\u3099\u309A]/gu, (letter) => letter.normalize('NFC'));
}
