import assert from 'node:assert/strict';
import type { Pagefind, PagefindResult } from '../../../src/search/pagefind-format/browser.ts';

/** A release as the made-up Pagefind finds it. */
export interface MadeResult {
  id: string;
  score?: number;
  words?: number[];
}

export const madeResult = ({ id, score = 1, words = [] }: MadeResult): PagefindResult => ({
  id,
  score,
  words,
  data: () => assert.fail(`The words of ${id} were fetched`),
});

/**
 * A Pagefind that knows the results of some terms; a term that it doesn't know fails the test.
 * @param answers by term, phrases in quotation marks; `*` for the search without one.
 */
export function madePagefind(answers: Record<string, MadeResult[]>) {
  const asked: string[] = [];
  const pagefind: Pagefind = {
    init: () => Promise.resolve(),
    search: (term) => {
      asked.push(term ?? '*');
      const results = answers[term ?? '*'] ?? assert.fail(`Nobody knows ${String(term)}`);
      return Promise.resolve({ results: results.map(madeResult) });
    },
  };
  return { pagefind, asked };
}
