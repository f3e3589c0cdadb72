import { parseArgs } from 'node:util';
import { UsageError } from '../settings.ts';
import type { CopyReport } from '../publish/verify/verify-copy.ts';
import { placeAsTyped } from './as-typed.ts';
import { Progress } from './progress.ts';
import { counted } from './report.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run verify -- DIR|URL [--json]

Checks a copy of a published site, in a folder or on the web, against its own checksums and manifest,
and the id of each statement against its words: what is missing, changed, added.
  --json   prints { files, statements, missing, changed, added, problems } on stdout`;

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) throw new UsageError('Name one folder or address.');
  const { openCopy } = await import('../publish/verify/copies.ts');
  const { verifyCopy } = await import('../publish/verify/verify-copy.ts');
  const copy = openCopy(placeAsTyped(place, process.env));
  const progress = new Progress();
  const found = await verifyCopy(copy, progress.counter('Files verified'));
  progress.clear();
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else print(found, copy.list === undefined);
  const { missing, changed, added, problems } = found;
  return missing.length + changed.length + added.length + problems.length === 0 ? 0 : 1;
}

function print(
  { files, statements, missing, changed, added, problems }: CopyReport,
  isOnWeb: boolean,
) {
  for (const path of missing) console.error(`missing: ${path}`);
  for (const path of changed) console.error(`changed: ${path}`);
  for (const path of added) console.error(`added: ${path}`);
  for (const { path, message } of problems) console.error(`${path} ${message}`);
  const extra = isOnWeb ? 'added files cannot be seen on the web' : `${added.length} added`;
  console.log(
    `${counted(files, 'file')}, ${counted(statements, 'statement')}: ${missing.length} missing, ${changed.length} changed, ${extra}, ${counted(problems.length, 'problem')}`,
  );
}

await run(main, USAGE);
