import type { APIRoute } from 'astro';
import type { Release } from '../../archive/release.ts';
import { CITATION_FORMATS } from '../../publish/citation/citation-files.ts';
import { formatRecord, recordOf } from '../../publish/data/release-record.ts';
import { formatReleaseText } from '../../publish/release-text.ts';
import { type SiteView, siteView } from '../site-view.ts';

interface Props {
  release: Release;
  view: SiteView;
}

/**
 * The addresses of a file beside each release, for the preview alone: the build writes these files by
 * itself (`src/site-output/publish-site.ts`), and caches no page of these routes.
 */
export async function previewPaths() {
  if (import.meta.env.PROD) return [];
  const view = await siteView();
  return view.archive.releases.map((release) => {
    const [, , year, month, day, slug] = release.path.split('/');
    return { params: { year, month, day, slug }, props: { release, view } };
  });
}

/** Answers for such a file. */
export const previewFile =
  (name: string): APIRoute<Props> =>
  ({ props: { release, view } }) => {
    const record = recordOf(view.publication, release);
    const citation = CITATION_FORMATS.find(({ file }) => file === name);
    return new Response(citation ? citation.format(record.csl) : formatRecord(record));
  };

/** Answers for its text. */
export const previewText: APIRoute<Props> = ({ props: { release, view } }) =>
  new Response(formatReleaseText(view.publication, release));

/** Answers for the share picture. */
export const previewPicture: APIRoute<Props> = async ({ props: { release, view } }) => {
  const picture = new Uint8Array(await view.drawSharePicture(release));
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
};
