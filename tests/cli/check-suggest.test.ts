import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder } from '../support/temp-folder.ts';

const archive = {
  'releases/2017/2017-01-01-named.md': madeRelease(
    { date: '2017-01-01', bills: '[SB 54 (2017)]' },
    'One.\n\nShe wrote AB-60, beside SB 54 and H.R. 1.',
  ),
  'releases/2017/2017-01-02-none.md': madeRelease({ date: '2017-01-02' }, 'He took SR 99.'),
};

test('check lists the bills that a text names, as a line to copy, and changes nothing', async (t) => {
  const CONTENT_DIR = await tempFolder(t, archive);
  const { status, stdout } = await runCommand('check', ['--suggest'], { CONTENT_DIR });
  assert.equal(status, 0);
  assert.match(stdout, /^# .*2017-01-01-named\.md$/m);
  assert.match(stdout, /^# line \d+, AB 60: She wrote AB-60, beside SB 54/m);
  assert.match(stdout, /^bills: \[SB 54 \(2017\), AB 60, H\.R\. 1\]$/m);
  assert.doesNotMatch(stdout, /2017-01-02-none/);
  const json = await runCommand('check', ['--suggest', '--json'], { CONTENT_DIR });
  const { suggestions } = JSON.parse(json.stdout) as { suggestions: { bills: string[] }[] };
  assert.deepEqual(suggestions[0]?.bills, ['SB 54 (2017)', 'AB 60', 'H.R. 1']);
});

test('without --suggest nothing is suggested', async (t) => {
  const CONTENT_DIR = await tempFolder(t, archive);
  const { stdout } = await runCommand('check', ['--json'], { CONTENT_DIR });
  assert.equal('suggestions' in (JSON.parse(stdout) as object), false);
});
