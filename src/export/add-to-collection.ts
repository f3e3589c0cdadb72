import { type CollectedItem, encodeCollection } from './collection-address.ts';

/** A message to an open collection, and its answer; nothing of either leaves the browser. */
export type CollectionMessage =
  { kind: 'add'; items: readonly CollectedItem[] } | { kind: 'added'; count: number };

/** Milliseconds in which a collection that is open answers, on a busy machine as well. */
const PATIENCE = 4000;
/** The same where a page cannot know whether one is open. */
const PATIENCE_UNKNOWN = 300;

/** Of one archive: others on the same host have other ones. */
const nameOf = (page: string) => `collection ${new URL(page).pathname}`;

/** The channel between the pages of one archive. @param page the address of the collection. */
export const collectionChannel = (page: string): BroadcastChannel =>
  new BroadcastChannel(nameOf(page));

/**
 * Lets the other pages know that a collection is open, until its page is left. A page that holds a lock is not frozen
 * in the background either.
 * @param page the address of the collection.
 */
export function tellThatOpen(page: string): void {
  void locks()?.request(nameOf(page), { mode: 'shared' }, () => new Promise(() => undefined));
}

/** Undefined where a page is not served securely: there it can't be known. */
const locks = (): LockManager | undefined => navigator.locks;

async function patienceFor(page: string): Promise<number> {
  const known = await locks()?.query();
  if (known === undefined) return PATIENCE_UNKNOWN;
  return known.held?.some(({ name }) => name === nameOf(page)) ? PATIENCE : 0;
}

/**
 * Adds statements of the release that is shown to the collection that is open in another tab, or else opens a new one
 * with them.
 * @param page the address of the collection.
 * @param statements their ids.
 * @returns how many items the open collection has now; undefined if a new one was opened.
 */
export async function addToCollection(
  page: string,
  statements: readonly string[],
): Promise<number | undefined> {
  const [, release = ''] = /\/releases\/(.+?)\/?$/.exec(decodeURI(location.pathname)) ?? [];
  const items = statements.map((statement) => ({ release, statement }));
  const count = await askOpenCollection(page, items, await patienceFor(page));
  if (count === undefined) {
    const address = `${page}#${encodeCollection(items)}`;
    if (window.open(address, '_blank') === null) location.href = address; // where new tabs are not allowed
  }
  return count;
}

/** @returns how many items the open collection has now; undefined if none answers in time. */
async function askOpenCollection(
  page: string,
  items: readonly CollectedItem[],
  milliseconds: number,
): Promise<number | undefined> {
  if (milliseconds === 0) return undefined;
  const channel = collectionChannel(page);
  const answer = new Promise<number | undefined>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<CollectionMessage>) => {
      if (data.kind === 'added') resolve(data.count);
    });
    setTimeout(() => resolve(undefined), milliseconds);
  });
  channel.postMessage({ kind: 'add', items } satisfies CollectionMessage);
  const count = await answer;
  channel.close();
  return count;
}
