import type { Instant } from '../../archive/instant.ts';

/**
 * Bytes that a feed, or a page of one, may take: readers fetch it every hour, and the specification of JSON Feed calls
 * up to 250 kB fine.
 */
export const MAX_FEED_BYTES = 250_000;
/** Of these, for what is around the items. */
export const FEED_FRAME_BYTES = 4_000;

/** A feed, before it is written as RSS or JSON Feed. Addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  /** The page that it is the feed of. */
  page: string;
  /** The address of the folder of its files, with a `/` at its end. */
  folder: string;
  /** A BCP 47 tag. */
  language: string;
  /** What the names of its files have behind `rss` and `feed`, such as `-es`. */
  suffix?: string;
  /** Newest first. */
  entries: readonly FeedEntry[];
  /** The last change to any of its entries. */
  modified: Instant | undefined;
  /** Set where nothing will be added any more. */
  isEnded?: boolean;
}

/** An entry of a feed. */
export interface FeedEntry {
  /** Its address, which no other entry ever has: its name for feed readers. */
  id: string;
  title: string;
  published: Instant;
  modified: Instant;
  /** Plain text. */
  summary: string;
  html: string;
  /** Offices that issued it. */
  authors: readonly string[];
  categories: readonly string[];
  language: string;
  attachments: readonly FeedAttachment[];
}

interface FeedAttachment {
  url: string;
  title: string;
  mediaType: string;
  bytes: number;
}
