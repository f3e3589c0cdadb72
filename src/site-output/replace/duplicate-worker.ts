/** Duplicates a site in a thread of its own, while the pages of the next one are made. */
export { duplicateSite as default } from './duplicate-site.ts';
