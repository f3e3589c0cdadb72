/** Han, kana, hangul and full-width forms, which take twice the room of Latin letters. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/gu;

/**
 * The class that makes a long headline smaller, so that the text below it is in sight: a third of all headlines
 * have more than 80 letters, one in a hundred more than 160.
 */
export function headlineSize(title: string): 'long' | 'very-long' | undefined {
  const width = title.length + (title.match(WIDE)?.length ?? 0);
  if (width > 160) return 'very-long';
  return width > 80 ? 'long' : undefined;
}
