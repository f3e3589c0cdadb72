import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../../src/archive/day.ts';
import { formatEntry, type LedgerEntry, parseEntry } from '../../src/archive/ledger/entry.ts';
import { ledgerPath } from '../../src/archive/ledger/ledger-files.ts';
import { recordEntry } from '../../src/archive/ledger/record-entry.ts';
import { today } from '../../src/archive/day.ts';
import { type Fields, madeRelease } from './made-release.ts';
import type { Ended } from './run-command.ts';
import { runHere } from './run-here.ts';
import type { Files } from './temp-folder.ts';

/** The paragraphs of releases, by id. */
export type Texts = Record<string, readonly string[]>;

/** The day on which `ledgerOf` says that releases were recorded. */
export const RECORDED_ON: Day = '2025-03-01';

/** How the ledger tells git to merge it. */
const GIT_ATTRIBUTES = '*.jsonl text eol=lf merge=union\n';

/** The file of a release, below the content folder. */
export const fileOf = (id: string) => `releases/${id.slice(0, 4)}/${id}.md`;

/** The files of releases with these texts. */
export function releasesOf(texts: Texts, fields: Fields = {}): Files {
  const files = Object.entries(texts).map(([id, paragraphs]) => {
    const text = madeRelease({ date: id.slice(0, 10), ...fields }, paragraphs.join('\n\n'));
    return [fileOf(id), text] as const;
  });
  return Object.fromEntries(files);
}

/** A release's line, as the first recording makes it. */
export function lineOf(id: string, paragraphs: readonly string[], on = RECORDED_ON): string {
  return formatEntry(recordEntry(undefined, id, paragraphs, on).entry);
}

/** The ledger that the first recording of these texts makes. */
export function ledgerOf(texts: Texts, on = RECORDED_ON): Files {
  const ids = Object.keys(texts).sort();
  const files = [...Map.groupBy(ids, ledgerPath)].map(
    ([path, list]) =>
      [path, list.map((id) => `${lineOf(id, texts[id] ?? [], on)}\n`).join('')] as const,
  );
  return { ...Object.fromEntries(files), 'ledger/.gitattributes': GIT_ATTRIBUTES };
}

/** An archive in which all is recorded. */
export const recordedArchive = (texts: Texts): Files => ({
  ...releasesOf(texts),
  ...ledgerOf(texts),
});

/** Runs one of our commands on a content folder, which it names `content` in what it prints. */
export async function runOn(folder: string, command: string, ...args: string[]): Promise<Ended> {
  const { status, stdout, stderr } = await runHere(command, args, { CONTENT_DIR: folder });
  const shortened = (text: string) => text.replaceAll(folder, 'content');
  return { status, stdout: shortened(stdout), stderr: shortened(stderr) };
}

/** The lines of the ledger, by release, in the order of files and lines. */
export async function ledgerLines(folder: string): Promise<[string, string][]> {
  const files = (await readdir(join(folder, 'ledger'))).filter((name) => name.endsWith('.jsonl'));
  const texts = await Promise.all(
    files.sort().map((name) => readFile(join(folder, 'ledger', name), 'utf8')),
  );
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [/"release":"([^"]+)"/.exec(line)?.[1] ?? line, line]),
  );
}

/** The ledger's lines, read. */
export async function ledgerEntries(folder: string): Promise<Map<string, LedgerEntry>> {
  const entries = (await ledgerLines(folder)).map(([release, line]) => {
    const entry = parseEntry(line);
    if ('message' in entry) throw new Error(`${line} ${entry.message}`);
    return [release, entry] as const;
  });
  return new Map(entries);
}

/**
 * A site in whose time zone it is about noon, so that no test runs into another day.
 * @returns its file, and the day that it is there.
 */
export function middaySite(now = Date.now()): { site: Files; day: Day } {
  const ahead = 12 - new Date(now).getUTCHours(); // hours, from -11 to 12
  const timezone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`; // POSIX: west is plus
  return { site: { 'site.yaml': `timezone: ${timezone}\n` }, day: today(now, timezone) };
}
