/** A text as it is compared if accents and case do not matter: `Nhập cư` is `nhap cu`. */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  // Most texts have ASCII letters only, and are done here.
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
