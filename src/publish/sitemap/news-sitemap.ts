import { type Day, dayBefore } from '../../archive/day.ts';
import { issuedAt } from '../../archive/instant.ts';
import type { Publication } from '../publication.ts';
import { escapeXml } from '../xml.ts';

/** The file, below the site's root. */
export const NEWS_SITEMAP = 'news-sitemap.xml';

/** Releases in one file, by Google's rules. */
const MAX_RELEASES = 1000;

/** Chinese is the one language that Google News wants by another name than its two letters. */
const newsLanguage = (tag: string) => {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' || region === 'TW' ? 'zh-tw' : 'zh-cn';
};

/**
 * The sitemap of what is news: releases of the last two days, without withdrawn ones. Which days are the last is
 * decided by the newest release and not by the clock, so that the same archive gives the same bytes; search
 * engines leave out what is older by the time when they read it.
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function formatNewsSitemap({ archive, addressOf }: Publication): string {
  const { site, releases } = archive;
  const issued = releases.filter(({ withdrawn }) => withdrawn === undefined);
  const newest: Day | undefined = issued[0]?.date;
  const news = newest === undefined ? [] : issued.filter(({ date }) => date >= dayBefore(newest));
  const entries = news.slice(0, MAX_RELEASES).map((release) => {
    const language = newsLanguage(release.language ?? site.language);
    return (
      `<url><loc>${escapeXml(addressOf(release.path))}</loc><news:news>` +
      `<news:publication><news:name>${escapeXml(site.title)}</news:name>` +
      `<news:language>${language}</news:language></news:publication>` +
      `<news:publication_date>${issuedAt(release, site.timezone).rfc3339}</news:publication_date>` +
      `<news:title>${escapeXml(release.title)}</news:title></news:news></url>\n`
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' +
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n' +
    `${entries.join('')}</urlset>\n`
  );
}
