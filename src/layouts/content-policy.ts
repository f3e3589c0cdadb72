/**
 * What a page may load: nothing of other sites. Scripts and styles are files of this site, none stands
 * in a page; so the policy is the same for all pages, and needs no digests, which Astro would work out
 * for each page anew.
 * @see https://www.w3.org/TR/CSP3/
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // Pagefind is WebAssembly; it and its worker are files of this site.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
].join('; ');
