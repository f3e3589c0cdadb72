import { type CollectedItem, encodeCollection } from './collection-address.ts';

/** A message to an open collection, and its answer; nothing of either leaves the browser. */
export type CollectionMessage =
  { kind: 'add'; items: readonly CollectedItem[] } | { kind: 'added'; count: number };

const PATIENCE = 300; // milliseconds in which a collection that is open answers

/** The channel between the pages of one archive: others on the same host have other ones. @param page the address of the collection. */
export const collectionChannel = (page: string): BroadcastChannel =>
  new BroadcastChannel(`collection ${new URL(page).pathname}`);

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
  const channel = collectionChannel(page);
  const answer = new Promise<number | undefined>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<CollectionMessage>) => {
      if (data.kind === 'added') resolve(data.count);
    });
    setTimeout(() => resolve(undefined), PATIENCE);
  });
  channel.postMessage({ kind: 'add', items } satisfies CollectionMessage);
  const count = await answer;
  channel.close();
  if (count === undefined) {
    const address = `${page}#${encodeCollection(items)}`;
    if (window.open(address, '_blank') === null) location.href = address; // where new tabs are not allowed
  }
  return count;
}
