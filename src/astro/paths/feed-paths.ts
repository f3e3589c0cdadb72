import { AXES } from '../../archive/browse.ts';
import { closedOn, inFeed, collectionFeed } from '../../publish/feeds/release-feeds.ts';
import { keyed, later } from '../page-key.ts';
import { siteView } from '../site-view.ts';
import { slugsOf } from './former-paths.ts';

/** The feed of each collection. */
export async function collectionFeedPaths() {
  const view = await siteView();
  const { publication, collections } = view;
  const paths = AXES.flatMap((axis) => collections[axis]).flatMap((whole) => {
    const collection = inFeed(whole);
    const from = { collection, closed: closedOn(publication, collection) };
    const feed = later(view, from, () => collectionFeed(publication, collection));
    return slugsOf(view, collection).map((slug) => {
      return { params: { axis: collection.axis, collection: slug }, props: { feed } };
    });
  });
  return keyed(view, paths);
}
