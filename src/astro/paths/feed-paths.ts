import { AXES } from '../../archive/browse.ts';
import { closedOn, inFeed, shelfFeed } from '../../publish/feeds/release-feeds.ts';
import { keyed, later } from '../page-key.ts';
import { siteView } from '../site-view.ts';

/** The feed of each collection. */
export async function collectionFeedPaths() {
  const view = await siteView();
  const { publication, shelves } = view;
  const paths = AXES.flatMap((axis) => shelves[axis]).map((whole) => {
    const shelf = inFeed(whole);
    const from = { shelf, closed: closedOn(publication, shelf) };
    const feed = later(view, from, () => shelfFeed(publication, shelf));
    return { params: { axis: shelf.axis, shelf: shelf.slug }, props: { feed } };
  });
  return keyed(view, paths);
}
