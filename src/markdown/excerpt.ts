import type { Statement } from './rehype-statements.ts';

/**
 * The words of a release in lists and in the results of web searches: its first real statement (a
 * release line such as "For Immediate Release" is skipped), cut between words.
 * @param most how many characters, the mark of the cut included.
 */
export function excerpt(statements: readonly Statement[], most = 240): string {
  const isReal = ({ text }: Statement) => text.length >= 60;
  const { text } = statements.slice(0, 6).find(isReal) ?? statements[0] ?? { text: '' };
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const words = room.slice(0, Math.max(room.lastIndexOf(' '), most / 2));
  const cut = words.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '').replace(/[\ud800-\udbff]$/, ''); // half a character
  return `${cut}…`;
}
