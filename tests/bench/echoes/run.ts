import { findNearTexts } from '../../../src/echoes/near-texts.ts';
import { BANDS, sketchRelease } from '../../../src/echoes/sketch.ts';
import { TextTable } from '../../../src/echoes/text-table.ts';
import { areNear, wordPairs } from '../../../src/echoes/word-pairs.ts';
import { loadArchive } from '../../../src/load/load-archive.ts';
import { decodeStatements } from '../../../src/publish/data/statements.ts';

/** So many different texts at most are compared each with each other: those of about 2,000 releases. */
const MAX_COMPARED = 16_000;

interface EchoesBenchOptions {
  contentDir: string;
  cacheDir: string;
}

/**
 * Compares what sketches find with what a plain join over all texts and a comparison of each with each other find, and
 * reports what finding takes.
 */
export async function benchEchoes(options: EchoesBenchOptions): Promise<string> {
  const { contentDir, cacheDir } = options;
  const { releases, bodies } = await loadArchive({
    contentDir,
    base: '/',
    cacheDir,
    now: Date.now(),
  });
  const statementsOf = (n: number) =>
    decodeStatements(bodies.get(releases[n]?.id ?? '')?.statements).statements;

  const sketching = process.cpuUsage();
  const sketches = releases.map((_, n) => sketchRelease(statementsOf(n)));
  const sketchSeconds = secondsSince(sketching);

  const finding = process.cpuUsage();
  const table = new TextTable(sketches);
  const textAt = (text: number) => {
    const { release, statement } = table.placeOf(text);
    const id = sketches[release]?.ids.split(' ')[statement];
    return statementsOf(release).find((one) => one.id === id)?.text ?? '';
  };
  const pairsAt = (text: number) => wordPairs(textAt(text)) ?? new Uint32Array();
  const { byText } = findNearTexts(
    table,
    (texts) => new Map([...texts].map((text) => [text, pairsAt(text)])),
    undefined,
  );
  const findSeconds = secondsSince(finding);

  const joined = joinTexts(releases.map((_, n) => statementsOf(n)));
  const groups = { expected: 0, same: 0 };
  for (let text = 0; text < table.count; text++) {
    const places = [...table.placesOf(text)].map(({ release }) => release).join();
    const own = joined.get(textAt(text))?.join();
    if (own === places) groups.same++;
  }
  groups.expected = joined.size;

  const compared = Math.min(table.count, MAX_COMPARED);
  const expected = nearPairs(Array.from({ length: compared }, (_, text) => pairsAt(text)));
  const found = new Set<number>();
  for (const [one, others] of byText) {
    for (const other of others)
      if (one < other && other < compared) found.add(one * compared + other);
  }
  const share = (part: number, whole: number) =>
    `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const right = found.intersection(expected).size;
  let largest = 0; // a call with so many arguments would fail
  for (const places of joined.values()) largest = Math.max(largest, new Set(places).size);
  return [
    `| ${releases.length} releases, ${table.count} different statements of eight words or more | |`,
    '| --- | ---: |',
    `| groups of the same words, of those of a plain join | ${groups.same} of ${groups.expected} |`,
    `| releases that have the most frequent one | ${largest} |`,
    `| texts of which each was compared with each other | ${compared} |`,
    `| pairs that are nearly the same: found, of all there are | ${right} of ${expected.size} |`,
    `| precision, goal 98 % | ${share(right, found.size)} |`,
    `| recall, goal 90 % | ${share(right, expected.size)} |`,
    `| most texts that share a band | ${mostInBand(table)} |`,
    `| processor seconds: sketches, groups and pairs | ${sketchSeconds} + ${findSeconds} |`,
    `| MB of memory at most | ${Math.round(process.resourceUsage().maxRSS / 1024)} |`,
  ].join('\n');
}

/** By text, the releases that have it, once for each statement, for texts that are long enough. */
function joinTexts(statements: readonly (readonly { text: string }[])[]): Map<string, number[]> {
  const joined = new Map<string, number[]>();
  for (const [release, all] of statements.entries()) {
    for (const { text } of all) {
      const places = joined.get(text);
      if (places) places.push(release);
      else if (wordPairs(text)) joined.set(text, [release]);
    }
  }
  return joined;
}

/** All pairs of texts that are nearly the same, each as one number. */
function nearPairs(pairs: readonly Uint32Array[]): Set<number> {
  const near = new Set<number>();
  const byLength = [...pairs.keys()].sort(
    (a, b) => (pairs[a]?.length ?? 0) - (pairs[b]?.length ?? 0),
  );
  for (const [n, one] of byLength.entries()) {
    const shorter = pairs[one] as Uint32Array;
    for (const other of byLength.slice(n + 1)) {
      const longer = pairs[other] as Uint32Array;
      if (shorter.length < longer.length / 2) break; // far from alike
      if (areNear(shorter, longer))
        near.add(Math.min(one, other) * pairs.length + Math.max(one, other));
    }
  }
  return near;
}

function mostInBand(table: TextTable): number {
  let most = 0;
  for (let band = 0; band < BANDS; band++) {
    const counts = new Map<number, number>();
    for (let text = 0; text < table.count; text++) {
      const hash = table.bandOf(text, band);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
    most = Math.max(most, ...new Set(counts.values()));
  }
  return most;
}

function secondsSince(start: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(1);
}
