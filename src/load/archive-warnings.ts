import { isOwnPath, pagePaths } from '../archive/addresses.ts';
import { UNKNOWN_OWNER } from '../archive/editor-settings.ts';
import { formerAddresses } from '../archive/former-addresses.ts';
import type { Archive } from '../archive/model.ts';
import type { Site } from '../archive/site.ts';
import { decodePath } from '../archive/path-encoding.ts';
import type { Problem } from '../archive/problem.ts';
import { LANGUAGES, nearestLanguage } from '../words/languages.ts';
import type { Ledger } from './load-ledger.ts';
import type { OwnTexts } from './load-own-pages.ts';
import type { RenderedBody } from './read-release.ts';

/** A site whose language the interface does not have: it is in English around the releases. */
export function languageWarnings(
  language: string,
  place: Pick<Problem, 'file' | 'line'>,
): Problem[] {
  if (nearestLanguage(language) !== undefined) return [];
  const message = `is ${language}, but the pages of this site have no words in it: they are in English`;
  const hint = `add them as CONTRIBUTING says under “A new language”, or choose one of ${Object.keys(LANGUAGES).join(', ')}`;
  return [{ ...place, field: 'language', message, hint }];
}

/** An editor that looks for the archive's files in a repository that nobody has named. */
export function editorWarnings(
  editor: Site['editor'],
  place: Pick<Problem, 'file' | 'line'>,
): Problem[] {
  if (!editor?.repository.startsWith(`${UNKNOWN_OWNER}/`)) return [];
  const message = `is ${editor.repository}, as it was when the archive began: /admin/ finds no files there`;
  const hint = 'give the owner and the name of the repository, as in sample-office/press-archive';
  return [{ ...place, field: 'editor.repository', message, hint }];
}

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
