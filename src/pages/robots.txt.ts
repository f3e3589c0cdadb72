import type { APIRoute } from 'astro';
import { NEWS_SITEMAP } from '../publish/sitemap/news-sitemap.ts';
import { siteView } from '../astro/site-view.ts';

/** Everything may be read; pages that should not be found say so themselves. */
export const GET: APIRoute = async () => {
  const { publication } = await siteView();
  return new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${publication.addressOf('/sitemap-index.xml')}\n` +
      `Sitemap: ${publication.addressOf(`/${NEWS_SITEMAP}`)}\n`,
  );
};
