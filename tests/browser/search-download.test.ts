import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();

/** Presses the button of a format, by keyboard, and reads the file that the browser saves. */
async function download(
  search: SearchPage,
  format: string,
): Promise<{ name: string; text: string }> {
  const saving = search.page.waitForEvent('download');
  await search.main.getByRole('button', { name: format, exact: true }).press('Enter');
  const saved = await saving;
  return {
    name: saved.suggestedFilename(),
    text: await readFile(await saved.path(), 'utf8'),
  };
}

test('what a search finds is saved as a table, with all that was found and the query on top', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=library&sort=newest');
  const { name, text } = await download(search, 'CSV');
  assert.match(name, /^search-\d{4}-\d\d-\d\d\.csv$/);
  const [title, address, note, columns = [], ...rows] = parse(text, {
    relax_column_count: true,
  });
  assert.match(title?.[0] ?? '', /^# Search in .+: library$/);
  assert.match(address?.[0] ?? '', /\/search\/\?q=library&sort=newest$/);
  const count = await search.count();
  assert.match(note?.[0] ?? '', new RegExp(`^# Retrieved on .+: ${count} releases$`));
  const column = (of: string) => rows.map((row) => row[columns.indexOf(of)] ?? '');
  assert.equal(new Set(column('release')).size, count);
  assert.ok(column('text').every((words) => words === '' || /librar/i.test(words)));
  assert.deepEqual(column('date'), column('date').toSorted().reverse());
  await search.main.getByText(`Saved as ${name}`).waitFor();
});

test('it has the releases in the order of the page, more than are shown at once', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=the');
  const { releases } = JSON.parse((await download(search, 'JSON')).text) as {
    releases: { frontmatter: { title: string } }[];
  };
  const titles = releases.map(({ frontmatter }) => frontmatter.title);
  assert.equal(titles.length, await search.count());
  const shown = await search.titles();
  assert.ok(titles.length > shown.length);
  assert.deepEqual(titles.slice(0, shown.length), shown);
});

test('a search by filters alone has an entry of each release for reference managers', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?topic=public-libraries');
  const count = await search.count();
  const ris = (await download(search, 'RIS')).text;
  assert.equal([...ris.matchAll(/^TY {2}- /gm)].length, count);
  assert.match(ris, /^Search in [^:\n]+\r\n/);
  const bibtex = (await download(search, 'BibTeX')).text;
  assert.equal([...bibtex.matchAll(/^@online\{/gm)].length, count);
});

test('where a file is missing, the page says so, and nothing is saved', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  const search = await SearchPage.open(page, '?q=library');
  let downloads = 0;
  page.on('download', () => downloads++);
  await page.route('**/release.json', (route) => route.fulfill({ status: 404 }));
  await search.main.getByRole('button', { name: 'CSV' }).click();
  await search.main.getByText('The file could not be made').waitFor();
  assert.equal(downloads, 0);
  assert.ok(await search.main.getByRole('button', { name: 'CSV' }).isEnabled());
});

test('before a search there is nothing to download', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  assert.ok(await search.main.getByRole('button', { name: 'CSV' }).isHidden());
});
