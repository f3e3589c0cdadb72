/** Where a site can be published. Of these hosts we know what they do with former addresses. */
export const HOSTS = [
  'netlify',
  'cloudflare',
  'github-pages',
  'apache',
  'nginx',
  'firebase',
  'azure',
] as const;

export type Host = (typeof HOSTS)[number];

/**
 * Files that hosts read, below the root of the site; most hosts do not hand out their own. No former
 * address can have the path of one.
 */
export const HOST_FILES: readonly string[] = [
  '_headers',
  '_redirects',
  '_routes.json',
  '_worker.js',
  '.htaccess',
  'http.nginx.conf',
  'server.nginx.conf',
];
