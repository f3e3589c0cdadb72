import type { APIRoute } from 'astro';
import type { Release } from '../archive/release.ts';
import { siteView } from '../astro/site-view.ts';
import { CITATION_FORMATS } from '../publish/citation/citation-files.ts';
import { formatRecord, recordOf } from '../publish/data/release-record.ts';

/**
 * The addresses of a file beside each release, for the preview alone: the build writes these files by
 * itself (`src/site-output/publish-site.ts`).
 */
export async function previewPaths() {
  if (import.meta.env.PROD) return [];
  const { archive } = await siteView();
  return archive.releases.map((release) => {
    const [, , year, month, day, slug] = release.path.split('/');
    return { params: { year, month, day, slug }, props: { release } };
  });
}

/** Answers for such a file. */
export const previewFile =
  (name: string): APIRoute<{ release: Release }> =>
  async ({ props }) => {
    const { publication } = await siteView();
    const record = recordOf(publication, props.release);
    const citation = CITATION_FORMATS.find(({ file }) => file === name);
    return new Response(citation ? citation.format(record.csl) : formatRecord(record));
  };
