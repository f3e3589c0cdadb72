import type { APIRoute } from 'astro';
import { siteView } from '../astro/site-view.ts';
import { FAVICON, link } from '../components/link.ts';
import { openSearchDescription } from '../publish/opensearch.ts';

export const GET: APIRoute = async ({ site }) => {
  const { site: own, look } = (await siteView()).frame;
  const { title, description, language } = own;
  const whole = (path: string) => new URL(link(path), site).href;
  const { path, type } = look.icon ?? FAVICON;
  const [search, icon] = [whole('/search/'), { address: whole(path), type }];
  const headers = { 'Content-Type': 'application/opensearchdescription+xml' };
  return new Response(openSearchDescription({ title, description, language, search, icon }), {
    headers,
  });
};
