import { AXES } from '../../archive/browse.ts';
import { formatJsonFeed, jsonFeedName } from '../../publish/feeds/json-feed.ts';
import {
  archiveFeed,
  closedOn,
  inFeed,
  collectionFeed,
  feedLanguages,
  languageFeed,
} from '../../publish/feeds/release-feeds.ts';
import { keyed, later } from '../page-key.ts';
import { siteView } from '../site-view.ts';
import { slugsOf } from './former-paths.ts';

/** The JSON Feed of the archive, and of each of its languages where there are several, split into files. */
export async function archiveJsonFeedPaths() {
  const { publication } = await siteView();
  const ofLanguages = feedLanguages(publication).map((tag) => languageFeed(publication, tag));
  const feeds = await Promise.all([archiveFeed(publication), ...ofLanguages]);
  return feeds.flatMap((feed) =>
    formatJsonFeed(feed).map((text, n) => ({
      params: { feed: jsonFeedName(n + 1, feed.suffix) },
      props: { text },
    })),
  );
}

/**
 * The JSON Feed of each collection, in as many files as it takes. How many is found here; what they hold is
 * made again when their turn comes.
 */
export async function collectionJsonFeedPaths() {
  const view = await siteView();
  const { publication, collections } = view;
  const paths = [];
  for (const whole of AXES.flatMap((axis) => collections[axis])) {
    const collection = inFeed(whole);
    const closed = closedOn(publication, collection);
    const format = async () => formatJsonFeed(await collectionFeed(publication, collection));
    const { length } = await format();
    for (let n = 0; n < length; n++) {
      const text = later(view, { collection, closed, n }, async () => (await format())[n] ?? '');
      for (const slug of slugsOf(view, collection)) {
        const params = { axis: collection.axis, collection: slug, feed: jsonFeedName(n + 1) };
        paths.push({ params, props: { text } });
      }
    }
  }
  return keyed(view, paths);
}
