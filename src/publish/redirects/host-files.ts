/** Files that hosts read and do not hand out, below the root of the site. */
export const HOST_FILES: readonly string[] = [
  '_redirects',
  '_routes.json',
  '_worker.js',
  '.htaccess',
  'redirects.nginx.conf',
];
