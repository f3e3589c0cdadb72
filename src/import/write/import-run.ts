import type { Hooks, ImportOptions } from '../ports.ts';
import type { WorkingArchive } from './working-archive.ts';

/** What every step of one run of the importer needs. */
export interface ImportRun {
  options: ImportOptions;
  hooks: Hooks;
  archive: WorkingArchive;
}
