import type { OnProgress } from './worker-pool.ts';

/** What an archive is loaded for. */
export interface LoadOptions {
  contentDir: string;
  base: string;
  /** Where rendered texts are cached; without one, all are rendered. */
  cacheDir?: string;
  /** The instant of the build, in milliseconds since 1970. */
  now: number;
  /** For a preview: releases that are held back are in the archive all the same. */
  withHeld?: boolean;
  /** For a preview, which shows what it can: see `assembleArchive`. */
  dropsDangling?: boolean;
  /** For a check: nobody reads the texts, nor the days of commits, so that these need not be looked at. */
  skipsTexts?: boolean;
  /** Whether earlier words may be missing: it is about to be said that they were taken out. */
  allowsLostWords?: boolean;
  onProgress?: OnProgress;
}
