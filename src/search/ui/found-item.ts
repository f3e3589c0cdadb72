import { formatDay } from '../../archive/day.ts';
import { languageAttributes } from '../../words/direction.ts';
import { element, type Child } from './elements.ts';

/** What is shown of a release that was found, whatever was looked for. */
export interface FoundSource {
  url: string;
  title: string;
  date: string;
  /** The names of its offices. */
  office: string;
  /** Its own language, where it is not that of the page. */
  language?: string | undefined;
}

/**
 * A release in a list of those that were found.
 * @param language that of the page.
 * @param beside what is beside its offices.
 * @param parts what is below, in the release's language where they get these attributes.
 */
export function foundItem(
  { url, title, date, office, language: own }: FoundSource,
  language: string,
  beside: readonly Child[],
  parts: (own: Record<string, string>) => readonly Child[],
): HTMLLIElement {
  const attributes = { ...languageAttributes(own ?? language, language) };
  return element(
    'li',
    { 'data-result': '', class: 'release-item' },
    element('time', { datetime: date }, formatDay(date, language)),
    element(
      'div',
      {},
      element('h3', attributes, element('a', { href: url }, title)),
      element('p', { class: 'release-item-source' }, office, ...beside),
      ...parts(attributes),
    ),
  );
}
