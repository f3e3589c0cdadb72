import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { tempFolder } from '../support/temp-folder.ts';

/** Runs `npm run findings` where these scripts are. */
async function runOn(t: TestContext, scripts: Record<string, string>, args: string[] = []) {
  const files = Object.entries(scripts).map(([name, code]) => [`findings/${name}.sh`, code]);
  const folder = await tempFolder(t, Object.fromEntries(files) as Record<string, string>);
  return new Promise<{ status: number | null; lines: string[]; stderr: string }>((done) => {
    const all = [resolve('tests/commands/findings.ts'), ...args];
    const child = execFile(process.execPath, all, { cwd: folder }, (_, stdout, stderr) => {
      done({ status: child.exitCode, lines: stdout.trim().split('\n'), stderr });
    });
  });
}

const FINDINGS = { 'a-holds': 'echo seen', 'b-changed': 'exit 1', 'c-holds': 'exit 0' };

test('each finding is run, and those that changed are listed', async (t) => {
  const { status, lines } = await runOn(t, FINDINGS);
  assert.equal(status, 1);
  assert.ok(lines.includes('seen'));
  assert.deepEqual(lines.slice(-2), ['2 as described, 1 not', '  findings/b-changed.sh']);
});

test('a name chooses among them, and one that none has is refused', async (t) => {
  const { status, lines } = await runOn(t, FINDINGS, ['holds']);
  assert.deepEqual([status, lines.at(-1)], [0, '2 as described, 0 not']);
  const unknown = await runOn(t, FINDINGS, ['nothing']);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /^No finding is called nothing/);
});
