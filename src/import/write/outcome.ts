import { createHash } from 'node:crypto';
import type { MediaFile } from './store-release.ts';

/**
 * What an import made of a source: kept in the report, so that a later one can tell what the source
 * changed since and what a person did. Digests are SHA-256 in hexadecimal.
 */
export interface Wrote {
  /** The file of the release. */
  release: string;
  /** Of the source. */
  sha256: string | undefined;
  /** Of the whole file as it was written. */
  text: string;
  /** What the source gave: the frontmatter, and of the text and of each file under `media/` the digest. */
  fields: Record<string, unknown>;
  body: string;
  media: Record<string, string>;
  /** Where the source itself is published, and where it is kept: below the content folder. */
  source?: string | undefined;
  keptSource?: string | undefined;
}

/** What is known of a source's imports: of one that was begun, not whether it was done. */
export interface Before {
  done: Wrote | undefined;
  begun: Wrote | undefined;
}

export const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex');

/** The digests of what came with a source, by path. */
export const digestsOf = (media: readonly MediaFile[]) =>
  Object.fromEntries(media.map(({ path, bytes }) => [path, digest(bytes)]));
