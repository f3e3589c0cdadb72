import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { SourceKind } from '../../../src/import/read/read-source.ts';

/** A folder of labelled releases: `labels.jsonl`, and the files that it describes in `raw/`. */
export interface LabelledSource {
  name: string;
  folder: string;
}

const LABELS = 'labels.jsonl';
const isLabelled = ({ folder }: LabelledSource) => existsSync(join(folder, LABELS));

/** Real releases, of which a reader could dispute some. */
export const CORPUS = { name: 'corpus', folder: join('..', 'shared', 'corpus', 'labelled') };
/** Releases written for this project, of the kinds that offices issue. */
export const OWN_CASES = {
  name: 'own cases',
  folder: join('tests', 'fixtures', 'import', 'releases'),
};
/** Web pages and mails, whose fields are partly in what they say for programs. */
export const OWN_PAGES = {
  name: 'own pages and mails',
  folder: join('tests', 'fixtures', 'import', 'pages'),
};
export const hasLabels = isLabelled(CORPUS);

/**
 * The corpus, our own cases, and each folder of labelled releases within another folder.
 * @throws {Error} if that folder does not exist or has none.
 */
export function labelledSources(folder: string | undefined): LabelledSource[] {
  const own = [CORPUS, OWN_CASES, OWN_PAGES].filter(isLabelled);
  if (folder === undefined) return own;
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const more = names.map((name) => ({ name, folder: join(folder, name) })).filter(isLabelled);
  if (more.length > 0) return [...own, ...more];
  throw new Error(
    `${folder} has no labelled releases; put ${LABELS} and a folder raw/ into a folder of it`,
  );
}

/**
 * What a careful reader found in a release. A field that is missing was not looked for. A list has all
 * headlines or datelines that a reader would accept; of these only letters and digits are compared.
 */
export interface Label {
  file: string;
  headline?: string | string[] | null;
  date?: string | null;
  dateline?: string | string[] | null;
  contacts?: { name: string | null; phone: string | null; email: string | null }[];
  body_first?: string;
  body_last?: string;
  /** Whether a reader could dispute it. */
  hard?: boolean;
}

/** The labelled releases of a source: their raw bytes, and what a reader found. */
export async function readLabels({
  folder,
}: LabelledSource): Promise<{ label: Label; bytes: Buffer; kind: SourceKind }[]> {
  const lines = (await readFile(join(folder, LABELS), 'utf8')).trim().split('\n');
  return Promise.all(
    lines.map(async (line) => {
      const label = JSON.parse(line) as Label;
      const kind = extname(label.file).slice(1) as SourceKind;
      return { label, kind, bytes: await readFile(join(folder, 'raw', label.file)) };
    }),
  );
}
