/** Runs the public suites of Markdown, HTML and YAML in a folder through the archive: spec-suites FOLDER. */
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { styleText } from 'node:util';
import { type Figures, runMarkdown } from './spec-suites/run-markdown.ts';
import { runYaml } from './spec-suites/run-yaml.ts';
import { readExamples, readTrees, readYamlCases } from './spec-suites/read-suites.ts';

const USAGE = `Usage: npm run trial -- spec-suites FOLDER

FOLDER holds what of these there is, at any depth:
  *spec.txt, extensions.txt, regression.txt   of github.com/commonmark/commonmark-spec and github/cmark-gfm
  tree-construction/*.dat                     of github.com/html5lib/html5lib-tests, before they went to WPT
  yaml-test-suite/src/*.yaml                  of github.com/yaml/yaml-test-suite`;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const rows: Figures[] = [];
for await (const file of glob('**/*.txt', { cwd: folder })) {
  const examples = readExamples(await readFile(join(folder, file), 'utf8'));
  if (examples.length > 0) rows.push(runMarkdown(file, examples));
}
const trees: string[] = [];
for await (const file of glob('**/tree-construction/*.dat', { cwd: folder })) {
  trees.push(...readTrees(await readFile(join(folder, file), 'utf8')));
}
if (trees.length > 0) {
  rows.push(
    runMarkdown(
      'html5lib tree-construction',
      trees.map((markdown) => ({ markdown })),
    ),
  );
}
const cases = [];
for await (const file of glob('**/yaml-test-suite/src/*.yaml', { cwd: folder })) {
  const text = await readFile(join(folder, file), 'utf8');
  cases.push(...readYamlCases(text, basename(file, '.yaml')));
}
if (cases.length > 0) rows.push(runYaml(cases));

if (rows.length === 0) {
  console.error(`${folder} holds none of the suites.\n\n${USAGE}`);
  process.exit(2);
}
console.table(
  rows.map(({ suite, examples, accepted, refused, silent, wrongIds }) => ({
    suite,
    examples,
    'without loss': accepted,
    'with errors': refused,
    'silent losses': silent.length,
    'wrong ids': wrongIds.length,
  })),
);
const wrong = rows.flatMap(({ silent, wrongIds }) => [...silent, ...wrongIds]);
for (const one of wrong) console.error(styleText('red', one));
process.exitCode = wrong.length === 0 ? 0 : 1;
