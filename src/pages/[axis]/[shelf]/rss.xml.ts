import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { AXES } from '../../../archive/browse.ts';
import { siteView } from '../../../build/site-view.ts';
import { shelfFeed } from '../../../publish/feeds/release-feeds.ts';
import { formatRss } from '../../../publish/feeds/rss.ts';

export async function getStaticPaths() {
  const { shelves } = await siteView();
  return AXES.flatMap((axis) => shelves[axis]).map((shelf) => ({
    params: { axis: shelf.axis, shelf: shelf.slug },
    props: { shelf },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { publication } = await siteView();
  return new Response(await formatRss(await shelfFeed(publication, props.shelf)), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
};
