import type { APIRoute } from 'astro';
import type { Release } from '../../../../../../archive/release.ts';
import { siteView } from '../../../../../../astro/site-view.ts';
import { previewPaths } from '../../../../../../components/preview-files.ts';

export const getStaticPaths = previewPaths;

export const GET: APIRoute<{ release: Release }> = async ({ props }) => {
  const { drawSharePicture } = await siteView();
  const picture = new Uint8Array(await drawSharePicture(props.release));
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
};
