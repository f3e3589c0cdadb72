import type { Pagefind, PagefindResult } from './pagefind-types.ts';
import type { ParsedQuery } from './query-language.ts';
import { hasSigns, spaceSigns } from '../signs.ts';
import { rankReleases } from './rank-releases.ts';

/**
 * Finds the releases that have all the words and all the phrases of a query, and nothing of what is to
 * be left out. Pagefind knows all words or one phrase at a time: the rest is put together here, by the
 * releases' ids, and nothing more is fetched for it.
 * @returns the best first, with the places of all that was found in them; or, for a query without
 * words, every release in no order.
 */
export async function findReleases(
  pagefind: Pagefind,
  { words, phrases, without }: ParsedQuery,
): Promise<{ results: PagefindResult[]; isRanked: boolean }> {
  const search = async (term: string | null) => (await pagefind.search(term)).results;
  const plain = words.filter((word) => !hasSigns(word)).join(' ');
  const runs = [...words.filter(hasSigns), ...phrases].map((run) => quoted(spaceSigns(run)));
  const terms = [...(plain === '' ? [] : [plain]), ...runs];
  const [first, ...others] = await Promise.all((terms.length > 0 ? terms : [null]).map(search));
  const excluded = await Promise.all(
    without.map(({ text, isPhrase }) =>
      search(isPhrase || hasSigns(text) ? quoted(spaceSigns(text)) : text),
    ),
  );
  const unwanted = new Set(excluded.flatMap(idsOf));
  const sets = others.map((results) => new Map(results.map((result) => [result.id, result])));
  const results = (first ?? [])
    .filter(({ id }) => !unwanted.has(id) && sets.every((set) => set.has(id)))
    .map((result) => joined(result, sets));
  if (terms.length === 0) return { results, isRanked: false };
  const asPhrase = plain.includes(' ') ? await search(quoted(plain)) : results;
  const typed = typedWords({ words, phrases });
  return { results: rankReleases(results, typed, asPhrase), isRanked: true };
}

/** All words that a query asks for, as the index has them. */
export function typedWords({ words, phrases }: Pick<ParsedQuery, 'words' | 'phrases'>): string {
  return spaceSigns([...words, ...phrases].join(' '));
}

const quoted = (text: string) => `"${text}"`;
const idsOf = (results: readonly PagefindResult[]) => results.map(({ id }) => id);

/** A release with all the places where something of the query stands in it. */
function joined(result: PagefindResult, sets: Map<string, PagefindResult>[]): PagefindResult {
  if (sets.length === 0) return result;
  const others = sets.map((set) => set.get(result.id)).filter((other) => other !== undefined);
  const all = [result, ...others];
  return {
    ...result,
    score: all.reduce((sum, { score }) => sum + score, 0),
    words: [...new Set(all.flatMap(({ words }) => words))].sort((a, b) => a - b),
  };
}
