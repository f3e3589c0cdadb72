import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { collectionFeedPaths } from '../../../astro/paths/feed-paths.ts';
import { formatRss } from '../../../publish/feeds/rss.ts';

export const getStaticPaths = collectionFeedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await formatRss(await props.feed.make()), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
