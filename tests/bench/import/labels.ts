import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LABELLED = join('..', 'shared', 'corpus', 'labelled');
export const hasLabels = existsSync(LABELLED);

/** What a careful reader found in a real release. */
export interface Label {
  file: string;
  headline: string | null;
  date: string | null;
  dateline: string | null;
  contacts: { name: string | null; phone: string | null; email: string | null }[];
  body_first: string;
  body_last: string;
  /** Whether a reader could dispute it. */
  hard: boolean;
}

/** The labelled releases: their raw bytes, and what a reader found. */
export async function readLabels(): Promise<{ label: Label; bytes: Buffer }[]> {
  const lines = (await readFile(join(LABELLED, 'labels.jsonl'), 'utf8')).trim().split('\n');
  return Promise.all(
    lines.map(async (line) => {
      const label = JSON.parse(line) as Label;
      return { label, bytes: await readFile(join(LABELLED, 'raw', label.file)) };
    }),
  );
}
