import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteView } from '../../../../../../build/site-view.ts';
import { CITATION_FORMATS } from '../../../../../../publish/citation/citation-files.ts';
import { formatRecord, recordOf } from '../../../../../../publish/data/release-record.ts';

const FILES = ['release.json', ...CITATION_FORMATS.map(({ file }) => file)];

/** The files beside a release, for the preview. The build writes them by itself: see publish-site.ts. */
export async function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  const { archive } = await siteView();
  return archive.releases.flatMap((release) => {
    const [, , year, month, day, slug] = release.path.split('/');
    return FILES.map((file) => ({ params: { year, month, day, slug, file }, props: { release } }));
  });
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (page) => {
  const { publication } = await siteView();
  const record = recordOf(publication, page.props.release);
  const citation = CITATION_FORMATS.find(({ file }) => file === page.params['file']);
  return new Response(citation ? citation.format(record.csl) : formatRecord(record));
};
