import { cloudflareRules, isCloudflarePattern } from './cloudflare.ts';
import type { ParsedRedirect } from './former-address.ts';
import { netlifyRules } from './netlify.ts';

/**
 * The rules for former addresses in `_redirects`, which Netlify and Cloudflare Pages share. Each has a
 * page, which Netlify serves unless the rule ends in `301!`; Cloudflare refuses that ending, and follows
 * rules anyway. So an address has a line for each, and the one for Netlify, which takes the first that
 * matches, comes first. Neither stops at a line that it cannot read.
 */
export function redirectsFile(
  addresses: readonly ParsedRedirect[],
  hosts: ReadonlySet<'netlify' | 'cloudflare'>,
): string {
  const targets = new Set(addresses.map(({ to }) => to));
  const all = hosts.has('netlify')
    ? addresses.flatMap((address) => netlifyRules(address, targets) ?? [])
    : [];
  // Lines without a query are counted by Cloudflare. After the first that is a pattern to it, it takes
  // all for patterns, and a hundred of them at most.
  const isCounted = (line: string) => line.split(' ').length === 3;
  const isLast = (line: string) => isCounted(line) && isCloudflarePattern(line);
  const [last, plain] = [all.filter(isLast), all.filter((line) => !isLast(line))];
  const counted = plain.filter(isCounted).length;
  const own = hosts.has('cloudflare') ? cloudflareRules(addresses, counted) : [];
  return `# Former addresses. Written by the build. This file belongs at the root of the host.
${[...plain, ...own, ...last].join('\n')}
`;
}
