import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { examples } from '../../src/publish/data/examples.ts';
import { type ReleaseRecord, releaseRecord } from '../../src/publish/data/release-record.ts';
import { editedArchive } from '../support/edited-archive.ts';
import { digests, filesIn } from '../support/folder-bytes.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { attribute as attributeOf, elementsIn, statementsIn } from '../support/statement-rule.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { builtPages, find, textOf } from './built-page.ts';
import { idOf } from './statement-rule.ts';

interface Manifest {
  count: number;
  schemaVersion: number;
  license: string | null;
  digest: string;
  files: { name: string; bytes: number; count: number; rows: number; sha256: string }[];
}

let site = '';
let manifest: Manifest;
const lines: { line: string; record: ReleaseRecord }[] = [];
const read = (path: string) => readFile(join(site, path));
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
/** The path below the site of one of its addresses. */
const pathOf = (address: string) => address.slice(SITE_URL.length + 1);

before(async () => {
  site = await builtSite();
  manifest = JSON.parse((await read('data/manifest.json')).toString()) as Manifest;
  for (const { name } of manifest.files.filter((file) => file.name.endsWith('.jsonl.gz'))) {
    const text = gunzipSync(await read(`data/${name}`)).toString();
    for (const line of text.split('\n').slice(0, -1))
      lines.push({ line, record: JSON.parse(line) as ReleaseRecord });
  }
});

test('the manifest tells size, count and digest of each bulk file, and the form of the records', async () => {
  for (const { name, bytes, count, rows, sha256: digest } of manifest.files) {
    const content = await read(`data/${name}`);
    assert.deepEqual([content.length, sha256(content), count], [bytes, digest, rows], name);
  }
  const names = manifest.files.map(({ name }) => name);
  assert.ok(names.includes('releases.csv') && names.includes('release.schema.json'));
  assert.ok(names.includes('releases-2017.jsonl.gz'));
  assert.deepEqual([manifest.schemaVersion, manifest.license], [1, null]);
});

test('the digest of the archive can be worked out from its releases', () => {
  const sums = lines.map(({ line, record }) => {
    const { id, frontmatter, statements, removed } = JSON.parse(line) as ReleaseRecord;
    const digest = sha256(canonical({ id, frontmatter, statements, removed }));
    assert.equal(record.digest, `sha256:${digest}`);
    return `${digest}  ${id}\n`;
  });
  const byId = sums.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  assert.equal(manifest.digest, `sha256:${sha256(byId.join(''))}`);
});

/** JSON by RFC 8785, from its text alone. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`;
}

test('the digest of the archive is the same wherever it is published', async () => {
  const elsewhere = await builtSite({ base: '/elsewhere/' });
  const text = await readFile(join(elsewhere, 'data/manifest.json'), 'utf8');
  assert.equal((JSON.parse(text) as Manifest).digest, manifest.digest);
});

test('the example that computes the digest of the archive computes it', async (t) => {
  if (spawnSync('python3', ['--version']).status !== 0) return t.skip('there is no python3');
  const server = await serve(site);
  t.after(() => server.close());
  const example = examples(`${server.url}data/`, '2017').find(
    ({ purpose }) => purpose === 'digest',
  );
  const { stdout } = await promisify(execFile)('python3', ['-c', example?.code ?? '']);
  assert.equal(stdout, `${manifest.digest} is right\n`);
});

test('every line of the bulk data is the release.json of its release, and no release lacks one', async () => {
  for (const { line, record } of lines)
    assert.equal((await read(`${pathOf(record.url)}release.json`)).toString(), `${line}\n`);
  assert.equal(lines.length, manifest.count);
  assert.equal(new Set(lines.map(({ record }) => record.id)).size, manifest.count);
});

test('every line is valid by the published schema, and by the schema that this is made from', async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse((await read('data/release.schema.json')).toString()) as object;
  const validate = ajv.compile(schema);
  for (const { record } of lines) {
    assert.ok(validate(record), `${record.id}: ${JSON.stringify(validate.errors)}`);
    assert.deepEqual(releaseRecord.parse(record), record);
  }
  const [first] = lines;
  assert.ok(first);
  assert.ok(!validate({ ...first.record, url: undefined }), 'a record without its address');
  assert.ok(!validate({ ...first.record, more: 1 }), 'a record with a field of its own');
  const alone = { ...first.record.frontmatter, office: 'one' };
  assert.ok(!validate({ ...first.record, frontmatter: alone }), 'a value that is no list');
});

test('the statements of a record are those of the page, ids and words', async () => {
  for (const { record } of lines) {
    const html = (await read(`${pathOf(record.url)}index.html`)).toString();
    const onPage = statementsIn(html).map(({ id, text }) => ({
      id,
      text: text.normalize('NFC').replace(/\s+/g, ' ').trim(),
    }));
    assert.deepEqual(
      record.statements.map(({ id, text }) => ({ id, text })),
      onPage,
      record.id,
    );
  }
});

test('the selectors of a statement select its words in the page, and nothing else', async () => {
  const edited = await builtSite({ content: await editedArchive() });
  for (const folder of [site, edited]) {
    for (const file of (await filesIn(folder)).filter((path) => path.endsWith('/release.json'))) {
      const record = JSON.parse(await readFile(join(folder, file), 'utf8')) as ReleaseRecord;
      const page = join(folder, file.replace('release.json', 'index.html'));
      assertSelects(record, await readFile(page, 'utf8'));
    }
  }
});

function assertSelects({ url, statements, selectors }: ReleaseRecord, html: string) {
  const [body] = elementsIn(html).filter((one) => attributeOf(one, 'class') === 'release-body');
  assert.ok(body, url);
  const text = textContent(body);
  assert.deepEqual(
    Object.keys(selectors),
    statements.map(({ id }) => id),
  );
  for (const [id, [{ prefix, exact, suffix }, { start, end }]] of Object.entries(selectors)) {
    assert.equal([...text].slice(start, end).join(''), exact, `${url}#${id}`);
    assert.equal(text.split(prefix + exact + suffix).length, 2, `${url}#${id} is selected once`);
    const element = elementsIn(html).find((one) => attributeOf(one, 'id') === id);
    assert.ok(element && textContent(element).includes(exact), `${url}#${id}`);
  }
}

/** What a browser has as `textContent`. */
function textContent(element: ReturnType<typeof elementsIn>[number]): string {
  return element.childNodes
    .map((child) => ('tagName' in child ? textContent(child) : 'value' in child ? child.value : ''))
    .join('');
}

