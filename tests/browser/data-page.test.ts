import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { ReleaseRecord } from '../../src/publish/data/release-record.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { servedSite } from './visitors.ts';

/* The commands of `/data/` as a reader copies them, run from where the site is served. */

const site = servedSite();

/** What a reader gets who selects a block and copies it, by what its heading says. */
async function copied(t: TestContext): Promise<Map<string, string>> {
  const page = await site.visit(t, { viewport: { width: 360, height: 700 } });
  await page.goto('./data/');
  const blocks = await page.locator('[data-example]').evaluateAll((all) =>
    all.map((one) => {
      const heading = one.parentElement?.querySelector('h2')?.textContent ?? '';
      getSelection()?.selectAllChildren(one);
      return [heading, String(getSelection())] as const;
    }),
  );
  return new Map(blocks);
}

/** Runs an example from the served site in a folder of its own; returns what it prints. */
async function run(t: TestContext, heading: string, program: string, ...args: string[]) {
  const code = (await copied(t)).get(heading);
  assert.ok(code, heading);
  const here = code.replaceAll(`${SITE_URL}/`, site.url);
  const cwd = await tempFolder(t);
  return { ...(await promisify(execFile)(program, [...args, here], { cwd })), code };
}

const missing = (program: string, ...args: string[]) =>
  spawnSync(program, args).status === 0 ? false : `${program} ${args.join(' ')} does not run here`;

async function yearOf(code: string): Promise<ReleaseRecord[]> {
  const [, year = ''] = /releases-(\d{4})/.exec(code) ?? [];
  const file = `${await builtSite()}/data/releases-${year}.jsonl.gz`;
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as ReleaseRecord);
}

test('each example can be copied, with its line ends and no more', async (t) => {
  const examples = await copied(t);
  assert.ok(examples.size >= 7);
  for (const [heading, code] of examples) {
    assert.match(code, /\n|read_parquet|read\.csv/, heading);
    assert.doesNotMatch(code, /\n\n\n|\u00a0|[“”’]|[ \t]$/m, heading);
  }
});

test(
  'the shell downloads a year, finds it complete and counts its releases',
  { skip: missing('sh', '-c', 'curl --version && sha256sum --version') },
  async (t) => {
    const heading = 'Download a year, and check that it is complete (Shell)';
    const { stdout, code } = await run(t, heading, 'sh', '-ec');
    const releases = await yearOf(code);
    assert.match(stdout, new RegExp(`jsonl\\.gz: OK\\n\\s*${releases.length}\\n$`));
  },
);

test(
  'Python finds each statement that has a word, by its address',
  { skip: missing('python3', '--version') },
  async (t) => {
    const heading = 'Find every statement that has a word (Python)';
    const { stdout, code } = await run(t, heading, 'python3', '-c');
    const expected = (await yearOf(code)).flatMap(({ url, statements }) =>
      statements
        .filter(({ text }) => text.toLowerCase().includes('budget'))
        .map(({ id }) => `${url}#${id}\n`),
    );
    assert.equal(stdout, expected.join(''));
  },
);

test(
  'R counts the releases of each year and office',
  { skip: missing('Rscript', '--version') },
  async (t) => {
    const { stdout } = await run(
      t,
      'Count the releases of each year and office (R)',
      'Rscript',
      '-e',
    );
    assert.match(stdout, /ash-kalra/);
    assert.match(stdout, /^ *2017 +\d/m);
  },
);
