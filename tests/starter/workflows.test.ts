import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test, type TestContext } from 'node:test';
import type * as Parser from '@actions/workflow-parser';
import { build } from 'esbuild';
import { tempFolder } from '../support/temp-folder.ts';

const WORKFLOWS = 'src/starter/files/workflows';

/** GitHub's own parser. It imports JSON without saying so, which Node refuses: bundled it runs. */
async function openParser(t: TestContext): Promise<typeof Parser> {
  const outfile = join(await tempFolder(t), 'parser.mjs');
  await build({
    stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  return (await import(pathToFileURL(outfile).href)) as typeof Parser;
}

test('what GitHub runs has the form that GitHub asks for', async (t) => {
  const { NoOperationTraceWriter, parseWorkflow } = await openParser(t);
  const faults = (name: string, content: string) =>
    parseWorkflow({ name, content }, new NoOperationTraceWriter())
      .context.errors.getErrors()
      .map(({ message }) => message);
  const texts = await Promise.all(
    (await readdir(WORKFLOWS)).map(
      async (name) => [name, await readFile(join(WORKFLOWS, name), 'utf8')] as const,
    ),
  );
  const workflows = texts.filter(([, text]) => /^jobs:$/m.test(text));
  assert.deepEqual(
    workflows.map(([name]) => name),
    ['github-pages.yml', 'record.yml'],
  );
  for (const [name, text] of workflows) {
    assert.deepEqual(faults(name, text), []);
    assert.notDeepEqual(faults(name, text.replace('runs-on:', 'run-on:')), []);
  }
});
