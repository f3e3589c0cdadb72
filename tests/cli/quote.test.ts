import assert from 'node:assert/strict';
import { cp, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../support/run-command.ts';
import { builtSite } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SITE_URL = 'https://press.example.org';
const NIGHT_BUS = '2019-05-14-night-bus-pilot-on-route-zero';
const QUOTED = 'it counted nobody," said Assemblymember Placeholder';

async function fileWith(t: TestContext, text: string | Buffer): Promise<string> {
  const file = join(await tempFolder(t), 'draft.txt');
  await writeFile(file, text);
  return file;
}

const quote = (...args: string[]) => runCommand('quote', args, { SITE_URL });

test('each line is a quotation, answered as the contract has it', async (t) => {
  const file = await fileWith(
    t,
    `${QUOTED}\n\nit counted everybody, said Assemblymember Placeholder\n`,
  );
  const { status, stdout, stderr } = await quote(file, '--json');
  assert.equal(status, 0, stderr);
  const [first, second, ...more] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(more, []);
  assert.deepEqual(first, {
    quotation: QUOTED,
    answer: 'verbatim',
    matches: [
      {
        release: NIGHT_BUS,
        statement: 's-js2injqq',
        url: `${SITE_URL}/releases/2019/05/14/night-bus-pilot-on-route-zero/#s-js2injqq`,
        text: (first?.['matches'] as { text: string }[])[0]?.text,
      },
    ],
  });
  assert.equal(second?.['answer'], 'altered');
});

test('a folder and a server with the published site give the same answers as its source', async (t) => {
  const file = await fileWith(t, `${QUOTED}\n`);
  const { stdout } = await quote(file, '--json');
  const folder = await builtSite({ base: '/archive/' });
  const server = await serve(folder, '/archive/');
  t.after(() => server.close());
  for (const place of [folder, server.url, server.url.replace(/\/$/, '')]) {
    const copy = await quote(file, '--json', '--in', place);
    assert.equal(copy.status, 0, copy.stderr);
    assert.equal(copy.stdout, stdout.replace('.org/', '.org/archive/'), place);
  }
});

test('with --article every quotation in a text is checked, and people read how each fared', async (t) => {
  const text = `She said: “The study counted the people who drive the bus at night.” Later: "No."\n`;
  const { status, stdout } = await quote(await fileWith(t, text), '--article');
  assert.equal(status, 0);
  assert.match(
    stdout,
    /draft\.txt:1: nearly\n {2}“The study counted .*”\n.*\[-take-\] \{\+drive\+\}/,
  );
  assert.match(stdout, /draft\.txt:1: too short/);
  assert.match(stdout, /\n2 quotations in \d+ releases: 1 altered, 1 short\n$/);
});

test('what cannot be read is named with how to mend it, and wrong usage with the usage', async (t) => {
  const folder = await tempFolder(t);
  const missing = join(folder, 'missing.txt');
  for (const [args, status, message] of [
    [[], 2, /Name a file with quotations, or - to read standard input\.\n\nUsage/],
    [['a.txt', 'b.txt'], 2, /Name one file\./],
    [[missing], 1, /missing\.txt does not exist; name a text file/],
    [[folder], 1, /is a folder; name a text file/],
    [[await fileWith(t, '')], 1, /draft\.txt:1: file is empty/],
    [[await fileWith(t, '\n \n')], 1, /draft\.txt:1: is empty; write a quotation a line/],
    [[await fileWith(t, 'no marks'), '--article'], 1, /no quotation marks .* leave out --article/],
    [[await fileWith(t, Buffer.from([0x93, 0x41]))], 1, /is not in UTF-8/],
    [[await fileWith(t, QUOTED), '--in', missing], 1, /There is no folder .*missing\.txt/],
    [[await fileWith(t, QUOTED), '--in', folder], 1, /There is no data\/manifest\.json/],
    [[await fileWith(t, QUOTED), '--nonsense'], 2, /Usage/],
  ] as const) {
    const ended = await quote(...args);
    assert.equal(ended.status, status, `${args.join(' ')} ${ended.stderr}`);
    assert.match(ended.stderr, message);
    assert.equal(ended.stdout, '');
  }
});

test('a copy with a missing or damaged year, and a content folder with errors, are refused', async (t) => {
  const file = await fileWith(t, QUOTED);
  const folder = await tempFolder(t);
  await cp(await builtSite(), folder, { recursive: true });
  const year = join(folder, 'data', 'releases-2019.jsonl.gz');
  await truncate(year, 100);
  const damaged = await quote(file, '--in', folder);
  assert.equal(damaged.status, 1);
  assert.match(damaged.stderr, /releases-2019\.jsonl\.gz is damaged/);
  await rm(year);
  assert.match((await quote(file, '--in', folder)).stderr, /releases-2019\.jsonl\.gz is missing/);
  const content = join(await tempFolder(t), 'content');
  await cp('content', content, { recursive: true });
  await writeFile(
    join(content, 'releases', '2020-01-01-broken.md'),
    '---\ntitle: x\n---\n\nText.\n',
  );
  const { status, stderr } = await runCommand('quote', [file], { CONTENT_DIR: content });
  assert.equal(status, 1);
  assert.match(stderr, /2020-01-01-broken\.md:/);
});
