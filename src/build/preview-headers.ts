import { CONTENT_POLICY } from '../layouts/content-policy.ts';

/**
 * What a file under `media/` may do when it is opened by itself: show and play what is in it. A document
 * that were active after all would run without scripts and as nobody's page.
 */
const MEDIA_POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'sandbox',
].join('; ');

/** The headers that hosts are asked to send with a site, for `npm start`. @param path below the site. */
export function previewHeaders(path: string): Record<string, string> {
  const policy = path.startsWith('media/') ? MEDIA_POLICY : CONTENT_POLICY;
  return { 'Content-Security-Policy': policy };
}
