import { previewPaths, previewText } from '../../../../../../astro/paths/preview-paths.ts';

export const getStaticPaths = previewPaths;
export const GET = previewText;
