import { previewFile, previewPaths } from '../../../../../../astro/paths/preview-paths.ts';

export const getStaticPaths = previewPaths;
export const GET = previewFile('release.bib');
