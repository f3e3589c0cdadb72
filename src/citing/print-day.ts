import { fill } from '../words/words.ts';
import { citingWords } from './citing-words.ts';

/** Says on paper when the page was read: no file can know that. */
export function printDay(): void {
  const source = document.querySelector('.print-source');
  if (source === null) return;
  const note = document.createElement('span');
  source.append(' ', note);
  window.addEventListener('beforeprint', () => {
    const { lang } = document.documentElement;
    const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date());
    note.textContent = fill(citingWords.retrieved, { day });
  });
}
