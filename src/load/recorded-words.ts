import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { readRelease } from '../archive/release.ts';
import { statementId } from '../archive/statement-id.ts';
import { bodyRenderer } from '../markdown/render-body.ts';

const run = promisify(execFile);
/** Versions of a file to search; someone who records now and then needs the last few. */
const VERSIONS = 20;
const MAX_BYTES = 4 * 1024 * 1024;

const render = bodyRenderer({ base: '/', media: new Map() });

/**
 * Finds the words that statements had when they were recorded, as far as git has them.
 * @param file the release; `names` the names, without folders, that it has or had.
 * @param digests of the words, made as ids are.
 * @returns the words by digest; without those that git, or this computer, doesn't have.
 */
export async function recordedWords(
  file: string,
  names: readonly string[],
  digests: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const git = (...args: string[]) =>
    run('git', ['-C', dirname(file), ...args], {
      maxBuffer: MAX_BYTES,
      encoding: 'buffer',
    }).then(
      ({ stdout }) => stdout,
      () => undefined, // no git, no repository, or no such version
    );
  const paths = names.map((name) => `:(top,glob)**/${name}`);
  const log = await git(
    'log',
    '-n',
    String(VERSIONS),
    '--format=%H',
    '--name-only',
    '-z', // without it a path that has a quotation mark comes in others
    '--',
    ...paths,
  );
  let commit = '';
  for (const line of log?.toString().split(/[\0\n]+/) ?? []) {
    if (/^[0-9a-f]{40,64}$/.test(line)) commit = line;
    if (!names.includes(basename(line))) continue;
    const bytes = await git('show', `${commit}:${line}`);
    const body = bytes && readRelease(bytes, file).body;
    if (!body) continue;
    for (const { text } of render({ ...body, file }).statements) {
      const digest = statementId(text);
      if (digests.has(digest)) found.set(digest, text);
    }
    if (found.size === digests.size) break;
  }
  return found;
}
