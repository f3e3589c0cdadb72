import { parentPort } from 'node:worker_threads';
import { PIECES, STARTS } from './inputs.ts';
import { allPatterns } from './patterns.ts';

const LARGE = 10_000;
const SMALL = 2500;
/** Milliseconds below which a ratio says nothing; what grows as the square takes more. */
const NOISE = 20;
/** Four times the text takes four times as long; a square takes sixteen. */
const MAX_RATIO = 9;
/** Characters that the patterns of a module are given at most, where its code cuts the text before. */
const CUT: Record<string, number> = {
  'src/import/parse/dateline-forms.ts': 160,
  'src/import/parse/foot.ts': 2000,
};

/** `Ab - - -`, with a character at the end that no pattern takes, so that all have to look for another way. */
const textOf = (start: string, piece: string, size: number) =>
  `${(start + piece.repeat(Math.ceil(size / piece.length))).slice(0, size)}\u0001`;

/** Milliseconds that this thread computed, of several runs the fewest. */
const timeOf = (pattern: RegExp, text: string, runs = 3) =>
  Math.min(
    ...Array.from({ length: runs }, () => {
      const before = process.threadCpuUsage();
      text.replace(pattern, ''); // tries every place, as each other use does
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    }),
  );

const inputs = STARTS.flatMap((start) => PIECES.map((piece) => [start, piece] as const));
const texts = new Map<number, string[]>();
const textsOf = (size: number) => {
  if (!texts.has(size))
    texts.set(
      size,
      inputs.map(([start, piece]) => textOf(start, piece, size)),
    );
  return texts.get(size) ?? [];
};

let count = 0;
for (const { file, pattern } of await allPatterns()) {
  const large = CUT[file] ?? LARGE;
  parentPort?.postMessage({ trying: `${file} ${String(pattern)}` });
  for (const [n, text] of textsOf(large).entries()) {
    const start = performance.now();
    text.replace(pattern, '');
    if (performance.now() - start < NOISE) continue;
    const time = timeOf(pattern, text);
    const isSteep = large < LARGE || time / timeOf(pattern, textsOf(SMALL)[n] ?? '', 9) > MAX_RATIO;
    if (time < NOISE || !isSteep) continue;
    const steep = `${file} ${String(pattern)} on ${JSON.stringify(inputs[n])}: ${time.toFixed(0)} ms`;
    parentPort?.postMessage({ steep });
    break; // one is enough for a pattern
  }
  count++;
}
parentPort?.postMessage({ count });
