import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { languageFeedPaths } from '../astro/paths/language-feed-paths.ts';
import { formatRss } from '../publish/feeds/rss.ts';

export const getStaticPaths = languageFeedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await formatRss(props.feed), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
