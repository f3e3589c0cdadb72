import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { runHere } from '../support/run-here.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';
import { runOnTerminal } from '../support/terminal.ts';

export const RELEASE = `FOR IMMEDIATE RELEASE
May 3, 2018

Contact: Casey Contact, (916) 555-0101

Nine Lighthouses Open

SAMPLETON – Senator Sam Sample today opened nine lighthouses *all* at once to everyone who can climb their stairs.

# # #
`;
export const OTHER =
  'The Pear Trees Bloom\n\nSenator Sam Sample counted the pear trees of the coast today and found that all of them bloom.\n';
export const PATH = 'releases/2018/2018-05-03-nine-lighthouses-open.md';

/** An archive, a folder of sources, and the import command on both. */
export async function setUpImport(t: TestContext, sources: Files, content: Files = {}) {
  const folder = await tempFolder(t, {
    'content/site.yaml':
      'title: Samples\ndescription: Made up\npublisher: Samples\nlanguage: en\ntimezone: UTC\n',
    'content/releases/': '',
    'content/offices/senator-sample.yaml': 'name: Office of Senator Sample\nmember: Sam Sample\n',
  });
  await writeFiles(join(folder, 'in'), sources);
  await writeFiles(join(folder, 'content'), content);
  const environment = { CONTENT_DIR: join(folder, 'content') };
  const all = (args: string[]) => [
    join(folder, 'in'),
    '--report',
    join(folder, 'report.jsonl'),
    ...args,
  ];
  return {
    folder,
    run: (...args: string[]) => runHere('import', all(args), environment),
    onTerminal: (args: string[], steps: [string, string][]) =>
      runOnTerminal('import', all(args), environment, steps),
    check: () => runHere('check', [], environment),
    read: (path: string) => readFile(join(folder, 'content', path), 'utf8'),
    releases: async () =>
      (await readdir(join(folder, 'content', 'releases'), { recursive: true }))
        .filter((name) => name.endsWith('.md'))
        .sort(),
  };
}
