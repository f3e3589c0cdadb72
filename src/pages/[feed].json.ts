import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { archiveJsonFeedPaths } from '../astro/paths/json-feed-paths.ts';

export const getStaticPaths = archiveJsonFeedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/feed+json' } });
