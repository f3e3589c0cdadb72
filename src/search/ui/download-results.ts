import { formatDay } from '../../archive/day.ts';
import type { CitedRelease } from '../../export/cited-list.ts';
import { MAX_LISTED } from '../../export/max-listed.ts';
import { saveList } from '../../export/save-list.ts';
import { visitorsDay } from '../../export/visitors-day.ts';
import type { ReleaseRecord } from '../../publish/data/release-record.ts';
import { exporting } from '../../words/en-exporting.ts';
import { pageWords } from '../../words/page-words.ts';
import { fill } from '../../words/words.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { partOf } from './elements.ts';
import { MissingFile } from './index-files.ts';
import { type QueryState, stateOfAddress } from './query-state.ts';
import type { FoundRelease } from './result-batches.ts';
import type { Answer, SearchClient } from './search-client.ts';
import { countText, language, numeral } from './search-words.ts';

const words = pageWords('exporting', exporting);
const CONCURRENT = 6; // requests at a time, as browsers send to one server

/**
 * Makes a file of what the search finds, in the order of the page, with all statements found, and hands it to the
 * visitor. Says how far it is, and if it fails.
 * @param search the `<release-search>`.
 * @param format the name of one of the formats of lists.
 */
export async function downloadResults(
  search: HTMLElement,
  format: string,
  client: SearchClient,
): Promise<void> {
  const status = partOf(search, '.downloads [aria-live]', HTMLElement);
  const buttons = search.querySelectorAll<HTMLButtonElement>('.downloads button');
  const state = stateOfAddress();
  const { href } = location;
  for (const button of buttons) button.disabled = true;
  try {
    const answer = await client.search(state);
    const all = Math.min(answer.count, MAX_LISTED);
    const say = (count: number) => {
      const values = { count: numeral(count), all: numeral(all) };
      status.textContent = fill(words.progress, values);
    };
    const releases = await citedReleases(await firstOf(answer, all, say), say);
    const list = {
      ...headOf(state, href, releases[0]?.record.csl['container-title'] ?? ''),
      note: noteOf(answer.count, all),
      entryOf: 'release' as const,
      releases,
    };
    const file = saveList(list, format, `search-${list.retrieved}`);
    status.textContent = fill(words.saved, { file });
  } catch (cause) {
    reportError(cause);
    status.textContent = words.failed;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** The first releases of an answer, with the statements found in each. */
async function firstOf(answer: Answer, count: number, say: (count: number) => void) {
  const found: FoundRelease[] = [];
  while (found.length < count) {
    const next = await answer.next();
    if (next.length === 0) break;
    found.push(...next);
    say(Math.min(found.length, count));
  }
  return found.slice(0, count);
}

/** What `release.json` has of each, since the words in the index are not those of the page to the letter. */
async function citedReleases(found: readonly FoundRelease[], say: (count: number) => void) {
  const listed: CitedRelease[] = [];
  let count = 0;
  await forEachConcurrently(CONCURRENT, found.entries(), async ([n, { url, hits }]) => {
    const file = `${url}release.json`;
    const response = await fetch(file);
    if (!response.ok) throw new MissingFile(file);
    const record = (await response.json()) as ReleaseRecord;
    const texts = new Map(record.statements.map(({ id, text }) => [id, text]));
    const statements = hits.flatMap(({ id }) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ id, text }];
    });
    listed[n] = { record, statements };
    say(++count);
  });
  return listed;
}

/** What the list is: the query as it was typed; filters and dates are in its address. */
function headOf(state: QueryState, href: string, site: string) {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const address = new URL(new URL(href).search, canonical ?? href); // the public one, where a copy is read
  const title =
    state.q === ''
      ? fill(words.filteredSearch, { site })
      : fill(words.search, { site, query: state.q });
  return { title, address: address.href, retrieved: visitorsDay() };
}

function noteOf(found: number, listed: number): string {
  const day = formatDay(visitorsDay(), language);
  const numbers = { count: numeral(listed), all: numeral(found) };
  return listed < found
    ? fill(words.part, { day, ...numbers })
    : countText(words.whole, found, { day });
}
