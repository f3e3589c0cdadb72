import { align, MB } from '../builds/table.ts';
import { type EverydayRow, STEPS } from './steps.ts';

const HEADS = ['', 'CPU', 'ours / it', 'seconds', 'ours / it', 'MB, largest', 'MB, all'];

/** What each step cost whom; beside each other builder the part of its cost that ours is. */
export function everydayTable(rows: readonly EverydayRow[]): string {
  const lines = STEPS.flatMap((step) => {
    const some = rows.filter((row) => row.step === step);
    const ours = some.find(({ contestant }) => contestant === 'ours')?.cost;
    const part = (own: number | undefined, other: number | undefined) =>
      own === undefined || !other ? '' : (own / other).toFixed(2);
    return some.length === 0
      ? []
      : [
          [step],
          ...some.map(({ contestant, name, cost }) => {
            const of = contestant === 'ours' ? undefined : ours;
            return [
              `  ${name}`,
              number(cost.cpu),
              part(of?.cpu, cost.cpu),
              number(cost.seconds),
              part(of?.seconds, cost.seconds),
              megabytes(cost.largest),
              megabytes(cost.all),
            ];
          }),
        ];
  });
  return align([HEADS, ...lines]);
}

const number = (seconds: number | undefined) => seconds?.toFixed(2) ?? '';
const megabytes = (bytes: number | undefined) =>
  bytes === undefined ? '' : Math.round(bytes / MB).toLocaleString('en');
