import { formatDay } from '../archive/day.ts';
import type { CollectedItem } from '../export/collection-address.ts';
import { citeIn } from '../citing/citation-styles.ts';
import { visitorsDay } from '../export/visitors-day.ts';
import {
  authorName,
  type CslItem,
  dateParts,
  dayOf,
  quoteStatement,
} from '../publish/citation/csl-item.ts';
import { element } from '../search/ui/elements.ts';
import { languageAttributes } from '../words/direction.ts';
import { fill } from '../words/words.ts';
import { collectingWords as words } from './collecting-words.ts';
import type { ItemState } from './read-item.ts';

/** An entry as it is shown; `undefined` where its release could not be loaded. */
export interface Entry {
  item: CollectedItem;
  url: string;
  state: ItemState | undefined;
}

const LABEL_WORDS = 6;

/** How an entry is cited; undefined where there is nothing to cite. */
export function itemOf({ state }: Entry): CslItem | undefined {
  if (state?.kind !== 'statement' && state?.kind !== 'whole') return undefined;
  const item = { ...state.record.csl, accessed: dateParts(visitorsDay()) };
  if (state.kind === 'whole') return item;
  return quoteStatement(item, { id: state.statement.id, words: state.statement.text });
}

/** @param language that of the page, as a BCP 47 tag. */
export function entryElement(entry: Entry, language: string, remove: () => void): HTMLLIElement {
  const { url, state } = entry;
  const item = itemOf(entry);
  const label = state?.kind === 'statement' ? state.statement.text : (item?.title ?? url);
  const button = element(
    'button',
    { type: 'button', 'aria-label': fill(words.removeOf, { words: beginningOf(label) }) },
    words.remove,
  );
  button.addEventListener('click', remove);
  const open = item && state && element('a', { href: state.url }, words.open);
  return element(
    'li',
    {},
    ...contentOf(state, item, url, language),
    element('p', { class: 'collection-entry' }, open, button),
  );
}

function contentOf(
  state: ItemState | undefined,
  item: CslItem | undefined,
  url: string,
  language: string,
): (Node | false)[] {
  if (item === undefined) {
    const { kind = 'failed', url: address = url } = state ?? {};
    const said = kind === 'statement' || kind === 'whole' ? '' : words[kind];
    return [element('p', {}, `${said} `, element('a', { href: address }, address))];
  }
  const own = languageAttributes(item.language, language);
  return [
    element('blockquote', { ...own, dir: 'auto' }, item.note ?? item.title),
    element('p', { class: 'collection-citation' }),
    state?.kind === 'statement' && state.isEdited && element('p', { class: 'count' }, words.edited),
  ];
}

/**
 * A citation in a style, as text.
 * @param style a name of `STYLE_NAMES`; otherwise the short form.
 * @throws {Error} if the style could not be loaded.
 */
export async function citationText(
  item: CslItem,
  style: string,
  language: string,
): Promise<string> {
  const status = item.status === undefined ? '' : ` [${item.status}]`;
  if (style !== '') return (await citeIn(style, item, language, 'text')) + status;
  const offices = item.author.map(authorName).join('; ');
  const day = formatDay(dayOf(item.issued), language);
  return fill(words.citation, { offices, title: item.title, day: day + status, address: item.URL });
}

const beginningOf = (text: string) => {
  const all = text.split(/\s+/);
  return all.slice(0, LABEL_WORDS).join(' ') + (all.length > LABEL_WORDS ? '…' : '');
};
