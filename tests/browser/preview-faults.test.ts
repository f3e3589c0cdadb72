import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { madeRelease } from '../support/made-release.ts';
import { tempFolder } from '../support/temp-folder.ts';

const GOOD = madeRelease({ date: '2019-05-02', title: 'Lanterns lit' }, 'The lanterns are lit.');
const DANGLING = madeRelease(
  {
    date: '2019-05-03',
    title: 'Wells dug',
    office: 'nort',
    related: '2019-05-09-none',
    attachments: '{ file: none.pdf, title: None }',
  },
  'The wells are dug.',
);

/** A port that is free. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts `npm run dev` for an archive; returns its address, and what it has printed so far. */
async function startPreview(t: TestContext, content: string) {
  const port = String(await freePort());
  const server = spawn(process.execPath, ['src/cli/dev.ts'], {
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: join(content, '..', 'dist'),
      CACHE_DIR: join(content, '..', 'cache'),
      PORT: port,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  t.after(() => server.kill());
  const printed: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  for await (const line of createInterface({ input: server.stdout })) {
    printed.push(`${line}\n`);
    const [, address] = /(http:\/\/localhost:\d+\/)/.exec(line) ?? [];
    if (address !== undefined) {
      server.stdout.resume();
      return { address, printed };
    }
  }
  throw new Error(`The preview has not started: ${printed.join('')}`);
}

async function openBrowser(t: TestContext): Promise<Page> {
  const browser = await launchBrowser();
  t.after(() => browser.close());
  return browser.newPage();
}

const faultsOn = (page: Page) => page.locator('[data-notice=faults] li').allInnerTexts();

test('in a preview a faulty file breaks its own page alone, until it is corrected', async (t) => {
  const home = await tempFolder(t, {
    'content/site.yaml':
      'title: Made for a test\neditor: { backend: github, repository: sample-office/archive }\n',
    'content/offices/north.yaml': 'name: Office of the North\n',
    'content/pages/privacy.md': '---\ntitel: Privacy\n---\nWe count nobody.\n',
    'content/releases/2019-05-01-good.md': madeRelease(
      { date: '2019-05-01', title: 'Roads open' },
      'See [the map](#).',
    ),
    'content/releases/2019-05-02-bad.md': GOOD.replace('2019-05-02', '2019-05-32'),
    'content/releases/2019-05-03-dangling.md': DANGLING,
  });
  const content = join(home, 'content');
  const { address } = await startPreview(t, content);
  const page = await openBrowser(t);

  await page.goto(address);
  const all = await faultsOn(page);
  for (const fault of [
    /pages\/privacy\.md:2: titel is not a field; did you mean title\?/,
    /2019-05-02-bad\.md:3: date cannot be "2019-05-32": that is not a day of the calendar/,
    /2019-05-03-dangling\.md:\d+: office names nort, which has no file .*did you mean north\?/,
    /2019-05-03-dangling\.md:\d+: related refers to 2019-05-09-none/,
    /2019-05-03-dangling\.md:\d+: attachments refers to media\/none\.pdf, which does not exist/,
  ]) {
    assert.ok(
      all.some((one) => fault.test(one)),
      `${String(fault)} is not in ${all.join('\n')}`,
    );
  }
  const headlines = await page.locator('.release-list h3, .release-list h2 + ol a').allInnerTexts();
  assert.ok(headlines.join().includes('Roads open') && headlines.join().includes('Wells dug'));
  assert.equal(await page.getByRole('link', { name: 'Lanterns lit' }).count(), 0);

  await page.getByRole('link', { name: /2019-05-02-bad\.md:3/ }).click();
  await page.waitForURL('**/releases/2019/05/02/bad/');
  assert.match((await faultsOn(page)).join(), /^\S+2019-05-02-bad\.md:3: date cannot be/);
  assert.match(await page.locator('.release-body').innerText(), /The lanterns are lit\./);
  const text = await page.locator('html').innerText();
  assert.doesNotMatch(text, /\.ts:\d|node_modules|\bat \w+ \(/, 'no source code of the program');

  await page.goto(`${address}releases/2019/05/01/good/`);
  assert.deepEqual(await faultsOn(page), []);
  const warnings = page.locator('[data-notice=warnings]');
  assert.equal(await warnings.locator('summary').innerText(), '1 warning');
  assert.ok(!(await warnings.locator('li').isVisible()), 'warnings are folded');
  await warnings.locator('summary').click();
  assert.match(await warnings.locator('li').innerText(), /good\.md:8: body links to #/);
  await page.goto(`${address}releases/2019/05/03/dangling/`);
  assert.equal((await faultsOn(page)).length, 3);
  assert.match(await page.locator('.release-body').innerText(), /The wells are dug\./);
  await page.goto(`${address}privacy/`);
  assert.match((await faultsOn(page)).join('\n'), /titel is not a field/);
  assert.match(await page.locator('.release-body').innerText(), /We count nobody\./);

  await page.goto(`${address}admin/`);
  await page.getByRole('heading', { name: 'Made for a test' }).waitFor(); // the editor itself

  await page.goto(`${address}releases/2019/05/02/bad/`);
  await writeFile(join(content, 'releases/2019-05-02-bad.md'), GOOD);
  await page.getByRole('heading', { name: 'Lanterns lit' }).waitFor();
  assert.deepEqual(await faultsOn(page), []);
});

test('without an archive a preview says so in words, and shows it as soon as it is there', async (t) => {
  const home = await tempFolder(t, {
    'content/site.yaml': 'title: Made for a test\n',
    'content/later/2019-05-02-good.md': GOOD,
  });
  const content = join(home, 'content');
  const { address } = await startPreview(t, content);
  const page = await openBrowser(t);
  await page.goto(address);
  const text = (await page.locator('html').innerText()).trim();
  assert.match(text, /^There is no folder \S+releases\. Put the releases there, a file each\.$/);
  await rename(join(content, 'later'), join(content, 'releases'));
  await page.waitForTimeout(500);
  for (let n = 0; n < 20 && (await page.getByText('Lanterns lit').count()) === 0; n++) {
    await page.reload();
  }
  assert.ok(await page.getByText('Lanterns lit').first().isVisible());
});
