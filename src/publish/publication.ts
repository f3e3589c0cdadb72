import type { Archive } from '../archive/model.ts';
import type { Connections } from '../archive/connections.ts';
import type { ReleaseEchoes } from '../echoes/archive-echoes.ts';
import type { Day } from '../archive/day.ts';
import type { Release } from '../archive/release.ts';
import type { EarlierWording } from '../archive/wordings/earlier-wording.ts';

/** What is made public of a release's text. */
interface PublishedText {
  /** As on its page: addresses begin at the root of the host. */
  html: string;
  /** As `release.txt` has it. */
  plain: string;
  /** Its words in lists. */
  excerpt: string;
  /** See `encodeStatements`. */
  statements: Uint8Array;
}

/** A file of the site. */
export interface PublishedFile {
  bytes: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/** A file under `media/`. */
export interface PublishedMedia extends PublishedFile {
  /** By its first bytes, not by its name. */
  isPdf: boolean;
}

/** An archive as feeds, citations and bulk data need it. */
export interface Publication {
  archive: Archive;
  connect: (release: Release) => Connections;
  /** The absolute address of a path below the site's base. */
  addressOf: (path: string) => string;
  textOf: (id: string) => PublishedText | undefined;
  /** Words that statements of a release had before, oldest first; none where the archive does not publish them. */
  earlierOf: (id: string) => readonly EarlierWording[];
  /** Which of its statements are also in other releases. */
  echoesOf: (release: Release) => ReleaseEchoes | undefined;
  /** @param path below `media/`. */
  fileOf: (path: string) => Promise<PublishedMedia>;
  /** The days on which a release, or what its page says of it, changed; that of its issue is the first. */
  changedOn: (release: Release) => [issued: Day, ...later: Day[]];
  /** The last of these days. */
  modifiedOn: (release: Release) => Day;
  /**
   * The same for those who follow the archive: the first is the day on which the release came into it, which may
   * be years after it was issued.
   */
  inArchiveOn: (release: Release) => [added: Day, ...later: Day[]];
  /** The last of these days. */
  updatedOn: (release: Release) => Day;
  /** Releases that were taken out of the archive. */
  gone: readonly { id: string; on: Day }[];
  /** The day of the build, in the archive's time zone. */
  today: Day;
}
