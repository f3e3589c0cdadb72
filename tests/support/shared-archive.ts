import { createHash } from 'node:crypto';
import { sharedFolder } from './shared-folder.ts';
import { type Files, writeFiles } from './temp-folder.ts';

/** A content folder with these files, made once for all test files; returns the folder. */
export function sharedArchive(files: Files): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  return sharedFolder(`archive-${digest.slice(0, 16)}`, (folder) => writeFiles(folder, files));
}
