import { citingWords } from './citing-words.ts';

/** The form of a statement's id. */
const STATEMENT_ID = /^s-[a-z2-7]{8}(?:-[1-9]\d*)?$/;
const NOTE = 'unknown-statement';

/** Answers a link to a statement that the page has neither as a statement nor as a marker. */
export function answerUnknownStatement(): void {
  document.getElementById(NOTE)?.remove();
  const id = fragment();
  const article = document.querySelector('article[data-release]');
  if (article === null || !STATEMENT_ID.test(id) || document.getElementById(id)) return;
  const note = document.createElement('p');
  note.id = NOTE;
  note.setAttribute('role', 'status');
  note.append(`${citingWords.unknownStatement} `);
  const search = document.querySelector<HTMLAnchorElement>('header a[href$="/search/"]');
  if (search !== null) {
    const link = document.createElement('a');
    link.href = search.href;
    link.textContent = citingWords.searchInstead;
    note.append(link);
  }
  article.prepend(note);
  note.scrollIntoView({ block: 'center' });
}

/** What is behind the `#`, without a text directive; browsers take that away, but not all. */
export function fragment(): string {
  const [id = ''] = location.hash.slice(1).split(':~:');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
