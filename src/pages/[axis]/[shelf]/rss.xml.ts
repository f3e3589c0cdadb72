import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { AXES } from '../../../archive/browse.ts';
import { keyed } from '../../../astro/page-key.ts';
import { siteView } from '../../../astro/site-view.ts';
import { closedOn, inFeed, shelfFeed } from '../../../publish/feeds/release-feeds.ts';
import { formatRss } from '../../../publish/feeds/rss.ts';

export async function getStaticPaths() {
  const view = await siteView();
  const { publication, shelves } = view;
  const paths = AXES.flatMap((axis) => shelves[axis]).map((shelf) => ({
    params: { axis: shelf.axis, shelf: shelf.slug },
    props: { shelf: inFeed(shelf), closed: closedOn(publication, shelf) },
  }));
  return keyed(view, paths);
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { publication } = await siteView();
  return new Response(await formatRss(await shelfFeed(publication, props.shelf)), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
};
