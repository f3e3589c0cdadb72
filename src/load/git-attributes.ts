import { join } from 'node:path';
import { readIfExists } from '../files/read-if-exists.ts';

/** So that git never finds a conflict where two people recorded different releases. */
const MERGED_BY_LINE = '*.jsonl text eol=lf merge=union\n';

/**
 * Adds what git must know of a folder with a line for each release to the files to write, unless it is there.
 * @param folder below the content folder.
 */
export async function addGitAttributes(
  files: Map<string, string | null>,
  contentDir: string,
  folder: string,
): Promise<void> {
  const path = `${folder}/.gitattributes`;
  if ((await readIfExists(join(contentDir, path))) === undefined) files.set(path, MERGED_BY_LINE);
}
