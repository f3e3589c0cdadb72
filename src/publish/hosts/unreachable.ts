import type { Host } from '../../archive/hosts.ts';
import { bytesOf, parseRedirects, type Redirect } from './former-address.ts';
import { netlifyRules } from './netlify.ts';

/** Hosts that serve files and read no rules for queries. */
const WITHOUT_QUERIES: readonly Host[] = ['github-pages', 'firebase', 'azure'];

/** Characters in the path of a page for which a host finds none. */
const WITHOUT_PAGES: Partial<Record<Host, RegExp>> = { firebase: /#/, azure: /[%#\\]/ };

/**
 * The former addresses that a host cannot redirect: it shows another page there, or none. One without a
 * query has a page of its own, which redirects wherever it is served. `npm run trial -- hosts` compares this
 * with what the hosts' emulators do.
 */
export function unreachableOn(host: Host, redirects: readonly Redirect[]): Redirect[] {
  if (WITHOUT_QUERIES.includes(host)) {
    const unserved = WITHOUT_PAGES[host];
    return redirects.filter(({ from }) => from.includes('?') || unserved?.test(bytesOf(from)));
  }
  const asked = redirects.filter(({ from }) => from.includes('?'));
  if (host !== 'netlify') return [];
  const targets = new Set(redirects.map(({ to }) => to));
  return asked.filter((redirect) => {
    const [address] = parseRedirects([redirect]);
    return address === undefined || netlifyRules(address, targets) === undefined;
  });
}
