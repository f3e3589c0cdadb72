import type { TestContext } from 'node:test';
import { join } from 'node:path';
import { loadArchive } from '../../../src/load/load-archive.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { type QueryState, readState } from '../../../src/search/ui/query-state.ts';
import { SearchClient } from '../../../src/search/ui/search-client.ts';
import { madeRelease } from '../../support/made-release.ts';
import { serve } from '../../support/static-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { testIndexer } from '../../support/test-indexer.ts';

/** A release as a test needs it: its body, or a headline, a body and its office. */
type MadeText = string | { title?: string; body: string; office?: string };

/** Everything searched for by words, without filters. */
export const stateOf = (q: string): QueryState => ({ ...readState(new URLSearchParams()), q });

/**
 * Indexes releases as a build does, serves the index, and opens the search that browsers run.
 * @param releases by their names, the oldest first; a day each.
 * @param pagefindVersion another than the installed one.
 * @param offices files that describe offices, by their slugs.
 */
export async function madeSearch(
  t: TestContext,
  releases: Record<string, MadeText>,
  pagefindVersion?: string,
  offices: Record<string, string> = {},
) {
  const files = Object.entries(releases).map(([name, release], n) => {
    const date = new Date(Date.UTC(2017, 0, 1 + n)).toISOString().slice(0, 10);
    const {
      title = 'Notice',
      body,
      office = 'north',
    } = typeof release === 'string' ? { body: release } : release;
    const fields = { date, title: JSON.stringify(title), office };
    return [`releases/${date}-${name}.md`, madeRelease(fields, body)] as const;
  });
  const described = Object.entries(offices).map(([slug, text]) => [`offices/${slug}.yaml`, text]);
  const contentDir = await tempFolder(t, Object.fromEntries([...files, ...described]));
  const site = await tempFolder(t);
  const archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
  await buildIndex(archive, {
    folder: join(site, 'pagefind'),
    textOf: ({ id }) => archive.bodies.get(id),
    indexer: await testIndexer(t),
    shardSizes: { max: 6, newest: 2 },
    pagefindVersion,
  });
  const server = await serve(site);
  t.after(() => server.close());
  const client = new SearchClient(`${server.url}pagefind/`);
  /** Searches, and names what was found, best first. */
  const ask = async (q: string, isTyping = false, more: Partial<QueryState> = {}) => {
    const answer = await client.search({ ...stateOf(q), ...more }, { isTyping });
    const found = await answer.next();
    while (found.length < answer.count) found.push(...(await answer.next()));
    const names = found.map(({ url }) => url.split('/').at(-2) ?? '');
    return { ...answer, found, names };
  };
  return { client, ask };
}
