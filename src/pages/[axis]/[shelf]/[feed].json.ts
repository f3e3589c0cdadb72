import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { AXES } from '../../../archive/browse.ts';
import { keyed } from '../../../astro/page-key.ts';
import { siteView } from '../../../astro/site-view.ts';
import { formatJsonFeed, jsonFeedName } from '../../../publish/feeds/json-feed.ts';
import { closedOn, inFeed, shelfFeed } from '../../../publish/feeds/release-feeds.ts';

/** How many files a feed takes is found here; what they hold is made again when its turn comes. */
export async function getStaticPaths() {
  const view = await siteView();
  const { publication, shelves } = view;
  const paths = [];
  for (const whole of AXES.flatMap((axis) => shelves[axis])) {
    const shelf = inFeed(whole);
    const closed = closedOn(publication, shelf);
    const { length } = formatJsonFeed(await shelfFeed(publication, shelf));
    for (let n = 0; n < length; n++) {
      const params = { axis: shelf.axis, shelf: shelf.slug, feed: jsonFeedName(n + 1) };
      paths.push({ params, props: { shelf, closed, n } });
    }
  }
  return keyed(view, paths);
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { publication } = await siteView();
  const pages = formatJsonFeed(await shelfFeed(publication, props.shelf));
  return new Response(pages[props.n], { headers: { 'Content-Type': 'application/feed+json' } });
};
