import { once } from 'node:events';
import { replaceFiles } from '../../src/files/replace-files.ts';

/** How many files each of two sets has, and how large they are: enough for a kill to come between. */
const [COUNT, BYTES] = [12, 100_000];

/** Two sets of files. The second lacks the last of the first, and has one in a folder of its own. */
export const SETS = ['one', 'two'].map((set): ReadonlyMap<string, string | null> => {
  const text = (name: string) => `${set} ${name}\n`.padEnd(BYTES, 'words ');
  const names = Array.from({ length: COUNT }, (_, n) => `folder-${n % 3}/${n}.txt`);
  return new Map([
    ...names.map((name) => [name, text(name)] as const),
    ['last.txt', set === 'one' ? text('last') : null],
    ['new/first.txt', set === 'one' ? null : text('first')],
  ]);
});

// Run as a program, with a folder: once it reads the place of a set in the list, it puts that set in
// the place of the other, then the other in its place, over and over, until it is killed.
const [, , folder] = process.argv;
if (import.meta.main && folder !== undefined) {
  const [first] = (await once(process.stdin, 'data')) as [Buffer];
  process.stdout.write('begun');
  for (let n = Number(first); ; n++) await replaceFiles(folder, SETS[n % 2] ?? new Map());
}
