import type { Archive } from '../archive/archive.ts';
import type { Connections } from '../archive/connections.ts';
import type { Day } from '../archive/day.ts';
import type { Release } from '../archive/release.ts';

/** What is made public of a release's text. */
export interface PublishedText {
  /** As it stands on its page: addresses begin at the root of the host. */
  html: string;
  /** The words that stand for it in lists. */
  excerpt: string;
  /** See `packStatements`. */
  statements: Uint8Array;
}

/** A file under `media/`. */
export interface PublishedFile {
  bytes: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/** An archive as other programs are told of it: what feeds, citations and bulk data are made from. */
export interface Publication {
  archive: Archive;
  connect: (release: Release) => Connections;
  /** The whole address of a path below the site's base. */
  addressOf: (path: string) => string;
  textOf: (id: string) => PublishedText | undefined;
  fileOf: (path: string) => Promise<PublishedFile>;
  /** The last day on which what a release's page tells of it changed. */
  modifiedOn: (release: Release) => Day;
  /** The day of the build, in the archive's time zone. */
  today: Day;
}
