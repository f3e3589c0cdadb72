import { announce } from './announce.ts';
import { citingWords } from './citing-words.ts';
import { readPage } from './page-text.ts';
import { type Passage, passageWords, statementWords } from './passage.ts';
import { publicAddress } from './public-address.ts';
import { quotation } from './quotation.ts';
import { textDirective } from './text-directive.ts';

/** What is cited: a statement, or the words that were selected in it, or from it to a later one. */
export type Cited = Passage | { statement: HTMLElement; statements?: undefined; range?: undefined };

/** The words that are cited. */
export const citedWords = (cited: Cited): string =>
  cited.range === undefined ? statementWords(cited.statement) : passageWords(cited);

export async function copyLink(cited: Cited): Promise<void> {
  if (await copy(addressOf(cited))) {
    announce(citingWords.linkCopied);
    return;
  }
  location.hash = cited.statement.id; // it is there already after a click on the permalink
  announce(citingWords.linkInAddressBar);
}

export async function copyQuotation(cited: Cited): Promise<void> {
  const source =
    cited.statement.closest<HTMLElement>('[data-source]')?.dataset['source'] ?? document.title;
  const text = quotation(citedWords(cited), source, addressOf(cited), citingWords.quotation);
  announce((await copy(text)) ? citingWords.quotationCopied : citingWords.quotationNotCopied);
}

/** The statement's address; with words, a browser that knows how marks these. */
function addressOf({ statement, range }: Cited): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const address = publicAddress(location.href, canonical);
  address.hash = statement.id;
  const directive = range && textDirective(readPage(range));
  return directive ? `${address.href}:~:${directive}` : address.href;
}

/** Whether a text could be copied: it may not be allowed, and there is no clipboard without HTTPS. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
