import type { APIRoute } from 'astro';
import { siteView } from '../astro/site-view.ts';
import { link } from '../components/link.ts';
import { openSearchDescription } from '../publish/opensearch.ts';

export const GET: APIRoute = async ({ site }) => {
  const { title, description, language } = (await siteView()).archive.site;
  const whole = (path: string) => new URL(link(path), site).href;
  const [search, icon] = [whole('/search/'), whole('/favicon.svg')];
  const headers = { 'Content-Type': 'application/opensearchdescription+xml' };
  return new Response(openSearchDescription({ title, description, language, search, icon }), {
    headers,
  });
};
