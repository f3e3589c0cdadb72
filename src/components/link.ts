const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page from its path below the site's base, such as `/offices/`. */
export const link = (path: string) => base + path;
