import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { AXES } from '../../../archive/browse.ts';
import { siteView } from '../../../build/site-view.ts';
import { formatJsonFeed, jsonFeedName } from '../../../publish/feeds/json-feed.ts';
import { shelfFeed } from '../../../publish/feeds/release-feeds.ts';

/** How many files a feed takes is found here; what they hold is made again when its turn comes. */
export async function getStaticPaths() {
  const { shelves, publication } = await siteView();
  const paths = [];
  for (const shelf of AXES.flatMap((axis) => shelves[axis])) {
    const { length } = formatJsonFeed(await shelfFeed(publication, shelf));
    for (let n = 0; n < length; n++) {
      const feed = jsonFeedName(n + 1);
      paths.push({ params: { axis: shelf.axis, shelf: shelf.slug, feed }, props: { shelf, n } });
    }
  }
  return paths;
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { publication } = await siteView();
  const pages = formatJsonFeed(await shelfFeed(publication, props.shelf));
  return new Response(pages[props.n], { headers: { 'Content-Type': 'application/feed+json' } });
};
