import { previewFile, previewPaths } from '../../../../../../components/preview-files.ts';

export const getStaticPaths = previewPaths;
export const GET = previewFile('release.bib');
