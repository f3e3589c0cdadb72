import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import { cellText } from '../../src/archive/spreadsheet-cell.ts';
import type { CitedList } from '../../src/export/cited-list.ts';
import { LIST_FORMATS } from '../../src/export/format-list.ts';
import { citationOf } from '../../src/publish/citation/release-citation.ts';
import { madePublication } from '../support/made-publication.ts';

const QUERY = 'water @news{trap} -"TY  - BOOK"\r\nER  - ';
const STATEMENTS = [
  { id: 's-aaaaaaaa', text: '=1+1, and “nothing” more: 100% of it.' },
  { id: 's-bbbbbbbb-2', text: 'Wells run dry.' },
];

/** Two releases, one with two statements found and one with none. */
function madeList(entryOf: CitedList['entryOf']): CitedList {
  const { publication, releases } = madePublication(
    {
      '2017-11-22-wells': { office: 'one', title: "'@Wells, \\and {more}'" },
      '2019-02-03-pipes': { office: 'one' },
    },
    { offices: { one: { name: 'Senate Committee on Lamps, Lanterns, and Candle Affairs' } } },
  );
  const listed = releases
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((release, n) => ({
      record: {
        id: release.id,
        url: publication.addressOf(release.path),
        frontmatter: { date: release.date, title: release.title } as never,
        offices: [{ slug: 'one', name: 'Senate Committee on Lamps, Lanterns, and Candle Affairs' }],
        csl: citationOf(publication, release),
      },
      statements: n === 0 ? STATEMENTS : [],
    }));
  return {
    title: `Search in Sample Archive: ${QUERY}`,
    address: 'https://press.example.org/archive/search/?q=water',
    retrieved: '2026-11-28',
    note: 'Retrieved on November 28, 2026: 2 releases',
    entryOf,
    releases: listed,
  };
}

const written = (format: string, entryOf: CitedList['entryOf'] = 'release') =>
  LIST_FORMATS[format]?.format(madeList(entryOf)) ?? '';
const isHere = (program: string) => spawnSync(program, ['--version']).error === undefined;

test('as a table, it has three lines of what it is, then a row for each statement', () => {
  const rows = parse(written('CSV'), { relax_column_count: true });
  const [title, address, note, columns = [], ...data] = rows;
  assert.match(
    title?.[0] ?? '',
    /^# Search in Sample Archive: water @news\{trap\} -"TY - BOOK" ER - $/,
  );
  assert.deepEqual(address, ['# https://press.example.org/archive/search/?q=water']);
  assert.deepEqual(note, ['# Retrieved on November 28, 2026: 2 releases']);
  const records = data.map((row) =>
    Object.fromEntries(columns.map((name, n) => [name, cellText(row[n] ?? '')])),
  );
  assert.deepEqual(
    records.map(({ release, statement, text, url }) => [release, statement, text, url]),
    [
      ...STATEMENTS.map(({ id, text }) => {
        const url = `https://press.example.org/archive/releases/2017/11/22/wells/#${id}`;
        return ['2017-11-22-wells', id, text, url];
      }),
      ['2019-02-03-pipes', '', '', 'https://press.example.org/archive/releases/2019/02/03/pipes/'],
    ],
  );
  assert.doesNotMatch(written('CSV'), /(?:^|,|")[=+@-]/m); // no cell that spreadsheets would compute
});

test('as JSON, it has the same with fields and how to cite each', () => {
  const { title, retrieved, releases } = JSON.parse(written('JSON')) as {
    title: string;
    retrieved: string;
    releases: { id: string; statements: { url: string; text: string }[]; csl: { id: string } }[];
  };
  assert.equal(title, `Search in Sample Archive: ${QUERY}`);
  assert.equal(retrieved, '2026-11-28');
  assert.deepEqual(
    releases.map(({ id, csl, statements }) => [id, csl.id, statements.map(({ text }) => text)]),
    [
      ['2017-11-22-wells', '2017-11-22-wells', STATEMENTS.map(({ text }) => text)],
      ['2019-02-03-pipes', '2019-02-03-pipes', []],
    ],
  );
});

for (const format of ['RIS', 'BibTeX']) {
  test(`as ${format}, an entry for each release, whatever the query has`, () => {
    const { data } = new Cite(written(format));
    assert.deepEqual(
      data.map(({ title }) => title),
      ['@Wells, \\and {more}', madeList('release').releases[1]?.record.csl.title],
    );
    assert.ok(written(format).includes('Retrieved on November 28, 2026: 2 releases'));
  });

  test(`as ${format}, an entry for each statement of a collection, with its words and address`, () => {
    const { data } = new Cite(written(format, 'statement'));
    assert.deepEqual(
      data.map(({ URL }) => URL),
      [
        'https://press.example.org/archive/releases/2017/11/22/wells/#s-aaaaaaaa',
        'https://press.example.org/archive/releases/2017/11/22/wells/#s-bbbbbbbb-2',
        'https://press.example.org/archive/releases/2019/02/03/pipes/',
      ],
    );
    assert.ok(String(data[0]?.note).includes('and “nothing” more: 100% of it.'));
  });
}

const BIBUTILS = isHere('ris2xml') ? false : 'bibutils is not installed';
test('bibutils reads all entries of both', { skip: BIBUTILS }, () => {
  for (const [format, program] of [
    ['RIS', 'ris2xml'],
    ['BibTeX', 'bib2xml'],
  ] as const) {
    const input = written(format);
    const mods = execFileSync(program, ['-i', 'utf8'], { input, stdio: 'pipe' }).toString();
    assert.equal([...mods.matchAll(/<mods\b/g)].length, 2, format);
  }
});

test('Zotero finds the first entry of RIS, which it looks for in five lines', () => {
  const lines = written('RIS').split('\r\n');
  assert.ok(lines.slice(0, 4).some((line) => line.startsWith('TY  - ')));
});
