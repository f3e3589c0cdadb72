/** Files that hosts read and do not hand out, below the root of the site. */
export const HOST_FILES: readonly string[] = ['_redirects', '.htaccess', 'redirects.nginx.conf'];
