/**
 * Checks quotations in the page: the words are compared here, and files of this site are all that is fetched. The
 * quotation is behind the `#` of the address, which browsers send to nobody.
 */
import { partOf } from '../../search/ui/elements.ts';
import { checkQuotation } from './check-quotation.ts';
import { quotingWords as words } from './quoting-words.ts';
import { answerElements, answerSentence } from './show-answer.ts';
import { SiteReader } from './site-reader.ts';

class QuoteCheck extends HTMLElement {
  #reader: Promise<SiteReader> | undefined;
  #turn = 0;

  connectedCallback() {
    const form = partOf(this, 'form', HTMLFormElement);
    form.hidden = false; // without JavaScript it would send the words to the server
    this.#status.textContent = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
      if (key === 'Enter' && (ctrlKey || metaKey)) this.#submit();
    });
    window.addEventListener('hashchange', () => this.#followAddress());
    this.#followAddress();
  }

  get #field() {
    return partOf(this, 'textarea', HTMLTextAreaElement);
  }

  get #status() {
    return partOf(this, '[role=status]', HTMLElement);
  }

  get #answer() {
    return partOf(this, '.quote-answer', HTMLElement);
  }

  #submit() {
    const hash = `#${new URLSearchParams({ q: this.#field.value })}`;
    if (hash === location.hash) this.#followAddress();
    else location.hash = hash;
  }

  #followAddress() {
    const quotation = new URLSearchParams(location.hash.slice(1)).get('q');
    if (quotation === null) return;
    this.#field.value = quotation;
    void this.#check(quotation);
  }

  async #check(quotation: string) {
    const turn = ++this.#turn;
    this.#answer.replaceChildren();
    delete this.dataset['answer'];
    if (quotation.trim() === '') {
      this.#status.textContent = words.empty;
      return;
    }
    this.#status.textContent = words.checking;
    try {
      this.#reader ??= SiteReader.open(...folders(), 'earlier' in this.dataset);
      const reader = await this.#reader;
      const answer = await checkQuotation(quotation, reader);
      if (turn !== this.#turn) return; // another quotation was asked for meanwhile
      this.#status.textContent = answerSentence(answer);
      this.#answer.replaceChildren(...answerElements(quotation, answer, reader.sources));
      this.dataset['answer'] = answer.answer;
    } catch (cause) {
      reportError(cause);
      this.#reader = undefined; // so that the next try can succeed
      if (turn === this.#turn) this.#status.textContent = words.notLoaded;
    }
  }
}

/** The addresses of the search index, which a link has as on the search page, and of the table of ids. */
function folders(): [index: string, ids: string] {
  const link = document.querySelector<HTMLLinkElement>('link[rel=index]');
  const index = new URL('.', link?.href ?? '/pagefind/').pathname;
  return [index, new URL('./', location.href).pathname];
}

customElements.define('quote-check', QuoteCheck);
