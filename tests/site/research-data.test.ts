import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { examples } from '../../src/publish/data/examples.ts';
import type { ReleaseRecord } from '../../src/publish/data/release-record.ts';
import { filesIn } from '../support/folder-bytes.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { attribute, builtPages, find, textOf } from './built-page.ts';

const run = promisify(execFile);
const hasModule = (name: string) =>
  spawnSync('python3', ['-c', `import ${name}`]).status === 0 ? false : `no ${name} for python3`;
const python = async (code: string, ...args: string[]) =>
  (await run('python3', ['-c', code, ...args], { maxBuffer: Infinity })).stdout;

let site = '';
const records: ReleaseRecord[] = [];

before(async () => {
  site = await builtSite();
  for (const file of (await filesIn(site)).filter((path) => path.endsWith('/release.json')))
    records.push(JSON.parse(await readFile(join(site, file), 'utf8')) as ReleaseRecord);
});

const ofYear = (year: string) =>
  records
    .filter(({ frontmatter }) => frontmatter.date.startsWith(year))
    .flatMap((record) => record.statements.map(({ id, text }) => ({ record, id, text })));

test(
  'DuckDB reads the tables of statements: days are days, lists are lists, no row is missing',
  { skip: hasModule('duckdb') },
  async () => {
    const code = `
import duckdb, json, sys
table = duckdb.connect().execute("SELECT * FROM read_parquet('" + sys.argv[1] + "')")
names = [one[0] for one in table.description]
rows = [dict(zip(names, row)) for row in table.fetchall()]
types = [str(one) for one in duckdb.connect().execute("DESCRIBE SELECT date, withdrawn, office, topics, position FROM read_parquet('" + sys.argv[1] + "')").fetchall()]
print(json.dumps([rows, types], default=str))`;
    const file = join(site, 'data/statements-2021.parquet');
    const [rows, types] = JSON.parse(await python(code, file)) as [
      Record<string, unknown>[],
      string[],
    ];
    assert.match(
      types.join(),
      /date.*'DATE'.*withdrawn.*'DATE'.*office.*'VARCHAR\[\]'.*topics.*'VARCHAR\[\]'.*position.*'INTEGER'/,
    );
    const expected = ofYear('2021');
    assert.ok(expected.length > 10);
    const keyOf = (release: unknown, statement: unknown) =>
      `${String(release)} ${String(statement)}`;
    const byKey = new Map(rows.map((row) => [keyOf(row['release'], row['statement']), row]));
    assert.equal(rows.length, expected.length);
    for (const { record, id, text } of expected) {
      const row = byKey.get(keyOf(record.id, id));
      const { frontmatter } = record;
      assert.ok(row, id);
      assert.equal(row['text'], text);
      assert.equal(row['date'], frontmatter.date);
      assert.equal(row['url'], `${record.url}#${id}`);
      assert.deepEqual(row['office'], frontmatter.office);
      assert.deepEqual(row['topics'], frontmatter.topics ?? []);
      assert.equal(row['withdrawn'], frontmatter.withdrawn?.date ?? null);
    }
  },
);

test(
  'the example for DuckDB runs as it is, and finds what is there',
  { skip: hasModule('duckdb') },
  async () => {
    const code = 'import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall()))';
    const example = examples(`${SITE_URL}/data/`, '2021').find(
      ({ purpose }) => purpose === 'countWords',
    );
    const sql = example?.code.replaceAll(`${SITE_URL}/`, `${site}/`) ?? '';
    const rows = JSON.parse(await python(code, sql)) as [number, string, number][];
    const expected = ofYear('2021')
      .filter(({ text }) => text.toLowerCase().includes('budget'))
      .flatMap(({ record }) => record.frontmatter.office);
    const found = rows.flatMap(([, office, count]) => Array<string>(count).fill(office));
    assert.deepEqual(found.toSorted(), expected.toSorted());
    assert.ok(rows.every(([year]) => year === 2021));
  },
);

for (const name of ['pandas', 'polars']) {
  const skip = hasModule(name) || (name === 'pandas' && hasModule('pyarrow'));
  test(`the example for ${name} runs as it is, and counts what is there`, { skip }, async (t) => {
    const server = await serve(site);
    t.after(() => server.close());
    const example = examples(`${server.url}data/`, '2021').find(
      ({ language }) => language === `Python, ${name}`,
    );
    const said = await python(example?.code ?? '');
    const counts = [...said.matchAll(/^.*2021\W+([a-z-]+)\W+(\d+)\W*$/gm)];
    const found = counts.flatMap(([, office, count]) =>
      Array<string>(Number(count)).fill(office ?? ''),
    );
    const expected = ofYear('2021')
      .filter(({ text }) => text.toLowerCase().includes('budget'))
      .flatMap(({ record }) => record.frontmatter.office);
    assert.ok(expected.length > 0);
    assert.deepEqual(found.toSorted(), expected.toSorted(), said);
  });
}

