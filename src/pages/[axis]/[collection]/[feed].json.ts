import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { collectionJsonFeedPaths } from '../../../astro/paths/json-feed-paths.ts';

export const getStaticPaths = collectionJsonFeedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await props.text.make(), { headers: { 'Content-Type': 'application/feed+json' } });
