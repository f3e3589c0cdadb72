import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import type { Locator } from 'playwright-core';
import { readCitation } from '../publish/citation/read-citation.ts';
import { LANTERNS, lanternsFolder } from '../support/lanterns.ts';
import { SITE_URL } from '../support/site.ts';
import { CitingPage } from './pages/citing-page.ts';
import { servedSite, type VisitOptions } from './visitors.ts';

const site = servedSite(async () => ({ content: await lanternsFolder() }));
const SOUTH = 'The keepers of the south pier';

const open = async (t: TestContext, wishes: VisitOptions = {}) =>
  CitingPage.open(await site.visit(t, wishes), LANTERNS);

const dialogOf = ({ page }: CitingPage, name: string) => page.getByRole('dialog', { name });

/** What a click on a link of the dialog downloads. */
async function download({ page }: CitingPage, link: Locator) {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a release is cited in three styles, and the citation can be copied', async (t) => {
  const release = await open(t);
  await release.page.getByRole('button', { name: 'APA, Chicago, MLA…' }).click();
  const dialog = dialogOf(release, 'Cite this release');
  const apa = dialog.getByText('(2017, November 22)');
  await apa.waitFor();
  assert.match(
    await apa.innerText(),
    /^Office of the North & Office of the South\. .* \[Press release\]\. /,
  );
  assert.equal(await apa.locator('i').innerText(), 'Lanterns: a beginning');
  await dialog.getByRole('radio', { name: 'MLA' }).check();
  const mla = dialog.getByText('22 Nov. 2017');
  await mla.waitFor();
  await dialog.getByRole('radio', { name: 'Chicago' }).check();
  const chicago = dialog.getByText(/^Office of the North,? and Office of the South\. 2017\. “/);
  await chicago.waitFor();
  await dialog.getByRole('button', { name: 'Copy citation' }).click();
  await release.says('Citation copied');
  assert.equal(await release.clipboard(), await chicago.innerText());
  await release.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('a statement is cited for newspapers, Wikipedia and tables too', async (t) => {
  const release = await open(t);
  await release.clickPermalink(release.statement(SOUTH));
  await release.bar.getByRole('button', { name: 'Cite…' }).click();
  const dialog = dialogOf(release, 'Cite this statement');
  for (const [form, expected] of [
    ['AP', /^“The keepers of the south pier.*” .* said in a news release dated Nov\. 22, 2017\. /],
    ['Wikipedia', /^\{\{cite press release \|title=Lanterns: a beginning .*\|quote=The keepers/],
    [
      'Table row',
      /^2017-11-22\tOffice of the North; Office of the South\tLanterns: a beginning\tThe/,
    ],
  ] as const) {
    await dialog.getByRole('radio', { name: form, exact: true }).check();
    await dialog.getByRole('button', { name: 'Copy citation' }).click();
    await release.says('Citation copied');
    assert.match(await release.clipboard(), expected);
  }
});

test('a statement is cited by its link, with its words, as a file for reference managers', async (t) => {
  const release = await open(t);
  const statement = release.statement(SOUTH);
  const id = await statement.getAttribute('id');
  await release.clickPermalink(statement);
  await release.bar.getByRole('button', { name: 'Cite…' }).click();
  const dialog = dialogOf(release, 'Cite this statement');
  await dialog.getByText(`#${id}`).waitFor();
  for (const [name, ending] of [
    ['BibTeX', 'bib'],
    ['RIS', 'ris'],
  ] as const) {
    const file = await download(release, dialog.getByRole('link', { name }));
    assert.equal(file.name, `${LANTERNS}-${id}.${ending}`);
    const { url, note, title, day } = readCitation(file.text);
    assert.equal(url, `${SITE_URL}${new URL(release.page.url()).pathname}#${id}`);
    assert.ok(note?.startsWith(SOUTH), note);
    assert.deepEqual([title, day], ['Lanterns: a beginning', '2017-11-22']);
  }
});

test('of selected words the quotation is those words', async (t) => {
  const release = await open(t);
  await release.selectByMouse(release.statement(SOUTH), 'have kept it for fourteen years');
  await release.bar.getByRole('button', { name: 'Cite…' }).click();
  const dialog = dialogOf(release, 'Cite this statement');
  const file = await download(release, dialog.getByRole('link', { name: 'RIS' }));
  assert.equal(readCitation(file.text).note, 'have kept it for fourteen years');
});

test('without JavaScript there are the files, and no button that does nothing', async (t) => {
  const release = await open(t, { javaScriptEnabled: false });
  const cite = release.page.getByRole('region', { name: 'Cite this release' });
  assert.equal(await cite.getByRole('button').count(), 0);
  const file = await download(release, cite.getByRole('link', { name: 'RIS' }));
  assert.equal(file.name, `${LANTERNS}.ris`);
  assert.equal(readCitation(file.text).title, 'Lanterns: a beginning');
  assert.match(await cite.innerText(), /“Lanterns: a beginning”, November 22, 2017\. https:/);
});
