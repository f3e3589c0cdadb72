import type { Host } from '../../archive/hosts.ts';
import { apacheFile } from './apache.ts';
import { cloudflareWorker } from './cloudflare.ts';
import { parseRedirects, type Redirect } from './former-address.ts';
import { headersFile } from './headers-file.ts';
import { nginxFiles, type NginxOptions } from './nginx.ts';
import { headerRules } from './policy.ts';
import { redirectsFile } from './redirects-file.ts';

export interface HostOptions extends NginxOptions {
  /** Where the site is published; the files for all hosts are written where it is left out. */
  host?: Host | undefined;
  /** Whether it has the editor below /admin/. */
  hasEditor?: boolean;
}

/** What hosts read of former addresses and headers, by the names of the files: see `HOST_FILES`. */
export function hostFiles(
  redirects: readonly Redirect[],
  { host, base, isPage, hasEditor = false }: HostOptions,
): Record<string, string> {
  const addresses = parseRedirects(redirects);
  const rules = headerRules(hasEditor);
  const isFor = (one: Host) => host === undefined || host === one;
  const sharing = new Set((['netlify', 'cloudflare'] as const).filter(isFor));
  return {
    ...(sharing.size > 0 && { _headers: headersFile(rules, base) }),
    ...(sharing.size > 0 &&
      addresses.length > 0 && { _redirects: redirectsFile(addresses, sharing) }),
    ...(isFor('cloudflare') && cloudflareWorker(addresses, base)),
    ...(isFor('apache') && { '.htaccess': apacheFile(addresses, rules, base) }),
    ...(isFor('nginx') && nginxFiles(addresses, rules, { base, isPage })),
  };
}
