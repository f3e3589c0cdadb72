import { AXES } from '../../archive/browse.ts';
import { latest } from '../../archive/instant.ts';
import { pageEntries } from '../../publish/sitemap/page-entries.ts';
import { formatNewsSitemap, NEWS_SITEMAP } from '../../publish/sitemap/news-sitemap.ts';
import { changes, type Records, resources } from '../../publish/sitemap/resource-sync.ts';
import {
  formatSitemap,
  type SitemapOptions,
  MAX_ADDRESSES,
  type SitemapEntry,
} from '../../publish/sitemap/xml-list.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';

type Metadata = Pick<SitemapOptions, 'md' | 'ln'>;

/** Writes the sitemap for search engines, and the ResourceSync lists for mirrors. */
export async function writeSitemaps(
  site: SiteFolder,
  { publication, collections, years, months, days }: SiteView,
  records: Records,
): Promise<void> {
  const { addressOf } = publication;
  const write = (name: string, entries: readonly SitemapEntry[], options: SitemapOptions) =>
    site.write(name, formatSitemap(entries, options));

  /** Writes entries to as many files as needed. @returns the entries of their index. */
  function writeParts(
    name: string,
    entries: readonly SitemapEntry[],
    metadata: Metadata,
  ): SitemapEntry[] {
    const parts: SitemapEntry[] = [];
    for (let start = 0; start === 0 || start < entries.length; start += MAX_ADDRESSES) {
      const part = entries.slice(start, start + MAX_ADDRESSES);
      const file = `${name}-${parts.length + 1}.xml`;
      write(file, part, { kind: 'urlset', ...metadata });
      parts.push({
        loc: addressOf(`/${file}`),
        lastmod: latest(part.map(({ lastmod }) => lastmod)),
      });
    }
    return parts;
  }

  /** Writes a ResourceSync list: one file, or several and an index if it is too large. */
  function writeResourceList(
    name: string,
    entries: readonly SitemapEntry[],
    md: Metadata['md'] = {},
  ) {
    const metadata = { md, ln: { rel: 'up', href: addressOf('/capabilitylist.xml') } };
    const isSmall = entries.length <= MAX_ADDRESSES;
    if (isSmall) write(`${name}.xml`, entries, { kind: 'urlset', ...metadata });
    else
      write(`${name}.xml`, writeParts(name, entries, metadata), {
        kind: 'sitemapindex',
        ...metadata,
      });
  }

  const lists = [...years, ...months, ...days, ...AXES.flatMap((axis) => collections[axis])];
  const pages = writeParts('sitemap', pageEntries(publication, lists), {});
  site.write(NEWS_SITEMAP, formatNewsSitemap(publication));
  write('sitemap-index.xml', pages, { kind: 'sitemapindex' });

  const changed = changes(publication, records);
  const [from, at] = [changed[0]?.lastmod, changed.at(-1)?.lastmod];
  if (from === undefined) return; // an archive without releases has nothing to copy
  writeResourceList('resourcelist', await resources(publication, records), {
    capability: 'resourcelist',
    at,
  });
  writeResourceList('changelist', changed, { capability: 'changelist', from, until: at });
  const capabilities = ['resourcelist', 'changelist'].map((capability) => ({
    loc: addressOf(`/${capability}.xml`),
    md: { capability },
  }));
  write('capabilitylist.xml', capabilities, {
    kind: 'urlset',
    md: { capability: 'capabilitylist' },
    ln: { rel: 'up', href: addressOf('/.well-known/resourcesync') },
  });
  const description = [
    { loc: addressOf('/capabilitylist.xml'), md: { capability: 'capabilitylist' } },
  ];
  write('.well-known/resourcesync', description, {
    kind: 'urlset',
    md: { capability: 'description' },
    ln: { rel: 'describedby', href: addressOf('/data/') },
  });
}
