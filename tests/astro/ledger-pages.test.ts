import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { bridge, fee, ferry, lantern } from '../support/paragraphs.ts';
import { ledgerOf, lineOf, RECORDED_ON, releasesOf } from '../support/recorded-archive.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const [renamed, gone, absent, back] = [
  '2017-11-22-renamed',
  '2017-11-23-gone',
  '2017-11-24-absent',
  '2017-11-25-back',
] as const;
const renamedTo = '2018-01-02-new-name';
const texts = {
  [renamed]: [ferry, bridge, fee],
  [gone]: [lantern, 'It was taken out.'],
  [absent]: ['Its file is not there.', 'Nobody has said why.'],
  [back]: ['It was taken out, and put back.'],
};
const goneLine = (id: keyof typeof texts) =>
  lineOf(id, texts[id]).replace(
    ',"statements"',
    `,"gone":{"on":"${RECORDED_ON}","reason":"It was <a> draft."},"statements"`,
  );

test('before anything is recorded, the site keeps every address and id that was', async (t) => {
  const home = await tempFolder(t);
  const now = { [renamedTo]: [ferry, bridge.replace('March', 'April'), fee], [back]: texts[back] };
  const lines = [lineOf(renamed, texts[renamed]), goneLine(gone)];
  await writeFiles(join(home, 'content'), {
    ...ledgerOf(texts),
    ...releasesOf(now),
    'ledger/2017.jsonl': `${[...lines, lineOf(absent, texts[absent]), goneLine(back)].join('\n')}\n`,
  });
  const { status, stderr } = await runCommand('build', [], {
    CONTENT_DIR: join(home, 'content'),
    OUT_DIR: join(home, 'site'),
    CACHE_DIR: join(home, 'cache'),
    SITE_URL: 'https://press.example.org',
    BASE_PATH: '/archive/',
  });
  assert.equal(status, 0, stderr);
  const pageOf = (id: string) => {
    const [, year, month, day, slug] = /^(\d+)-(\d+)-(\d+)-(.+)$/.exec(id) ?? [];
    const path = ['releases', year, month, day, slug, 'index.html'].join('/');
    return readFile(join(home, 'site', path), 'utf8');
  };
  const marked = (html: string) =>
    [...html.matchAll(/<p data-removed id="([^"]+)"/g)].map(([, id]) => id);

  const moved = await pageOf(renamed);
  const target = '/archive/releases/2018/01/02/new-name/';
  assert.match(moved, new RegExp(`<meta http-equiv="refresh" content="\\d; url=${target}">`));
  assert.match(
    moved,
    new RegExp(`<link rel="canonical" href="https://press.example.org${target}">`),
  );
  assert.match(moved, new RegExp(`<a data-moved-to href="${target}">A title</a>`));

  const page = await pageOf(renamedTo);
  assert.deepEqual(
    [...page.matchAll(/<p id="([^"]+)" data-statement/g)].map(([, id]) => id),
    texts[renamed].map(statementId),
  );
  const edited = new RegExp(
    `id="${statementId(bridge)}"[^>]*>The bridge was closed in April.*?</p>`,
  );
  assert.match(edited.exec(page)?.[0] ?? '', /data-note/);

  const taken = await pageOf(gone);
  assert.match(
    taken,
    /<time datetime="2025-03-01">March 1, 2025<\/time>\. <bdi>It was &lt;a&gt; draft\./,
  );
  assert.deepEqual(marked(taken), texts[gone].map(statementId));
  const lost = await pageOf(absent);
  assert.match(lost, /It has been taken out of the archive\./);
  assert.deepEqual(marked(lost), texts[absent].map(statementId));
  const there = await pageOf(back);
  assert.doesNotMatch(there, /data-gone|data-removed/);
  assert.match(there, new RegExp(`<p id="${statementId(texts[back][0] ?? '')}" data-statement`));
});
