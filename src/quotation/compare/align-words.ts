import {
  type ComparedRelease,
  type Lexicon,
  statementAt,
  passageText,
} from './compared-release.ts';
import type { ParsedQuotation } from './parse-quotation.ts';

/** A stretch of a comparison, in order. */
export interface Difference {
  /**
   * `same` words; `missing` ones, which the release has and the quotation lacks; `added` ones, which only the
   * quotation has; and what brackets or an ellipsis stand for, which is `skipped`.
   */
  kind: 'same' | 'missing' | 'added' | 'skipped';
  text: string;
}

/** The stretch of a release that is most like a quotation. */
export interface NearPassage {
  release: ComparedRelease;
  /** How many words differ, are missing or are added. */
  cost: number;
  /** How many words of the quotation are the same, in order. */
  same: number;
  start: number;
  end: number;
  /** The place of the statement that has most of these words. */
  statement: number;
  steps: readonly AlignedStep[];
}

/** A step of a comparison: an element of the quotation, a word of the release, or both. */
interface AlignedStep {
  kind: Difference['kind'];
  element?: number;
  word?: number;
}

const [DIAGONAL, UP, LEFT] = [0, 1, 2]; // both, the quotation's element alone, the release's word alone
/** What a changed word costs, one that was added, and one that is missing: of equals most words are the same. */
const [CHANGED, ADDED, MISSING] = [1001, 1001, 1000];
/** More cells take too long, and no quotation needs them. */
const MAX_CELLS = 20_000_000;

/**
 * Aligns a quotation with the stretch of a release that differs from it in the fewest words (Sellers, 1980):
 * what brackets and ellipses stand for costs nothing.
 */
export function alignWords(
  { elements }: ParsedQuotation,
  release: ComparedRelease,
  lexicon: Lexicon,
): NearPassage | undefined {
  const { words } = release;
  const [rows, columns] = [elements.length, words.length];
  if (rows === 0 || columns === 0 || rows * columns > MAX_CELLS) return undefined;
  const ways = new Uint8Array((rows + 1) * (columns + 1));
  let above = new Uint32Array(columns + 1);
  let row = new Uint32Array(columns + 1);
  for (const [n, element] of elements.entries()) {
    const isFree = element.kind !== 'word';
    const word = element.kind === 'word' ? lexicon.find(element.key) : -1;
    const line = (n + 1) * (columns + 1);
    row[0] = (above[0] ?? 0) + (isFree ? 0 : ADDED);
    ways[line] = UP;
    for (let m = 1; m <= columns; m++) {
      const up = (above[m] ?? 0) + (isFree ? 0 : ADDED);
      const left = (row[m - 1] ?? 0) + (isFree ? 0 : MISSING);
      const both = isFree ? Infinity : (above[m - 1] ?? 0) + (words[m - 1] === word ? 0 : CHANGED);
      const best = Math.min(up, left, both);
      row[m] = best;
      ways[line + m] = best === both ? DIAGONAL : best === up ? UP : LEFT;
    }
    [above, row] = [row, above];
  }
  let end = 0;
  for (let m = 1; m <= columns; m++) if ((above[m] ?? 0) < (above[end] ?? 0)) end = m;
  return trace(elements, release, lexicon, {
    ways,
    columns,
    end,
    cost: Math.floor((above[end] ?? 0) / MISSING),
  });
}

function trace(
  elements: ParsedQuotation['elements'],
  release: ComparedRelease,
  lexicon: Lexicon,
  { ways, columns, end, cost }: { ways: Uint8Array; columns: number; end: number; cost: number },
): NearPassage {
  const { words } = release;
  const steps: AlignedStep[] = [];
  const counts = new Map<number, number>();
  let [n, m, same] = [elements.length, end, 0];
  while (n > 0) {
    const way = ways[n * (columns + 1) + m];
    const element = elements[n - 1];
    const isFree = element?.kind !== 'word';
    if (way === DIAGONAL) {
      [n, m] = [n - 1, m - 1];
      if (element?.kind === 'word' && words[m] === lexicon.find(element.key)) {
        steps.push({ kind: 'same', element: n, word: m });
        const statement = statementAt(release, m);
        counts.set(statement, (counts.get(statement) ?? 0) + 1);
        same++;
      } else {
        steps.push({ kind: 'added', element: n }, { kind: 'missing', word: m });
      }
    } else if (way === UP) {
      n--;
      if (!isFree) steps.push({ kind: 'added', element: n });
    } else {
      m--;
      steps.push({ kind: isFree ? 'skipped' : 'missing', word: m });
    }
  }
  const [statement = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return { release, cost, same, start: m, end, statement, steps: steps.reverse() };
}

/** The differences of a quotation from the words of a release, in order, as they are written. */
export function differencesIn(
  { release, steps }: Pick<NearPassage, 'release' | 'steps'>,
  { elements }: ParsedQuotation,
): Difference[] {
  const differences: Difference[] = [];
  let run: AlignedStep[] = [];
  const flush = () => {
    const [first] = run;
    if (first === undefined) return;
    const own = run.flatMap(({ word }) => word ?? []);
    const text =
      first.kind === 'added'
        ? run.map(({ element = -1 }) => textOf(elements[element])).join(' ')
        : passageText(release, own[0] ?? 0, (own.at(-1) ?? 0) + 1);
    differences.push({ kind: first.kind, text });
    run = [];
  };
  for (const step of grouped(steps)) {
    if (run[0] !== undefined && run[0].kind !== step.kind) flush();
    run.push(step);
  }
  flush();
  return differences;
}

/** Puts what is missing before what was added in its place: `old old new new`, not `old new old new`. */
function grouped(steps: readonly AlignedStep[]): AlignedStep[] {
  const result: AlignedStep[] = [];
  let [missing, added]: AlignedStep[][] = [[], []];
  for (const step of steps) {
    if (step.kind === 'missing') missing?.push(step);
    else if (step.kind === 'added') added?.push(step);
    else {
      result.push(...(missing ?? []), ...(added ?? []), step);
      [missing, added] = [[], []];
    }
  }
  return [...result, ...(missing ?? []), ...(added ?? [])];
}

const textOf = (element: ParsedQuotation['elements'][number] | undefined) =>
  element?.kind === 'word' ? element.text : '';
