import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../../src/archive/day.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { filesBelow } from '../../src/files/files-below.ts';
import { replaceFiles } from '../../src/files/replace-files.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { plannedFiles, planRecording } from '../../src/load/record-ledger.ts';
import { planWordings, wordingFiles } from '../../src/load/record-wordings.ts';
import type { WordsBefore } from '../../src/load/words-before.ts';
import { decodeStatements } from '../../src/publish/data/statements.ts';
import { madeRelease } from './made-release.ts';
import { sharedFolder } from './shared-folder.ts';

/** Edited since it was recorded: words edited, a paragraph removed, two merged. */
export const EDITED = '2019-05-14-night-bus-pilot-on-route-zero';
/** Recorded, and taken out of the archive. */
export const GONE = '2022-03-23-a-draft-of-the-cutting-bank';

const RECORDED_ON: Day = '2026-11-24';
export const EDITED_ON: Day = '2026-12-01';

const EDITS: [before: string, after: string][] = [
  ['the hospital, the bakery and the packing shed', 'the hospital and the packing shed'],
  ['asks to be let down.\n\nThe pilot', 'asks to be let down. The pilot'],
  [
    "The rider, a baker on the way to the early shift, was given a loaf of somebody else's bread by Assemblymember Placeholder, who had been on the bus since 2:15 a.m. to be sure of not missing the moment.\n\n",
    '',
  ],
];

/**
 * The sample archive after a year of use: recorded, edited, and recorded again, with the earlier words. Returns
 * its folder.
 */
export async function editedArchive(): Promise<string> {
  const file = join('releases', EDITED.slice(0, 4), `${EDITED}.md`);
  const original = await readFile(join('content', file), 'utf8');
  const key = createHash('sha256').update(JSON.stringify([EDITS, RECORDED_ON, EDITED_ON, 'words']));
  for (const path of filesBelow('content')) {
    key.update(path).update(await readFile(join('content', path)));
  }
  return sharedFolder(`edited-${key.digest('hex').slice(0, 16)}`, async (folder) => {
    await cp('content', folder, { recursive: true });
    await rm(join(folder, 'ledger'), { recursive: true });
    const draft = join(folder, 'releases', `${GONE}.md`);
    await writeFile(
      draft,
      madeRelease({ date: GONE.slice(0, 10), office: 'senator-sample' }, 'A draft.'),
    );
    const site = join(folder, 'site.yaml');
    await writeFile(site, `${(await readFile(site, 'utf8')).trimEnd()}\nhistory: words\n`);
    const words = await record(folder, RECORDED_ON);

    await rm(draft);
    const edited = EDITS.reduce((text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`${file} does not say ${before}`);
      return text.replace(before, after);
    }, original);
    await writeFile(join(folder, file), edited);
    await record(folder, EDITED_ON, 'Published by mistake.', words);
  });
}

/**
 * As `npm run record` does, on a day of our choice.
 * @param before the words of statements that were recorded before.
 * @returns the words of those that are recorded now.
 */
async function record(
  contentDir: string,
  on: Day,
  reason = '',
  before: WordsBefore = new Map(),
): Promise<WordsBefore> {
  const archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
  const entries = reason === '' ? [] : archive.ledger.absent;
  const plan = planRecording(archive, { entries, reason }, on);
  const wordings = planWordings(archive, plan, before, { on });
  const files = new Map([
    ...(await plannedFiles(contentDir, plan, (id) => archive.byId.get(id)?.file ?? id)),
    ...(await wordingFiles(contentDir, wordings, [])),
  ]);
  await replaceFiles(contentDir, files);
  const texts = [...archive.bodies].map(([id, { statements }]) => {
    const own = decodeStatements(statements).statements;
    return [id, new Map(own.map(({ text }) => [statementId(text), text]))] as const;
  });
  return new Map(texts);
}
