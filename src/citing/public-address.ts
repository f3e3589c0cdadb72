const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The address under which a page is cited: the one that it names itself, wherever a copy of it is read. On a
 * visitor's own computer it is the one of the preview, and so is that of a site which was built without an address.
 * @param here the address that the page was read from.
 * @param canonical the address that it names; undefined where it names none.
 */
export function publicAddress(here: string, canonical: string | undefined): URL {
  const read = new URL(here);
  read.search = ''; // marks of a search are the visitor's own
  read.hash = '';
  if (canonical === undefined || LOOPBACK.test(read.hostname)) return read;
  const named = new URL(canonical, here);
  return LOOPBACK.test(named.hostname) ? read : named;
}