test('Calc opens a table of statements with each word as it was issued', async (t) => {
  if (spawnSync('soffice', ['--version']).status !== 0)
    return t.skip('LibreOffice is not installed');
  const folder = await tempFolder(t);
  const input = join(site, 'data/statements-2018.csv');
  // As its dialog proposes for a file that begins with a byte order mark: comma, quotation mark, UTF-8.
  const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`];
  const convert = ['--infilter=CSV:44,34,76', '--convert-to', 'fods', '--outdir', folder, input];
  await run('soffice', [...options, ...convert]);
  const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.fods'));
  const sheet = await readFile(join(folder, name), 'utf8');
  const text = sheet
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const cells = new Set(text.split('\n').map((cell) => cell.replace(/\s+/g, ' ').trim()));
  for (const { id } of ofYear('2018')) assert.ok(cells.has(id), id);
  assert.ok(cells.has('release'), 'the first column has its name, without a mark before it');
  assert.ok(ofYear('2018').some(({ text }) => cells.has(text) && /[^\u0000-\u007f]/.test(text)));
  assert.doesNotMatch(sheet, /table:formula=/);
});

test(
  'the data package is valid, with sizes, digests, keys and types',
  { skip: hasModule('frictionless') },
  async () => {
    const code =
      'import frictionless, sys; r = frictionless.validate(sys.argv[1]); print(r.valid, r.stats["tasks"]); print(r.flatten(["path", "type", "message"])[:5])';
    const said = await python(code, join(site, 'data/datapackage.json'));
    assert.match(said, /^True \d+/, said);
  },
);

test('CITATION.cff is valid YAML with what it must have; cffconvert agrees', async (t) => {
  const file = join(site, 'data/CITATION.cff');
  const cff = parseYaml(await readFile(file, 'utf8')) as Record<string, unknown>;
  assert.equal(cff['cff-version'], '1.2.0');
  assert.deepEqual(cff['authors'], [{ name: 'On the Record' }]);
  const manifest = JSON.parse(await readFile(join(site, 'data/manifest.json'), 'utf8')) as {
    modified: string;
    digest: string;
  };
  assert.equal(cff['date-released'], manifest.modified);
  assert.match(JSON.stringify(cff['identifiers']), new RegExp(manifest.digest));
  if (hasModule('cffconvert')) return t.diagnostic('cffconvert is not installed');
  const code =
    'import sys; from cffconvert.citation import Citation; Citation(open(sys.argv[1]).read()).validate(); print("valid")';
  assert.match(await python(code, file), /valid/);
});

const SHAPES = process.env['DCAT_AP_SHAPES'];
test(
  'the catalogue entry has what DCAT-AP asks for',
  {
    skip: SHAPES
      ? hasModule('pyshacl')
      : 'name the shapes of DCAT-AP, as in DCAT_AP_SHAPES=dcat-ap-SHACL.ttl',
  },
  async () => {
    const code = `
import sys
from pyshacl import validate
from rdflib import Graph, OWL
data, shapes = Graph().parse(sys.argv[1], format="json-ld"), Graph().parse(sys.argv[2])
shapes.remove((None, OWL.imports, None))
print(validate(data, shacl_graph=shapes)[2])`;
    const said = await python(code, join(site, 'data/dcat.jsonld'), SHAPES ?? '');
    assert.match(said, /Conforms: True/, said);
  },
);

test('catalogues find the files of the data, and search engines a dataset with its downloads', async () => {
  const manifest = JSON.parse(await readFile(join(site, 'data/manifest.json'), 'utf8')) as {
    digest: string;
    files: { name: string; url: string; bytes: number; sha256: string }[];
  };
  const tables = manifest.files.filter(({ name }) => !name.endsWith('.schema.json'));
  const dcat = JSON.parse(await readFile(join(site, 'data/dcat.jsonld'), 'utf8')) as Record<
    string,
    unknown
  >;
  assert.equal(dcat['dct:identifier'], manifest.digest);
  const distributions = dcat['dcat:distribution'] as Record<string, Record<string, string>>[];
  assert.deepEqual(
    distributions.map((one) => [
      one['@id'],
      one['dcat:byteSize']?.['@value'],
      (one['spdx:checksum']?.['spdx:checksumValue'] as unknown as Record<string, string>)['@value'],
    ]),
    tables.map(({ url, bytes, sha256 }) => [url, String(bytes), sha256]),
  );
  const page = (await Array.fromAsync(builtPages(site))).find(({ path }) => path === '/data/');
  assert.ok(page);
  const [script] = find(page.tree, (one) => attribute(one, 'type') === 'application/ld+json');
  const thing = JSON.parse(textOf(script)) as {
    '@type': string;
    distribution: { contentUrl: string }[];
  };
  assert.equal(thing['@type'], 'Dataset');
  const urls = thing.distribution.map(({ contentUrl }) => contentUrl);
  assert.deepEqual(urls.toSorted(), tables.map(({ url }) => url).toSorted());
  const cited = textOf(
    find(page.tree, ({ properties }) => properties['dataCiteDataset'] !== undefined)[0],
  );
  for (const style of ['APA', 'Chicago', 'MLA']) assert.ok(cited.includes(style));
  assert.equal(cited.split(`${SITE_URL}/data/`).length, 4);
});
