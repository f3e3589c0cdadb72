import { element } from './elements.ts';
import { type ParsedQuery, removePart } from './query-language.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import { fill } from '../../words/words.ts';
import { words } from './search-words.ts';

/** Something that a search is filtered by, with the state of the search without it. */
interface Chip {
  text: string;
  without: QueryState;
}

/**
 * What was understood of a search, but for plain words: phrases, excluded words, operators, filters and
 * days.
 * @param nameOf the name of a value on the page.
 */
export function chipsOf(
  state: QueryState,
  query: ParsedQuery,
  nameOf: (facet: Facet, value: string) => string,
): Chip[] {
  const typed = query.parts
    .filter(({ kind }) => kind !== 'words')
    .map((part): Chip => {
      const facet = FACETS.find((known) => known === part.kind);
      const text = facet ? facetText(facet, nameOf(facet, part.value)) : part.text;
      return { text, without: { ...state, q: removePart(state.q, part) } };
    });
  const chosen = FACETS.flatMap((facet) =>
    state.facets[facet].map((value): Chip => {
      const rest = state.facets[facet].filter((other) => other !== value);
      return {
        text: facetText(facet, nameOf(facet, value)),
        without: { ...state, facets: { ...state.facets, [facet]: rest } },
      };
    }),
  );
  const days = [
    ...(state.from === ''
      ? []
      : [{ text: fill(words.from, { day: state.from }), without: { ...state, from: '' } }]),
    ...(state.to === ''
      ? []
      : [{ text: fill(words.to, { day: state.to }), without: { ...state, to: '' } }]),
  ];
  return [...typed, ...chosen, ...days];
}

const facetText = (facet: Facet, name: string) =>
  fill(words.chip, { operator: words.operators[facet], name });

/** The chips as a list of buttons, each of which removes its chip. */
export function chipItems(
  chips: readonly Chip[],
  go: (state: QueryState) => void,
): HTMLLIElement[] {
  return chips.map(({ text, without }) => {
    const cross = element('span', { 'aria-hidden': 'true' }, '×');
    const label = fill(words.remove, { chip: text });
    const button = element(
      'button',
      { type: 'button', class: 'chip', 'aria-label': label },
      text,
      cross,
    );
    button.addEventListener('click', () => go(without));
    return element('li', {}, button);
  });
}
