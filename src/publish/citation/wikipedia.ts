import { authorName, type CslItem, dayOf } from './csl-item.ts';

/** What wikitext would take for markup in a value of a template. */
const MARKUP = /[[\]{}|<>]|''+|&(?=#?\w+;)|~{3,}|https?:(?=\/\/)/g;
/** The same in an address, which may have no character references. */
const IN_ADDRESS = /[[\]{}|<>"' ]/g;

const text = (words: string) =>
  words
    .replace(MARKUP, (markup) =>
      markup.startsWith('http')
        ? markup.replace(':', '&#58;')
        : [...markup].map((character) => `&#${character.charCodeAt(0)};`).join(''),
    )
    .replace(/\s+/g, ' ');
const address = (url: string) =>
  url.replace(
    IN_ADDRESS,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/**
 * A citation as Wikipedia's template for press releases. The office is the publisher there, and is not named as the
 * author as well; English is not given as the language.
 * @see https://en.wikipedia.org/wiki/Template:Cite_press_release
 */
export function formatWikipedia(item: CslItem): string {
  const parameters: [name: string, value: string | undefined][] = [
    ['title', text(item.title)],
    ['date', dayOf(item.issued)],
    ['publisher', text(item.author.map(authorName).join(', '))],
    ['via', text(item['container-title'])],
    ['url', address(item.URL)],
    ['access-date', item.accessed && dayOf(item.accessed)],
    ['language', /^en\b/i.test(item.language) ? undefined : item.language],
    ['quote', item.note && text(item.note)],
  ];
  const written = parameters.flatMap(([name, value]) => (value ? [`|${name}=${value}`] : []));
  const status = item.status === undefined ? '' : ` [${text(item.status)}]`;
  return `{{cite press release ${written.join(' ')}}}${status}`;
}
