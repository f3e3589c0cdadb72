/** Duplicates a site in a worker thread, while the pages of the next one are rendered. */
export { duplicateSite as default } from './duplicate-site.ts';
