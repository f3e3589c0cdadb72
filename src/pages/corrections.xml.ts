import type { APIRoute } from 'astro';
import { siteView } from '../astro/site-view.ts';
import { correctionsFeed } from '../publish/feeds/corrections-feed.ts';
import { formatRss } from '../publish/feeds/rss.ts';

export const GET: APIRoute = async () => {
  const { publication } = await siteView();
  return new Response(await formatRss(correctionsFeed(publication), 'corrections.xml'), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
};
