import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Archive } from '../../archive/model.ts';
import type { SearchCatalogue } from '../catalogue.ts';
import { encodeTable } from '../release-table.ts';
import { encodeVocabulary } from '../vocabulary.ts';
import { facetNames, rowMaker } from './facets.ts';
import { encodeChunkList } from '../word-chunks.ts';
import type { JoinedIndex } from './join-index.ts';

/** Writes what the search needs beside the index, and `catalogue.json`, which names these files. */
export async function writeCatalogue(
  archive: Archive,
  { shards, chunks, vocabulary, common }: Omit<JoinedIndex, 'reused'>,
  folder: string,
): Promise<void> {
  const names = facetNames(archive);
  const toRow = rowMaker(archive, names);
  const rows = archive.releases.map((release) => toRow(release));
  const catalogue: SearchCatalogue = {
    releases: rows.length,
    shards,
    chunks: encodeChunkList(chunks),
    table: await writeCompressed(folder, 'table', encodeTable(rows)),
    names: await writeCompressed(folder, 'names', JSON.stringify(names)),
    vocabulary: await writeCompressed(folder, 'words', encodeVocabulary(new Map(vocabulary))),
    common,
  };
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

/** Writes a compressed file, its digest in its name, so that browsers may cache it. @returns the name. */
async function writeCompressed(folder: string, what: string, text: string): Promise<string> {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  const name = `${what}-${digest}.packed`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}
