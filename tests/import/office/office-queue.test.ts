import assert from 'node:assert/strict';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findLibreOffice } from '../../../src/import/office/find-libreoffice.ts';
import { OfficeQueue } from '../../../src/import/office/office-queue.ts';
import { runLibreOffice } from '../../../src/import/office/run-libreoffice.ts';
import { convertSources } from '../../../src/import/pool/convert-sources.ts';
import { ImportPool } from '../../../src/import/pool/import-pool.ts';
import type { SourceItem } from '../../../src/import/sources/source-item.ts';
import { WorkFolder } from '../../../src/import/sources/work-folder.ts';
import { fodtOf, noLibreOffice, odtOf, rtfOf } from '../../support/office-documents.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const paragraphs = (n: number) => [
  `Senator Sample Opens Lighthouse ${n}`,
  `SAMPLETON – Senator Sam Sample opened lighthouse ${n}, “the lamp of pier ${n}”, to everyone who can climb its stairs.`,
];
const item = (name: string, bytes: string | Buffer): SourceItem => ({
  name,
  kind: 'office',
  bytes: Buffer.from(bytes),
});

async function convertAll(items: readonly SourceItem[], program?: string) {
  const folder = new WorkFolder();
  const office = new OfficeQueue(folder, program ?? findLibreOffice());
  const list = (async function* () {
    yield* items;
  })();
  const results = await Array.fromAsync(convertSources(list, new ImportPool(), office));
  await folder.close();
  return results.map(({ result }) => result);
}

test(
  'documents of several formats are converted in their order, and a damaged one fails alone',
  { skip: noLibreOffice },
  async () => {
    const doc = await readFile('tests/fixtures/import/libreoffice.doc');
    const results = await convertAll([
      item('1.odt', await odtOf(paragraphs(1))),
      item('2.rtf', rtfOf(paragraphs(2))),
      item('3.doc', doc.subarray(0, 6000)),
      item('4.doc', doc),
      item('5.odt', await odtOf(paragraphs(5))),
      item('6.doc', rtfOf(paragraphs(6))),
      item('7.fodt', fodtOf(paragraphs(7))),
    ]);
    assert.deepEqual(
      results.map(({ failure }) => failure?.message),
      [undefined, undefined, 'cannot be read by LibreOffice: it is damaged or protected', undefined, undefined, undefined, undefined],
    ); // prettier-ignore
    for (const n of [1, 2, 5, 6, 7])
      assert.match(results[n - 1]?.document?.text ?? '', new RegExp(`“the lamp of pier ${n}”`));
    assert.match(results[3]?.document?.markdown ?? '', /\*\*with no card asked for\*\*/);
    assert.deepEqual(results[3]?.document?.warnings, []);
  },
);

/** A program in the place of LibreOffice that does to each file what its words say. */
const PROGRAM = `#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const args = process.argv.slice(2);
const out = args[args.indexOf('--outdir') + 1];
for (const file of args.slice(args.indexOf('--outdir') + 2)) {
  const text = fs.readFileSync(file, 'utf8');
  if (text.includes('crashes')) process.exit(3);
  if (text.includes('hangs')) for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.includes('half')) { fs.writeFileSync(path.join(out, path.parse(file).name + '.docx'), 'PK'); process.exit(3); }
  if (!text.includes('refuses')) fs.writeFileSync(path.join(out, path.parse(file).name + '.docx'), 'PK\\x05\\x06');
}
`;

test(
  'what crashes the program or hangs in it fails alone, and all others are converted',
  { skip: process.platform === 'win32' && 'Windows starts no scripts' },
  async (t) => {
    const texts = ['good', 'refuses', 'good', 'crashes', 'good', 'hangs', 'half', 'good'];
    const folder = await tempFolder(t);
    const program = join(folder, 'soffice');
    await writeFile(program, PROGRAM);
    await chmod(program, 0o755);
    const files = new Map<string, string>();
    for (const [n, text] of texts.entries()) {
      files.set(String(n), join(folder, `${n}.rtf`));
      await writeFile(join(folder, `${n}.rtf`), text);
    }
    const batch = { program, filter: 'Rich Text Format', folder, output: 'docx', timeLimit: 3000 } as const; // prettier-ignore
    const results = await runLibreOffice(files, batch);
    assert.deepEqual(
      texts.map((_, n) => {
        const result = results.get(String(n));
        return typeof result === 'string' ? result : 'converted';
      }),
      [
        'converted',
        'refused',
        'converted',
        'crashed',
        'converted',
        'stuck',
        'crashed',
        'converted',
      ],
    );
    const left = (await readdir(folder)).filter((name) => name.startsWith('profile'));
    assert.deepEqual(left, []);
  },
);

test('LibreOffice is found where it is named, and not in a sandbox', async (t) => {
  const folder = await tempFolder(t, { 'bin/soffice': '', 'snap/bin/soffice': '' });
  const found = (environment: NodeJS.ProcessEnv) => findLibreOffice(environment, 'linux');
  assert.equal(found({ LIBREOFFICE: join(folder, 'bin/soffice') }), join(folder, 'bin/soffice'));
  assert.equal(found({ LIBREOFFICE: 'none', PATH: join(folder, 'bin') }), undefined);
  assert.equal(found({ PATH: join(folder, 'bin') }), join(folder, 'bin/soffice'));
  assert.notEqual(found({ PATH: join(folder, 'snap/bin') }), join(folder, 'snap/bin/soffice'));
});
