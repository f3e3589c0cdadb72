import type { Field, FieldResult } from './fields.ts';

const GOALS: Record<Field, number> = {
  headline: 95,
  date: 98,
  dateline: 95,
  contacts: 95,
  'first words': 95,
  'last words': 95,
};
const GOAL_OF_ALL = 85;
/** Of what is not asked, so many percent are to be right, and so many percent may be asked. */
const GOAL_RIGHT = 97;
const MAX_ASKED = 15;
/** Where the bands of confidence begin. */
const BANDS = [0, 0.5, 0.8, 0.85, 0.9, 0.95, 0.97];

const percent = (part: number, of: number) => (of === 0 ? 100 : (100 * part) / of);
const share = (part: number, of: number) => `${percent(part, of).toFixed(1)} %`.padStart(8);
const count = (results: readonly FieldResult[], is: (result: FieldResult) => boolean) =>
  results.filter(is).length;

/** How many labels were met exactly, of those no reader would dispute and of all. */
export function exactTable(results: readonly FieldResult[]): string {
  const row = ([field, of]: [Field, FieldResult[]]) => {
    const clear = of.filter(({ isClear }) => isClear);
    const [met, metOfAll] = [count(clear, isRight), count(of, isRight)];
    const isMet =
      percent(met, clear.length) >= GOALS[field] && percent(metOfAll, of.length) >= GOAL_OF_ALL;
    return `${field.padEnd(12)} ${share(met, clear.length)} of ${clear.length}  (goal ${GOALS[field]})  ${share(metOfAll, of.length)} of ${of.length}  (goal ${GOAL_OF_ALL})  ${isMet ? 'met' : 'MISSED'}`;
  };
  return [
    'Exact fields, of releases that no reader would dispute, and of all:',
    ...byField(results).map(row),
  ].join('\n');
}

/** How much a person would be asked, and how much is right of what is taken without a question. */
export function askedTable(name: string, results: readonly FieldResult[]): string {
  const row = ([field, of]: [Field, FieldResult[]]) => {
    const taken = of.filter(({ isAsked }) => !isAsked);
    const [asked, right] = [of.length - taken.length, count(taken, isRight)];
    const isMet =
      percent(right, taken.length) >= GOAL_RIGHT && percent(asked, of.length) <= MAX_ASKED;
    return `  ${field.padEnd(12)} ${share(asked, of.length)} asked of ${String(of.length).padEnd(4)} ${share(right, taken.length)} right of ${String(taken.length).padEnd(4)} taken  ${isMet ? 'met' : 'MISSED'}`;
  };
  return [`${name}:`, ...byField(results).map(row)].join('\n');
}

/** For each band of confidence, how much of what was found is right. */
export function calibrationTable(sources: ReadonlyMap<string, readonly FieldResult[]>): string {
  const bands = BANDS.map((from, n) => ({ from, below: BANDS[n + 1] ?? 2 }));
  const title = bands.map(({ from }) => from.toFixed(2).padStart(14)).join('');
  const rows = [...sources].map(([name, results]) => {
    const found = results.filter(({ label, found }) => found !== '(none)' || label === found);
    const cells = bands.map(({ from, below }) => {
      const inBand = found.filter(
        ({ confidence = -1 }) => confidence >= from && confidence < below,
      );
      const text = `${share(count(inBand, isRight), inBand.length)} /${inBand.length}`;
      return (inBand.length === 0 ? '–' : text).padStart(14);
    });
    return `${name.padEnd(12)}${cells.join('')}`;
  });
  return ['Right of what was found, by confidence from:', `${' '.repeat(12)}${title}`, ...rows].join('\n'); // prettier-ignore
}

/** What was taken and is wrong. */
export const missLines = (results: readonly FieldResult[]): string[] =>
  results
    .filter((result) => !result.isRight && !result.isAsked)
    .map(
      ({ file, field, found, label, confidence }) =>
        `  ${file}: ${field} is “${found}” (${confidence ?? '–'}), the label “${label}”`,
    );

const isRight = (result: FieldResult) => result.isRight;
const byField = (results: readonly FieldResult[]) => [
  ...Map.groupBy(results, ({ field }) => field),
];
