import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { allReleases, pathOf } from '../releases';

export async function GET({ site }: APIContext) {
  const releases = await allReleases();
  return rss({
    title: 'Press releases',
    description: 'The newest press releases',
    site: site ?? '',
    items: releases.slice(0, 50).map((release) => ({
      title: release.data.title,
      pubDate: release.data.date,
      link: pathOf(release),
      content: release.rendered?.html ?? '',
    })),
  });
}
