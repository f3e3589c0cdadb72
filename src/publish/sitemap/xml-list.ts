import { escapeXml } from '../xml.ts';

/** Addresses in one file, by the sitemap protocol. */
export const MAX_ADDRESSES = 50_000;

/** An address in a sitemap. */
export interface SitemapEntry {
  /** Whole. */
  loc: string;
  /** A day, or an instant by RFC 3339; left out where it is not known. */
  lastmod?: string | undefined;
  /** What ResourceSync adds: `rs:md` and `rs:ln` with their attributes. */
  md?: Attributes;
  ln?: Attributes;
}

type Attributes = Record<string, string | number | undefined>;

export interface SitemapOptions {
  kind: 'urlset' | 'sitemapindex';
  /** ResourceSync's metadata of the list itself. */
  md?: Attributes;
  ln?: Attributes;
}

/**
 * A sitemap, an index of sitemaps, or a list of ResourceSync, which is a sitemap with more.
 * @see https://www.sitemaps.org/protocol.html
 * @see https://www.openarchives.org/rs/1.1/resourcesync
 */
export function formatSitemap(
  entries: readonly SitemapEntry[],
  { kind, md, ln }: SitemapOptions,
): string {
  const item = kind === 'urlset' ? 'url' : 'sitemap';
  const isResourceSync = md !== undefined;
  const lines = entries.map(
    (entry) =>
      `<${item}><loc>${escapeXml(entry.loc)}</loc>` +
      (entry.lastmod === undefined ? '' : `<lastmod>${entry.lastmod}</lastmod>`) +
      formatElement('rs:md', entry.md) +
      formatElement('rs:ln', entry.ln) +
      `</${item}>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"` +
    `${isResourceSync ? ' xmlns:rs="http://www.openarchives.org/rs/terms/"' : ''}>\n` +
    `${formatElement('rs:ln', ln)}${formatElement('rs:md', md)}${lines.join('')}</${kind}>\n`
  );
}

function formatElement(name: string, attributes: Attributes | undefined): string {
  if (attributes === undefined) return '';
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`);
  return `<${name}${written.join('')}/>`;
}
