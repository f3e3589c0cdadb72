import { MIN_QUOTED_WORDS } from '../min-quoted-words.ts';
import { element } from './elements.ts';
import { foundItem } from './found-item.ts';
import type { Hit } from './rank-statements.ts';
import type { FoundRelease } from './result-batches.ts';
import { countText, words } from './search-words.ts';

const SHOWN_HITS = 3;

/** A link to the page that checks a quotation; undefined if it is too short for that. */
export function checkedAt(quotation: string, label: string): HTMLAnchorElement | undefined {
  const page = document.querySelector<HTMLAnchorElement>('.colophon a[href*="/quote/"]');
  if (page === null || quotation.split(/\s+/).length < MIN_QUOTED_WORDS) return undefined;
  return element('a', { href: `${page.href}#${new URLSearchParams({ q: quotation })}` }, label);
}

/** A release in the list of results, with the statements that match best. */
export function resultItem(release: FoundRelease, language: string): HTMLLIElement {
  const { url, notice, opening, hits } = release;
  const [shown, more] = [hits.slice(0, SHOWN_HITS), hits.slice(SHOWN_HITS)];
  const beside = [
    notice !== undefined && element('strong', { class: 'flag' }, notice),
    checkLink(hits),
  ];
  return foundItem(release, language, beside, (own) => {
    const list = (some: readonly Hit[]) =>
      element('ul', { class: 'hits', ...own }, ...some.map((hit) => hitItem(hit, url)));
    return [
      shown.length > 0
        ? list(shown)
        : element('p', { class: 'release-item-excerpt', ...own }, opening),
      more.length > 0 &&
        element(
          'details',
          {},
          element('summary', {}, countText(words.moreInRelease, more.length)),
          list(more),
        ),
    ];
  });
}

/** A link to the check of the words that were found as a quotation, which are behind its `#`. */
function checkLink([best]: readonly Hit[]): HTMLAnchorElement | undefined {
  const text = best?.excerpt.map((piece) => piece.text).join('') ?? '';
  return checkedAt(text, words.check);
}

const hitItem = (hit: Hit, url: string): HTMLLIElement =>
  element('li', { 'data-hit': '' }, hitLink(hit, url));

/** A link to a statement, with its words around the match. @param url of the release. */
export function hitLink({ id, excerpt, runs }: Hit, url: string): HTMLAnchorElement {
  const query = new URLSearchParams([...new Set(runs)].map((run) => ['mark', run]));
  const words = excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
  return element('a', { href: `${url}?${query}#${id}` }, ...words);
}
