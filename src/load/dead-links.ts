import { isOwnPath, pagePaths } from '../archive/addresses.ts';
import { formerAddresses } from '../archive/former-addresses.ts';
import type { Archive } from '../archive/model.ts';
import { decodePath } from '../archive/path-encoding.ts';
import type { Problem } from '../archive/problem.ts';
import type { Ledger } from './load-ledger.ts';
import type { OwnTexts } from './load-own-pages.ts';
import type { RenderedBody } from './read-release.ts';

/**
 * Links to pages that this site does not have. They are published as they are written.
 * @param bodies of releases. @param ownLinks of the archive's own texts.
 */
export function deadLinks(
  archive: Archive,
  bodies: ReadonlyMap<string, RenderedBody>,
  ownLinks: OwnTexts['links'],
  ledger: Ledger,
): Problem[] {
  const pages = pagePaths(archive);
  for (const { path } of formerAddresses(archive, ledger)) pages.add(decodePath(path) ?? path);
  const isPage = (address: string) => {
    const path = decodePath(address) ?? address;
    return pages.has(path) || (isOwnPath(path) && /(?:\/|\.\w+)$/.test(path));
  };
  const hint = 'link to a page of this site with a / at its end, or give a whole address';
  const ofReleases = [...bodies].flatMap(([id, { links }]) =>
    links.map((link) => ({ ...link, file: archive.byId.get(id)?.file ?? id })),
  );
  return [...ofReleases, ...ownLinks]
    .filter(({ path }) => !isPage(path))
    .map(({ file, path, line }) => {
      const message = `links to ${path}, but this site has no such page`;
      return { file, line, field: 'body', message, hint };
    });
}
