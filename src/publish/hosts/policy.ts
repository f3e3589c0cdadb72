/**
 * What a page may load: nothing from other sites. Scripts and styles are files of this site, never
 * inline, so all pages have the same policy, without the digests that Astro would compute for each page.
 * It is in the head of each page, and in a header where the host can send one.
 * @see https://www.w3.org/TR/CSP3/
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "script-src 'self'",
  "style-src 'self'",
].join('; ');

/** Only a header can forbid other sites to show a page in a frame. */
const NO_FRAMES = "frame-ancestors 'none'";

/**
 * For files other than pages: whatever they contain, they run nothing and load nothing. Browsers still
 * show pictures and PDF (tried with Chromium 156 and Firefox 153); the styles are for their viewers.
 */
const FILE_POLICY = [
  "default-src 'none'",
  "img-src 'self' data:", // drawings may hold pictures and fonts
  'font-src data:',
  "media-src 'self'",
  "style-src 'unsafe-inline'",
  NO_FRAMES,
  'sandbox',
].join('; ');

/** Seconds in a year. Names below `assets/` hold 48 bits of a digest of what is in the file. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Parts of the search index have 28 bits and more in theirs: few enough to ask again after a week. */
const FOR_A_WEEK = 'public, max-age=604800';

/**
 * The editor has a policy of its own in its page; what a header forbids, the page could not allow.
 */
const EDITOR_RULE: HeaderRule = {
  files: 'admin/',
  headers: { 'Content-Security-Policy': NO_FRAMES },
};

/** Headers of files below a path, or with an ending; a later rule takes the place of an earlier one's. */
export interface HeaderRule {
  /** Below the base: a folder with a `/` at its end, or the ending of a name; all files where it is empty. */
  files: string;
  headers: Readonly<Record<string, string>>;
}

const HEADER_RULES: readonly HeaderRule[] = [
  {
    files: '',
    headers: {
      'Content-Security-Policy': `${CONTENT_POLICY}; ${NO_FRAMES}`,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  { files: '.xml', headers: { 'Content-Security-Policy': FILE_POLICY } },
  { files: 'media/', headers: { 'Content-Security-Policy': FILE_POLICY } },
  { files: 'assets/', headers: { 'Cache-Control': FOR_EVER } },
  { files: 'pagefind/fragment/', headers: { 'Cache-Control': FOR_A_WEEK } },
  { files: 'pagefind/index/', headers: { 'Cache-Control': FOR_A_WEEK } },
];

/** The rules of a site. @param hasEditor whether it has /admin/. */
export const headerRules = (hasEditor: boolean): readonly HeaderRule[] =>
  hasEditor ? [...HEADER_RULES, EDITOR_RULE] : HEADER_RULES;

/** The headers of one file. @param path below the base. */
export function headersOf(path: string): Record<string, string> {
  const rules = headerRules(true).filter(({ files }) =>
    files.endsWith('/') ? path.startsWith(files) : path.endsWith(files),
  );
  return Object.assign({}, ...rules.map(({ headers }) => headers)) as Record<string, string>;
}
