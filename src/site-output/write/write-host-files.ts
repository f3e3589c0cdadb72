import { pagePaths } from '../../archive/addresses.ts';
import { formerAddresses } from '../../archive/former-addresses.ts';
import { isOwnPath } from '../../archive/own-paths.ts';
import { hostFiles } from '../../publish/hosts/host-files.ts';
import { securityText } from '../../publish/hosts/security-text.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';

/** Writes redirects and headers for hosts, and security.txt. */
export function writeHostFiles(site: SiteFolder, { archive, publication }: SiteView): void {
  const { origin, pathname: base } = new URL(publication.addressOf('/'));
  // Removed releases have pages instead.
  const redirects = formerAddresses(archive, archive.ledger).flatMap((former) => {
    if ('gone' in former) return [];
    const { path } = 'release' in former ? former.release : former.issuer;
    return [{ from: base + former.path.slice(1), to: base + path.slice(1) }];
  });
  const { host, security, language, editor } = archive.site;
  const pages = pagePaths(archive);
  const isPage = (path: string) => {
    const below = `/${path.slice(base.length)}`;
    return pages.has(`${below}/`) || isOwnPath(below);
  };
  const files = hostFiles(redirects, { base, host, isPage, hasEditor: editor !== undefined });
  for (const [name, text] of Object.entries(files)) site.write(name, text);
  if (security) {
    site.write('.well-known/security.txt', securityText(security, { origin, language }));
  }
}
