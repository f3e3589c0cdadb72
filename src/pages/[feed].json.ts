import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteView } from '../astro/site-view.ts';
import { formatJsonFeed, jsonFeedName } from '../publish/feeds/json-feed.ts';
import { archiveFeed } from '../publish/feeds/release-feeds.ts';

/** The feed of the whole archive, in as many files as it takes. */
export async function getStaticPaths() {
  const { publication } = await siteView();
  return formatJsonFeed(await archiveFeed(publication)).map((text, n) => ({
    params: { feed: jsonFeedName(n + 1) },
    props: { text },
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/feed+json' } });
