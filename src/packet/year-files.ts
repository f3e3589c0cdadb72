import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { FOOTER, HOME } from '../load/load-own-pages.ts';
import { yearOf } from '../archive/day.ts';
import { ledgerPath } from '../archive/ledger/ledger-files.ts';
import { wordingsPath } from '../archive/wordings/earlier-wording.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { formatJson } from '../publish/data/format-json.ts';
import {
  formatRecord,
  recordJsonSchema,
  recordOf,
  SCHEMA_PATH,
} from '../publish/data/release-record.ts';
import type { Publication } from '../publish/publication.ts';
import type { PayloadFile } from './bag.ts';

/**
 * What a records officer keeps of a year: the published releases as they were written, what they show, the
 * ledger with their statements, who issued them, the texts and the look of the archive around them, and the same as data.
 * @param contentDir the archive's source.
 */
export function yearFiles(
  archive: LoadedArchive,
  publication: Publication,
  contentDir: string,
  year: string,
): { releases: number; files: PayloadFile[] } {
  const releases = archive.releases.filter(({ date }) => yearOf(date) === year);
  const copied = new Set(releases.map(({ file }) => below(contentDir, file)));
  for (const { id, attachments = [], office, caucus = [] } of releases) {
    for (const { file } of attachments) copied.add(`media/${file}`);
    for (const file of archive.bodies.get(id)?.media ?? []) copied.add(`media/${file}`);
    for (const slug of office) copied.add(`offices/${slug}.yaml`);
    for (const slug of caucus) copied.add(`caucuses/${slug}.yaml`);
  }
  for (const path of ownFiles(archive)) copied.add(path);
  for (const path of ['site.yaml', ledgerPath(year), wordingsPath(year)]) copied.add(path);
  const files: PayloadFile[] = [...copied]
    .filter((path) => existsSync(join(contentDir, path)))
    .map((path) => ({ path, from: join(contentDir, path) }));
  const records = releases.map((release) => formatRecord(recordOf(publication, release)));
  const schema = recordJsonSchema(publication.addressOf(SCHEMA_PATH));
  files.push(
    { path: `data/releases-${year}.jsonl`, content: records.join('') },
    { path: 'data/release.schema.json', content: formatJson(schema) },
  );
  return { releases: releases.length, files };
}

/** What is published of `pages/` and `site/`, drafts left out, and the media in these texts. */
function ownFiles({ texts, face }: LoadedArchive): string[] {
  return [
    ...texts.pages.map(({ path }) => `pages${path.replace(/\/$/, '')}.md`),
    ...(texts.home ? [HOME] : []),
    ...(texts.footer ? [FOOTER] : []),
    ...texts.media.map((file) => `media/${file}`),
    ...face.files.values(),
  ];
}

/** A path with `/` on every system. */
const below = (folder: string, file: string) => relative(folder, file).split(sep).join('/');
