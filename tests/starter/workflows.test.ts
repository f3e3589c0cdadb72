import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type * as Parser from '@actions/workflow-parser';
import type * as Wrangler from '@cloudflare/workers-utils';
import { build } from 'esbuild';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { tempFolder } from '../support/temp-folder.ts';

const WORKFLOWS = 'src/starter/files/workflows';
const read = (name: string) => readFile(join(WORKFLOWS, name), 'utf8');

/** Packages that Node refuses as they are, for JSON imported without saying so or `require` in a module: bundled they run. */
async function bundled<T>(t: TestContext, name: string): Promise<T> {
  const outfile = join(await tempFolder(t), 'bundle.mjs');
  await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  return (await import(pathToFileURL(outfile).href)) as T;
}

test('what GitHub runs has the form that GitHub asks for', async (t) => {
  const { NoOperationTraceWriter, parseWorkflow } = await bundled<typeof Parser>(
    t,
    '@actions/workflow-parser',
  );
  const faults = (name: string, content: string) =>
    parseWorkflow({ name, content }, new NoOperationTraceWriter())
      .context.errors.getErrors()
      .map(({ message }) => message);
  const texts = await Promise.all(
    (await readdir(WORKFLOWS)).map(async (name) => [name, await read(name)] as const),
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

/** What GitLab's schema has against a file, as gitlab-ci-local says, which brings it along. */
async function gitlabFaults(t: TestContext, text: string): Promise<string> {
  const folder = await tempFolder(t, { '.gitlab-ci.yml': text });
  const run = promisify(execFile);
  await run('git', ['init', '--quiet', folder]);
  const program = fileURLToPath(import.meta.resolve('gitlab-ci-local'));
  const env = { ...process.env, HOME: folder }; // it reads settings of the person there
  return run(process.execPath, [program, '--list-json'], { cwd: folder, env }).then(
    ({ stdout }) => (Array.isArray(JSON.parse(stdout)) ? '' : stdout),
    (error: { stdout: string; stderr: string }) => error.stderr + error.stdout,
  );
}

test('what GitLab runs has the form that GitLab asks for', async (t) => {
  const text = await read('gitlab-ci.yml');
  assert.equal(await gitlabFaults(t, text), '');
  const faulty = text.replace('    paths: [public]', '    path: [public]');
  assert.match(await gitlabFaults(t, faulty), /'path' property is not expected/);
});

test('what Cloudflare reads has the form that its own program asks for', async (t) => {
  const wrangler = await bundled<typeof Wrangler>(t, '@cloudflare/workers-utils');
  const faults = async (text: string) => {
    const file = join(await tempFolder(t), 'wrangler.toml');
    await writeFile(file, text);
    const { rawConfig } = wrangler.experimental_readRawConfig({ config: file });
    const { config, diagnostics } = wrangler.normalizeAndValidateConfig(rawConfig, file, file, {});
    if (!wrangler.isPagesConfig(rawConfig)) return 'no configuration of Pages';
    const ofPages = wrangler.validatePagesConfig(config, [], config.name);
    return [diagnostics, ofPages]
      .map((one) => one.renderErrors() + one.renderWarnings())
      .filter((said) => /- /.test(said))
      .join('');
  };
  const text = await read('wrangler.toml');
  assert.equal(await faults(text), '');
  assert.match(await faults(text.replace('build_output', 'output')), /no configuration of Pages/);
  assert.match(await faults(text.replace('"2026-01-01"', '2026')), /compatibility_date/);
  assert.match(await faults(`${text}pages_output = "dist"\n`), /pages_output/);
});

/** Those of Netlify's reference that an archive needs; a misspelled one would be ignored there. */
const NETLIFY = { build: ['command', 'publish', 'environment'] };

test('what Netlify reads has the names that Netlify knows', async () => {
  const config = parseToml(await read('netlify.toml')) as Record<string, Record<string, unknown>>;
  assert.deepEqual(
    Object.fromEntries(Object.entries(config).map(([name, one]) => [name, Object.keys(one)])),
    NETLIFY,
  );
});

/** The commands of all steps, in order, without those of other jobs. */
async function stepsOf(host: string): Promise<string> {
  const text = await read(host);
  if (host === 'netlify.toml') {
    return (parseToml(text) as { build: { command: string } }).build.command;
  }
  if (host === 'wrangler.toml') return /^# export .*$/m.exec(text)?.[0] ?? '';
  const yaml = parseYaml(text) as {
    jobs?: Record<string, { steps: { run?: string; uses?: string }[] }>;
    pages?: { script: string[] };
  };
  const job = yaml.jobs?.['publish'] ?? yaml.jobs?.['check'];
  const steps = job?.steps.map(({ run, uses }) => run ?? uses ?? '') ?? yaml.pages?.script ?? [];
  return steps.join('\n');
}

test('each host checks before it builds, records what is published or says why not, and keeps the cache', async () => {
  for (const [host, steps] of [
    ['github-pages.yml', ['run check', 'run record', 'run build', 'git push', 'deploy-pages']],
    ['gitlab-ci.yml', ['run check', 'run record', 'run build', 'exit 1', 'git push']],
    ['record.yml', ['run check', 'run record', 'git push']], // beside the two below
    ['netlify.toml', ['run check', 'run build']],
    ['wrangler.toml', ['run check', 'run build']],
  ] as const) {
    const all = await stepsOf(host);
    const places = steps.map((step) => all.indexOf(step));
    assert.ok(!places.includes(-1), `${host}: ${all}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      host,
    );
  }
  for (const [host, cache] of [
    ['github-pages.yml', /actions\/cache@\S+ .*\n +with:\n +path: \|\n +\.cache\n/],
    ['gitlab-ci.yml', /^cache:\n {2}key: \S+\n {2}paths: \[\.cache\//m],
    ['netlify.toml', /^CACHE_DIR = "node_modules\//m],
    ['wrangler.toml', /CACHE_DIR=\$HOME\/\.npm\//],
  ] as const) {
    assert.match(await read(host), cache);
  }
});
