import { visitorsDay } from '../export/visitors-day.ts';
import { formatAttribution, formatTableRow } from '../publish/citation/attribution.ts';
import { CITATION_FORMATS } from '../publish/citation/citation-files.ts';
import {
  authorName,
  type CslItem,
  dateParts,
  quoteStatement,
} from '../publish/citation/csl-item.ts';
import { formatWikipedia } from '../publish/citation/wikipedia.ts';
import { announce } from './announce.ts';
import { citeIn, STYLE_NAMES } from './citation-styles.ts';
import { type Cited, citedWords, copy } from './copying.ts';
import { citingWords } from './citing-words.ts';

/** What a style may set apart; all else that a processor writes is text. */
const SET_APART = new Set(['I', 'B', 'SUP', 'SUB']);

/** What no style of CSL writes, by its name. */
const PLAIN_FORMS: Readonly<Record<string, (item: CslItem) => string>> = {
  AP: formatAttribution,
  Wikipedia: formatWikipedia,
  [citingWords.tableRow]: formatTableRow,
};

/** Opens the dialog for citing the release of this page. */
export async function citeRelease(): Promise<void> {
  const item = await fetchItem();
  if (item) openDialog(document.querySelector('.cite-this h2')?.textContent ?? '', item, item.id);
}

/** The same for a statement: its link is the address, its words, or those selected, the quotation. */
export async function citeStatement(cited: Cited): Promise<void> {
  const item = await fetchItem();
  if (!item) return;
  const { id } = cited.statement;
  const quoted = quoteStatement(item, { id, words: citedWords(cited) });
  openDialog(citingWords.toolbar, quoted, `${item.id}-${id}`);
}

/** How the release is cited, as the file beside it says; read today. */
async function fetchItem(): Promise<CslItem | undefined> {
  const address = document.querySelector<HTMLElement>('[data-cite]')?.dataset['cite'];
  try {
    const response = await fetch(address ?? '');
    const [item] = (await response.json()) as CslItem[];
    return item && { ...item, accessed: dateParts(visitorsDay()) };
  } catch (cause) {
    reportError(cause);
    announce(citingWords.citationNotLoaded);
    return undefined;
  }
}

function openDialog(heading: string, item: CslItem, name: string): void {
  const dialog = element('dialog', { className: 'cite-dialog' });
  const title = element('h2', { id: 'page:cite-dialog', textContent: heading });
  dialog.setAttribute('aria-labelledby', title.id);
  const result = element('p', { className: 'cite-result', textContent: citingWords.loading });
  result.setAttribute('aria-live', 'polite');
  const close = element('button', { type: 'button', textContent: citingWords.close });
  close.addEventListener('click', () => dialog.close());
  const copyButton = element('button', { type: 'button', textContent: citingWords.copyCitation });
  // Screen readers do not announce what is outside an open dialog.
  const status = element('p', { className: 'cite-status' });
  status.setAttribute('role', 'status');
  copyButton.addEventListener('click', () => {
    void copy(result.textContent).then((isCopied) => {
      status.textContent = isCopied ? citingWords.citationCopied : citingWords.citationNotCopied;
    });
  });
  const credit = element('p', {
    className: 'count',
    textContent: citingWords.credit,
  });
  const parts = [title, styleChoice(item, result), result, downloads(item, name)];
  if (item.note !== undefined) {
    parts.splice(1, 0, element('blockquote', { textContent: item.note, dir: 'auto' }));
  }
  dialog.append(...parts, copyButton, ' ', close, status, credit);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input')?.focus();
}

/** The styles as radio buttons; a choice shows the citation in that style. */
function styleChoice(item: CslItem, result: HTMLElement): HTMLElement {
  const choice = element('fieldset');
  choice.append(element('legend', { textContent: citingWords.style }));
  let turn = 0;
  const show = async (style: string) => {
    const own = ++turn;
    const plain = PLAIN_FORMS[style];
    if (plain !== undefined) {
      result.textContent = plain(item);
      return;
    }
    try {
      const html = await citeIn(style, item, document.documentElement.lang);
      if (own !== turn) return; // a later choice stays
      // No style has a place for what has become of a web page.
      const status = item.status === undefined ? [] : [` [${item.status}]`];
      result.replaceChildren(...safeNodes(html, namesIn(item)), ...status);
    } catch (cause) {
      reportError(cause);
      result.textContent = citingWords.styleNotLoaded;
    }
  };
  for (const style of [...STYLE_NAMES, ...Object.keys(PLAIN_FORMS)]) {
    const input = element('input', { type: 'radio', name: 'style', value: style });
    input.checked = style === STYLE_NAMES[0];
    input.addEventListener('change', () => void show(style));
    const label = element('label');
    label.append(input, ` ${style}`);
    choice.append(label);
  }
  void show(STYLE_NAMES[0] ?? '');
  return choice;
}

/** Links that hand the citation over as a file, made here: no file of this site has a statement. */
function downloads(item: CslItem, name: string): HTMLElement {
  const list = element('p');
  for (const { name: label, file, mediaType, format } of CITATION_FORMATS) {
    const link = element('a', {
      textContent: label,
      href: URL.createObjectURL(new Blob([format(item)], { type: mediaType })),
      download: name + file.slice('release'.length),
    });
    list.append(link, ' ');
  }
  return list;
}

/** What of a citation may be in a script of the other direction. */
const namesIn = ({ title, author }: CslItem) => [title, ...author.map(authorName)];

/**
 * What a processor wrote, as nodes: words of a headline never become anything but words.
 * @param names whose direction must not change the order of the words around them.
 */
function safeNodes(html: string, names: readonly string[]): Node[] {
  const read = (node: Node): Node[] => {
    if (node instanceof Text) return isolated(node.data, names);
    const inner = [...node.childNodes].flatMap(read);
    if (!(node instanceof Element) || !SET_APART.has(node.tagName)) return inner;
    const copied = document.createElement(node.tagName);
    copied.append(...inner);
    return [copied];
  };
  return read(new DOMParser().parseFromString(html, 'text/html').body);
}

/** A text as nodes, in which each of the names is a `bdi`. */
function isolated(text: string, names: readonly string[]): Node[] {
  const [name, ...others] = names;
  if (name === undefined) return [document.createTextNode(text)];
  return text.split(name).flatMap((part, n) => {
    const nodes = part === '' ? [] : isolated(part, others);
    return n === 0 ? nodes : [element('bdi', { textContent: name }), ...nodes];
  });
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
