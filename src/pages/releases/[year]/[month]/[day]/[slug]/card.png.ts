import { previewPaths, previewPicture } from '../../../../../../astro/paths/preview-paths.ts';

export const getStaticPaths = previewPaths;
export const GET = previewPicture;
