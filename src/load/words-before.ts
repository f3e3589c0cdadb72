import { basename, join } from 'node:path';
import { parseJson } from '../archive/parse-json.ts';
import { releasePath } from '../archive/release.ts';
import { statementId } from '../archive/statement-id.ts';
import { readIfExists } from '../files/read-if-exists.ts';
import type { LoadedArchive } from './load-archive.ts';
import { recordedWords } from './recorded-words.ts';

/** Of releases, by their ids, the words that their statements had when they were recorded, by the digests of these. */
export type WordsBefore = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Finds the recorded words of statements that have others now: in the versions of the files that git has, or else
 * in the site as it was last built.
 * @param outDir the folder of that site.
 */
export async function wordsBefore(
  { ledger, byId }: Pick<LoadedArchive, 'ledger' | 'byId'>,
  outDir: string,
): Promise<WordsBefore> {
  const found = new Map<string, Map<string, string>>();
  for (const [id, { digests = {} }] of ledger.news) {
    const file = byId.get(id)?.file;
    const wanted = new Set(Object.values(digests));
    if (file === undefined || wanted.size === 0) continue;
    const from = ledger.moves.filter(({ to }) => to === id).map((move) => move.from);
    const ids = [id, ...from];
    const names = ids.map((one) => basename(file).replace(id, one));
    const words = await recordedWords(file, names, wanted);
    for (const one of ids) {
      if (words.size === wanted.size) break;
      for (const text of await publishedWords(outDir, one)) {
        const digest = statementId(text);
        if (wanted.has(digest)) words.set(digest, text);
      }
    }
    found.set(id, words);
  }
  return found;
}

/** The words of a release's statements in a built site; none where it has none, or is not to be read. */
async function publishedWords(outDir: string, release: string): Promise<string[]> {
  const bytes = await readIfExists(join(outDir, releasePath(release), 'release.json')).catch(
    () => undefined,
  );
  const record = bytes && parseJson(bytes.toString('utf8'));
  const { statements } = (record ?? {}) as { statements?: unknown };
  if (!Array.isArray(statements)) return [];
  return statements.flatMap((one: { text?: unknown } | null) =>
    typeof one?.text === 'string' ? [one.text] : [],
  );
}
