import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bridge, fee, ferry, lantern, meeting, sale } from '../support/paragraphs.ts';
import {
  fileOf,
  recordedArchive,
  releasesOf,
  runOn,
  type Texts,
} from '../support/recorded-archive.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const texts: Texts = {
  '2017-01-01-same': ['Nothing is new here.'],
  '2017-01-02-changed': [ferry, bridge, fee],
  '2017-01-03-deleted': [lantern],
  '2017-01-04-renamed': [meeting],
};
const KEPT = 'so that links to its statements last from now on';

test('what the ledger lacks is reported, with the command that mends it; nothing else is', async (t) => {
  const folder = await tempFolder(t, recordedArchive(texts));
  const recorded = await runOn(folder, 'check');
  assert.deepEqual(recorded, {
    status: 0,
    stdout: '4 releases, 0 errors, 0 warnings\n',
    stderr: '',
  });

  for (const id of ['2017-01-03-deleted', '2017-01-04-renamed']) {
    await rm(join(folder, fileOf(id)));
  }
  await writeFiles(folder, {
    ...releasesOf({
      '2017-01-02-changed': [ferry, bridge.replace('March', 'April'), sale],
      '2017-01-05-new-name': texts['2017-01-04-renamed'] ?? [],
      '2018-01-01-new': ['It was issued today.'],
    }),
    ...releasesOf({ '2018-01-02-secret': ['Not yet.'] }, { embargo: '2999-01-01T00:00:00Z' }),
  });
  const { status, stdout, stderr } = await runOn(folder, 'check');
  assert.deepEqual([status, stdout], [0, '5 releases, 0 errors, 4 warnings\n']);
  assert.equal(
    stderr,
    `warning: content/ledger:1: ledger lacks a release (2018-01-01-new); run \`npm run record\`, ${KEPT}
warning: content/ledger/2017.jsonl:1: ledger has 2017-01-03-deleted, which is no longer in the archive; put its file back; or, if it has another name now, add its former address to the aliases there; or run \`npm run record -- --gone "the reason"\`
warning: content/releases/2017/2017-01-02-changed.md:1: body has changed since it was recorded: 1 statement edited, 1 removed, 1 added; run \`npm run record\`, ${KEPT}
warning: content/releases/2017/2017-01-05-new-name.md:1: aliases is not at the address under which it was recorded: 2017-01-04-renamed; run \`npm run record\`, which offers to add it
2018-01-02-secret is left out until 2999-01-01T00:00:00Z.
\`npm run dev -- --all\` shows what is left out too, such as http://localhost:4321/releases/2018/01/02/secret/
`,
  );
});
