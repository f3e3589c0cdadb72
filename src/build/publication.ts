import { join } from 'node:path';
import { connections } from '../archive/connections.ts';
import { lastChange } from '../archive/last-change.ts';
import { today } from '../archive/new-release.ts';
import type { Release } from '../archive/release.ts';
import type { Publication, PublishedFile } from '../publish/publication.ts';
import { digestFile } from './file-digest.ts';
import type { LoadedArchive } from './load-archive.ts';
import type { Settings } from './settings.ts';

/** Opens a loaded archive to those who make feeds, citations and bulk data from it. */
export function publicationOf(
  archive: LoadedArchive,
  { siteUrl, base, contentDir }: Pick<Settings, 'siteUrl' | 'base' | 'contentDir'>,
): Publication {
  const connect = connections(archive);
  const root = siteUrl + base.replace(/\/$/, '');
  const files = new Map<string, Promise<PublishedFile>>();
  const fileOf = (path: string) => {
    const known = files.get(path) ?? digestFile(join(contentDir, 'media', path));
    files.set(path, known);
    return known;
  };
  return {
    archive,
    connect,
    addressOf: (path) => root + encodeURI(path),
    textOf: (id) => archive.bodies.get(id),
    fileOf,
    modifiedOn: (release: Release) =>
      lastChange(release, connect(release), archive.bodies.get(release.id)?.changes),
    today: today(Date.now(), archive.site.timezone),
  };
}