test('a row of the table tells of each release, and leads to its data', async () => {
  const text = (await read('data/releases.csv')).toString();
  const [header = '', ...rows] = text.split('\r\n').slice(0, -1);
  const columns = header.split(',');
  assert.equal(rows.length, manifest.count);
  const parsed = rows.map((row) => parseRow(row));
  for (const values of parsed) {
    assert.equal(values.length, columns.length);
    const value = (name: string) => values[columns.indexOf(name)] ?? '';
    const { record, line } = lines.find((one) => one.record.id === value('id')) ?? {};
    assert.ok(record && line);
    assert.equal(value('title'), record.frontmatter.title);
    assert.equal(value('office_name'), record.offices.map(({ name }) => name).join('; '));
    assert.equal(value('data'), `${record.url}release.json`);
    assert.equal(value('sha256'), sha256(`${line}\n`));
    assert.equal(Number(value('statements')), record.statements.length);
  }
});

/** The values of a row by RFC 4180. */
function parseRow(row: string): string[] {
  const cells = row.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
  return cells.map((cell) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}

test('the list of checksums names every other file with its digest', async () => {
  const text = (await read('data/sha256sums.txt')).toString();
  const listed = Object.fromEntries(
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const found = Object.entries(await digests(site));
  assert.deepEqual(
    listed,
    Object.fromEntries(found.filter(([path]) => path !== 'data/sha256sums.txt')),
  );
});

test('sha256sum, as it is on many computers, finds the list in order', async (t) => {
  if (spawnSync('sha256sum', ['--version']).status !== 0) return t.skip('there is no sha256sum');
  const { stdout } = await promisify(execFile)('sha256sum', ['--check', 'data/sha256sums.txt'], {
    cwd: site,
    maxBuffer: Infinity,
  });
  assert.match(stdout, /^data\/manifest\.json: OK$/m);
});

for (const [language, program] of [
  ['Shell', 'sh'],
  ['Python', 'python3'],
  ['R', 'Rscript'],
] as const) {
  test(`the example for ${language} on the page runs as it is`, async (t) => {
    if (spawnSync('which', [program]).status !== 0) return t.skip(`there is no ${program} here`);
    const pages = await Array.fromAsync(builtPages(site));
    const [example] = find(
      pages.find(({ path }) => path === '/data/')?.tree ?? { type: 'root', children: [] },
      ({ properties }) => properties['dataExample'] === language,
    );
    const server = await serve(site);
    t.after(() => server.close());
    const code = textOf(example).trim().replaceAll(`${SITE_URL}/`, server.url);
    assert.ok(code.includes(server.url), code);
    const { stdout } = await promisify(execFile)(program, [language === 'R' ? '-e' : '-c', code], {
      cwd: await tempFolder(t),
    });
    const expected = { Shell: /: OK\n\d+\n$/, Python: /#s-[a-z2-7]{8}/, R: /\b2017\b/ }[language];
    assert.match(stdout, expected);
  });
}

test('of a statement that was edited the record tells the digest of its words, and what was merged', async () => {
  const folder = await builtSite({ content: await editedArchive() });
  const id = '2019-05-14-night-bus-pilot-on-route-zero';
  const file = join(folder, 'releases/2019/05/14/night-bus-pilot-on-route-zero/release.json');
  const record = JSON.parse(await readFile(file, 'utf8')) as ReleaseRecord;
  assert.equal(record.id, id);
  const edited = record.statements.filter(({ digest }) => digest !== undefined);
  assert.ok(edited.length > 0);
  for (const { digest, text } of edited) assert.equal(digest, idOf(text));
  for (const { id: own, text, digest } of record.statements)
    if (digest === undefined) assert.equal(own.replace(/-\d+$/, ''), idOf(text));
  assert.ok(record.statements.some(({ former }) => former !== undefined));
  assert.ok(record.removed.length > 0);
});
