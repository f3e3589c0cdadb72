import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BundleCache } from '../../cache/bundle-cache.ts';
import type { ReleaseRecord } from '../../publish/data/release-record.ts';
import { statementsCsv, statementsParquet } from '../../publish/data/statement-table.ts';
import type { Year } from './gzip-year.ts';

/** The statements of a year as tables. */
export interface StatementTables {
  csv: Buffer;
  parquet: Buffer;
  /** How many statements they have. */
  count: number;
}

/**
 * Makes the tables of a year's statements, or takes them from the cache if its releases have not changed.
 * @param edition a digest of the code that makes them, and of Node.
 */
export async function tabulateYear(
  { files, sha256 }: Year,
  edition: string,
  cache: BundleCache,
): Promise<StatementTables> {
  const key = `tables-${hash('sha256', [edition, ...sha256].join('\n'))}`;
  const bundle = await cache.open(key);
  const [csv, parquet, count] = ['csv', 'parquet', 'count'].map((name) => bundle?.get(name));
  bundle?.close();
  if (csv && parquet && count !== undefined) return { csv, parquet, count: Number(count) };
  const records = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as ReleaseRecord);
  const made = {
    csv: Buffer.from(statementsCsv(records)),
    parquet: Buffer.from(statementsParquet(records)),
  };
  const total = records.reduce((sum, { statements }) => sum + statements.length, 0);
  const counted = { ...made, count: Buffer.from(String(total)) };
  await cache.write(key, new Map(Object.entries(counted)));
  return { ...made, count: total };
}
