import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { EditorSetup } from '../../src/browser-editor/form.ts';
import { filesBelow } from '../../src/files/files-below.ts';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { servedSite } from './visitors.ts';

const archive = () =>
  sharedArchive({
    'site.yaml': [
      'title: Sample Senate Press',
      'editor:',
      '  backend: github',
      '  repository: sample-senate/press-archive',
    ].join('\n'),
    'offices/north.yaml': 'name: Office of the North\n',
    'offices/south.yaml': 'name: Office of the South\n',
    'releases/2024/2024-03-05-bridge.md': madeRelease(
      { date: '2024-03-05', topics: '[Bridges, "Rivers, small"]' },
      'The *footbridge* opened.\n\n* One\n* Two',
    ),
  });
const site = servedSite(async () => ({ content: await archive(), base: '/press/' }));

/** The folder of the browser's own storage that the editor takes for a repository in its tests. */
const REPOSITORY = 'sveltia-cms-test';

/** Opens the editor on the files of the archive, as if they were a repository. */
async function openEditor(page: Page) {
  await page.route('**/admin/setup.json', async (route) => {
    const response = await route.fetch();
    const setup = (await response.json()) as EditorSetup;
    setup.config['backend'] = { name: 'test-repo' };
    await route.fulfill({ json: setup });
  });
  const folder = await archive();
  const files = await Promise.all(
    filesBelow(folder).map(
      async (path) => [`content/${path}`, await readFile(join(folder, path), 'utf8')] as const,
    ),
  );
  await page.goto('./about/'); // any page of the same origin, where no editor runs yet
  await page.evaluate(
    async ([name, files]) => {
      localStorage.clear(); // an earlier test has signed in
      const storage = await navigator.storage.getDirectory();
      await storage.removeEntry(name, { recursive: true }).catch(() => undefined);
      const repository = await storage.getDirectoryHandle(name, { create: true });
      for (const [path, text] of files) {
        const parts = path.split('/');
        const file = parts.pop() ?? '';
        let place = repository;
        for (const part of parts) place = await place.getDirectoryHandle(part, { create: true });
        const handle = await place.getFileHandle(file, { create: true });
        const writable = await handle.createWritable();
        await writable.write(text);
        await writable.close();
      }
    },
    [REPOSITORY, files] as const,
  );
  await page.goto('./admin/');
  await page.getByRole('button', { name: 'Work with Test Repository' }).click();
  await page.getByText('A title').waitFor();
}

/** The files of the repository, by their paths. */
const repositoryFiles = (page: Page) =>
  page.evaluate(async (name) => {
    const files: Record<string, string> = {};
    const read = async (folder: FileSystemDirectoryHandle, below: string) => {
      for await (const handle of folder.values()) {
        const path = below + handle.name;
        if (handle.kind === 'directory') await read(handle, `${path}/`);
        else files[path] = await (await handle.getFile()).text();
      }
    };
    const storage = await navigator.storage.getDirectory();
    await read(await storage.getDirectoryHandle(name), '');
    return files;
  }, REPOSITORY);

const field = (page: Page, path: string) =>
  page
    .locator(`[data-key-path="${path}"]`)
    .first()
    .locator('input:visible, textarea:visible, [contenteditable=true]:visible')
    .first();

/** Writes a title, again if it is lost: the editor shows its form a moment before it takes what is written. */
async function writeTitle(page: Page, title: string) {
  const preview = page.getByRole('document', { name: 'Content Preview' });
  const isTaken = () =>
    preview
      .getByText(title)
      .waitFor({ timeout: 1000 })
      .then(
        () => true,
        () => false,
      );
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await field(page, 'title').fill(title);
    if (await isTaken()) return;
  }
  throw new Error('The editor takes no title');
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Entry saved.').waitFor();
}

test('an edit of a release changes one line of its file', async (t) => {
  const page = await site.visit(t);
  await openEditor(page);
  const before = await repositoryFiles(page);
  await page.getByText('A title').click();
  await field(page, 'dateline').fill('PORT EXAMPLE');
  await save(page);
  const file = 'content/releases/2024/2024-03-05-bridge.md';
  const expected = before[file]?.replace('office:', 'dateline: PORT EXAMPLE\noffice:');
  assert.deepEqual(await repositoryFiles(page), { ...before, [file]: expected });
});

test('a release that is written in the editor is a draft that passes the check, as a person writes it', async (t) => {
  const page = await site.visit(t);
  await openEditor(page);
  const before = await repositoryFiles(page);
  await page.getByRole('button', { name: 'New' }).click();
  await writeTitle(page, 'A Second Pier: “Come In”');
  await field(page, 'date').fill('2024-04-01');
  await page.getByRole('checkbox', { name: 'Office of the South' }).click();
  await page.getByRole('button', { name: /Add .?Contact/u }).click();
  await field(page, 'contact.0.name').fill('Casey Contact');
  await field(page, 'contact.0.phone').fill('(916) 555-0123');
  await field(page, 'body').fill('PORT EXAMPLE – A pier opened.\n\n“Come in,” said Sam Sample.');
  await save(page);
  const files = await repositoryFiles(page);
  const file = 'content/releases/2024/2024-04-01-a-second-pier-come-in.md';
  assert.deepEqual(files, {
    ...before,
    [file]: `---
title: "A Second Pier: “Come In”"
date: 2024-04-01
office: south
contact:
  name: Casey Contact
  phone: (916) 555-0123
draft: true
---

PORT EXAMPLE – A pier opened.

“Come in,” said Sam Sample.
`,
  });
  const folder = await tempFolder(t, files);
  const checked = await runCommand('check', [], { CONTENT_DIR: join(folder, 'content') });
  assert.equal(checked.status, 0, checked.stderr);
  assert.match(checked.stdout, /^2 releases, 0 errors, 0 warnings$/m);
});

test('the introduction of the front page is a form of its own, and its file has the text alone', async (t) => {
  const page = await site.visit(t);
  await openEditor(page);
  const before = await repositoryFiles(page);
  await page.goto('./admin/#/collections/site/entries/home');
  await field(page, 'body').fill('We **print** what we said.');
  await save(page);
  assert.deepEqual(await repositoryFiles(page), {
    ...before,
    'content/site/home.md': 'We **print** what we said.\n',
  });
});

/** Breaches of WCAG 2.2 AA that axe finds in the page as it is. */
async function breaches(page: Page): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(file, 'utf8'));
  const { violations } = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (window as unknown as { axe: typeof Axe }).axe.run(document, { runOnly: tags });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('axe finds no breach of WCAG in the list, in a form, and where people sign in', async (t) => {
  const page = await site.visit(t);
  await openEditor(page);
  assert.deepEqual(await breaches(page), []);
  await page.getByText('A title').click();
  await field(page, 'dateline').waitFor();
  assert.deepEqual(await breaches(page), []);
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto('./about/');
  await page.goto('./admin/');
  await page.getByRole('button', { name: 'Work with Test Repository' }).waitFor();
  assert.deepEqual(await breaches(page), []);
});
