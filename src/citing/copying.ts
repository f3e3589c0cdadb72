import { announce } from './announce.ts';
import { citingWords } from './citing-words.ts';
import { readPage } from './page-text.ts';
import { statementWords } from './passage.ts';
import { quotation } from './quotation.ts';
import { textDirective } from './text-directive.ts';

/** What is cited: a statement, or the words of it that were selected. */
export interface Cited {
  statement: HTMLElement;
  range?: Range | undefined;
}

export async function copyLink(cited: Cited): Promise<void> {
  if (await copy(addressOf(cited))) {
    announce(citingWords.linkCopied);
    return;
  }
  location.hash = cited.statement.id; // it is there already after a click on the permalink
  announce(citingWords.linkInAddressBar);
}

export async function copyQuotation({ statement, range }: Cited): Promise<void> {
  const source =
    statement.closest<HTMLElement>('[data-source]')?.dataset['source'] ?? document.title;
  const text = quotation(
    statementWords(statement, range),
    source,
    addressOf({ statement, range }),
    citingWords.quotation,
  );
  announce((await copy(text)) ? citingWords.quotationCopied : citingWords.quotationNotCopied);
}

/** The statement's address; with words, a browser that knows how marks these. */
function addressOf({ statement, range }: Cited): string {
  const address = new URL(location.href);
  address.search = ''; // marks of a search are the visitor's own
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
