import { AXES } from '../../archive/browse.ts';
import { formatJsonFeed, jsonFeedName } from '../../publish/feeds/json-feed.ts';
import { archiveFeed, closedOn, inFeed, shelfFeed } from '../../publish/feeds/release-feeds.ts';
import { keyed, later } from '../page-key.ts';
import { siteView } from '../site-view.ts';

/** The JSON Feed of the whole archive, in as many files as it takes. */
export async function archiveJsonFeedPaths() {
  const { publication } = await siteView();
  return formatJsonFeed(await archiveFeed(publication)).map((text, n) => ({
    params: { feed: jsonFeedName(n + 1) },
    props: { text },
  }));
}

/**
 * The JSON Feed of each collection, in as many files as it takes. How many is found here; what they hold is
 * made again when their turn comes.
 */
export async function collectionJsonFeedPaths() {
  const view = await siteView();
  const { publication, shelves } = view;
  const paths = [];
  for (const whole of AXES.flatMap((axis) => shelves[axis])) {
    const shelf = inFeed(whole);
    const closed = closedOn(publication, shelf);
    const format = async () => formatJsonFeed(await shelfFeed(publication, shelf));
    const { length } = await format();
    for (let n = 0; n < length; n++) {
      const params = { axis: shelf.axis, shelf: shelf.slug, feed: jsonFeedName(n + 1) };
      const text = later(view, { shelf, closed, n }, async () => (await format())[n] ?? '');
      paths.push({ params, props: { text } });
    }
  }
  return keyed(view, paths);
}
