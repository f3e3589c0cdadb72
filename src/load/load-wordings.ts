import { join } from 'node:path';
import { readWordings, type Wordings } from '../archive/wordings/wordings-files.ts';
import type { Parts } from './read-parts.ts';

const UNUSED = {
  field: 'history',
  message: 'has earlier wordings, which are not published: history: in site.yaml is not words',
  hint: 'write history: words in site.yaml, or delete the folder',
};

/**
 * Reads the earlier wordings, if the archive publishes them.
 * @param allowsLost whether some may be missing: it is about to be said that they were taken out.
 */
export async function loadWordings(
  contentDir: string,
  { site, files, index }: Pick<Parts, 'site' | 'files' | 'index'>,
  allowsLost?: boolean,
): Promise<Wordings> {
  if (site.history === 'words') {
    // What a damaged ledger says of them is not known.
    const known = index.errors.length > 0 ? new Map<string, never>() : index.worded;
    return readWordings(contentDir, files.history, known, allowsLost);
  }
  const file = join(contentDir, 'history');
  const warnings = files.history.length === 0 ? [] : [{ file, line: 1, ...UNUSED }];
  return { byRelease: new Map(), errors: [], warnings };
}
