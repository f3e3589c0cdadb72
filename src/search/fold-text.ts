/** Folds a text so that accents and case do not matter in comparisons: `Nhập cư` becomes `nhap cu`. */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  // Most texts have ASCII letters only, and are done here.
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
