/** Builds, serves and verifies whatever `check` accepts, of archives that are as odd as can be. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { anyArchive, type AnyArchive } from '../support/any-archive.ts';
import { publishAsChecked, type Published } from '../support/published-as-checked.ts';

const USAGE = 'npm run trial -- fuzz-content [--minutes N] [--seed N] [--releases N]';
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    releases: { type: 'string', default: '300' },
    'no-shrink': { type: 'boolean', default: false },
  },
});
const [minutes, seed, releases] = [values.minutes, values.seed, values.releases].map(Number);
if (!minutes || seed === undefined || Number.isNaN(seed) || !releases) {
  console.error(`Usage: ${USAGE}`);
  process.exit(2);
}

const end = Date.now() + minutes * 60_000;
const sum = { archives: 0, accepted: 0, refused: 0, fetched: 0, faults: 0 };
for (let round = 0; Date.now() < end; round++) {
  const [any] = fc.sample(fc.noBias(anyArchive(releases)), { seed: seed + round, numRuns: 1 });
  if (any === undefined) break;
  const base = round % 3 === 2 ? '/archive/' : '/';
  const published = await publishAsChecked(any, base);
  sum.archives++;
  for (const name of ['accepted', 'refused', 'fetched'] as const) sum[name] += published[name];
  sum.faults += published.faults.length;
  console.log(
    `seed ${seed + round}: ${published.accepted} of ${published.accepted + published.refused} releases accepted, ${published.fetched} files fetched, ${published.faults.length} disagreements`,
  );
  if (published.faults.length > 0) await tell(any, published, base);
}
console.log(
  `${minutes} minutes, seed ${seed}: ${sum.archives} archives, ${sum.accepted} releases accepted and ${sum.refused} refused by check, ${sum.fetched} files fetched: ${sum.faults} disagreements`,
);
process.exit(sum.faults === 0 && sum.accepted > 0 ? 0 : 1);

/** Prints what disagrees; where nothing was served, the smallest archive that is like it. */
async function tell(any: AnyArchive, { faults, fetched, files }: Published, base: string) {
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  if (fetched > 0 || values['no-shrink']) return;
  let left = Object.keys(files);
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < left.length;) {
      const rest = [...left.slice(0, start), ...left.slice(start + size)];
      const some = Object.fromEntries(rest.map((path) => [path, files[path] ?? '']));
      const smaller = await publishAsChecked({ ...any, files: some }, base);
      if (smaller.faults.length > 0 && smaller.fetched === 0) left = rest;
      else start += size;
      if (Date.now() > end + 5 * 60_000) break;
    }
  }
  for (const path of left) console.log(`  --- ${path}\n${String(files[path])}`);
}
