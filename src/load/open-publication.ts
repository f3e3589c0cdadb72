import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { connections } from '../archive/connections.ts';
import { encodePath } from '../archive/path-encoding.ts';
import { daysInArchive, daysOfChange } from '../archive/days-of-change.ts';
import type { Release } from '../archive/release.ts';
import type { Publication, PublishedMedia } from '../publish/publication.ts';
import { digestFile } from '../publish/file-digest.ts';
import type { LoadedArchive } from './load-archive.ts';
import type { Settings } from '../settings.ts';

/** What feeds, citations and bulk data need of a loaded archive. */
export function publicationOf(
  archive: LoadedArchive,
  { siteUrl, base, contentDir }: Pick<Settings, 'siteUrl' | 'base' | 'contentDir'>,
): Publication {
  const connect = connections(archive);
  const root = siteUrl + base.replace(/\/$/, '');
  const changedOn = once((release: Release) =>
    daysOfChange(release, connect(release), archive.bodies.get(release.id)?.changes),
  );
  const inArchiveOn = once((release: Release) =>
    daysInArchive(changedOn(release), {
      recordedOn: archive.bodies.get(release.id)?.recordedOn,
      committedOn: archive.committedOn.get(release.id) ?? [],
    }),
  );
  return {
    archive,
    connect,
    addressOf: (path) => root + encodePath(path),
    textOf: (id) => archive.bodies.get(id),
    earlierOf: (id) => archive.earlier.get(id) ?? [],
    echoesOf: once(archive.echoesOf),
    fileOf: once((path: string) => measure(join(contentDir, 'media', path))),
    changedOn,
    modifiedOn: (release) => changedOn(release).at(-1) ?? release.date,
    inArchiveOn,
    updatedOn: (release) => inArchiveOn(release).at(-1) ?? release.date,
    gone: archive.ledger.gone.flatMap(({ release, gone }) =>
      gone ? [{ id: release, on: gone.on }] : [],
    ),
    today: archive.today,
  };
}

/** Makes each value once: many feeds and lists ask for the same. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

async function measure(file: string): Promise<PublishedMedia> {
  const opened = await open(file);
  try {
    const { buffer } = await opened.read(Buffer.alloc(5), 0, 5, 0);
    return { ...(await digestFile(file)), isPdf: buffer.toString('latin1') === '%PDF-' };
  } finally {
    await opened.close();
  }
}
