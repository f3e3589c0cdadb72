import { formerAddresses } from '../archive/former-addresses.ts';
import { redirectFiles } from '../publish/redirects/redirects.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from './site-view.ts';

/** Writes the rules by which hosts lead former addresses on. What is gone has a page that says so. */
export function writeRedirects(site: SiteFolder, { archive, publication }: SiteView): void {
  const { pathname: root } = new URL(publication.addressOf('/'));
  const redirects = formerAddresses(archive, archive.ledger).flatMap((former) =>
    'release' in former
      ? [
          {
            from: root + encode(former.path.slice(1)),
            to: root + former.release.path.slice(1),
          },
        ]
      : [],
  );
  for (const [name, text] of Object.entries(redirectFiles(redirects))) site.write(name, text);
}

/** What may be percent-encoded already, as addresses with a query often are, stays as it is. */
const encode = (path: string) => path.replace(/[^!-~]+/g, encodeURIComponent);
