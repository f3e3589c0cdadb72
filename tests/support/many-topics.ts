import { madeRelease } from './made-release.ts';
import { sharedFolder } from './shared-folder.ts';
import { writeFiles } from './temp-folder.ts';

const RELEASES = 6;

/** 232 topics, each of one release: too many to be read through, or to be shown at once. */
export const manyTopics: readonly string[] = [
  'Économie',
  'Nhập cư',
  ...Array.from({ length: 230 }, (_, n) => `Matter ${n + 1}`),
];

/** Writes an archive with all these topics, once for all test files; returns its content folder. */
export function manyTopicsFolder(): Promise<string> {
  return sharedFolder(`many-topics-${manyTopics.length}`, (folder) =>
    writeFiles(folder, Object.fromEntries(Array.from({ length: RELEASES }, (_, n) => file(n)))),
  );
}

function file(n: number): [path: string, text: string] {
  const date = `2019-05-${10 + n}`;
  const topics = manyTopics.filter((_, place) => place % RELEASES === n);
  const fields = { date, title: `Release ${n} of many matters`, topics: `[${topics.join(', ')}]` };
  return [`releases/${date}-release-${n}.md`, madeRelease(fields, `The lantern ${n} is lit.`)];
}
