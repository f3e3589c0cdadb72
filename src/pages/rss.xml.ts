import type { APIRoute } from 'astro';
import { siteView } from '../astro/site-view.ts';
import { archiveFeed } from '../publish/feeds/release-feeds.ts';
import { formatRss } from '../publish/feeds/rss.ts';

export const GET: APIRoute = async () => {
  const { publication } = await siteView();
  return new Response(await formatRss(await archiveFeed(publication)), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
};
