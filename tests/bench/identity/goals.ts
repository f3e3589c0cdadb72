import type { Sample } from '../samples.ts';
import { measureKeys } from './keys.ts';
import { Random } from './random.ts';
import { measureRealEdits, type RealEditsReport } from './real-edits.ts';
import { measureReplacements } from './replacements.ts';
import { formatTable, percent } from './table.ts';

/** So many lists with changed keys are measured. */
const KEY_CASES = 500;

/** Where links must not lead: to other words by the same people, to another key, astray in real edits. */
export async function describeGoals(samples: readonly Sample[], seed: number): Promise<string> {
  const replacements = measureReplacements(samples, new Random(seed));
  const keys = measureKeys(KEY_CASES, new Random(seed));
  const real = await measureRealEdits();
  return [
    formatTable([
      ['put in the place of a statement', 'times', 'wrong', ''],
      ...replacements.map(({ kind, replaced, wrong }) => [
        kind,
        replaced,
        wrong,
        percent(wrong, replaced),
      ]),
    ]),
    formatTable([
      ['key changed', 'cases', 'links', 'wrong cases', 'markers though it is there'],
      ...keys.map(({ kind, cases, links, wrong, marker }) => [kind, cases, links, wrong, marker]),
    ]),
    real ? describeRealEdits(real) : 'Real edits: skipped, there are none in ../shared/edits.',
  ].join('\n\n');
}

function describeRealEdits(report: RealEditsReport): string {
  const { pairs, changed, wrong, markerOfPresent, markerOfAlike } = report;
  return formatTable([
    ['real edits', ''],
    ['texts, before and after', pairs],
    ['links to changed statements', changed],
    ['where a reader said that they must not lead', wrong],
    ['to a marker though their words are there', markerOfPresent],
    ['to a marker though most of their words are', markerOfAlike],
  ]);
}
