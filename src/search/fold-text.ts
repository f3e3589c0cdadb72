/** A text as it is compared where accents and case say nothing: `Nhập cư` is `nhap cu`. */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  // Most texts have plain letters only, and are quick to do.
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
