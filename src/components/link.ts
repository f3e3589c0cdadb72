const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page from its path below the site's base, such as `/offices/`. */
export const link = (path: string) => base + path;

/** The picture of a site that has none of its own. */
export const FAVICON = { path: '/favicon.svg', type: 'image/svg+xml' };
