import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableSource } from '../../../src/import/read/document.ts';
import { type ColumnMap, tableItems } from '../../../src/import/sources/table.ts';
import type { SourceItem } from '../../../src/import/sources/source-item.ts';

/** The releases of a table, and the columns that are reported as skipped. */
function itemsOf(text: string, name = 'a.csv', columns: ColumnMap = {}) {
  const skipped: string[] = [];
  const items = tableItems(Buffer.from(text), name, {
    columns,
    onSkipped: (what) => void skipped.push(what),
  });
  return { items: items.filter((item): item is SourceItem => 'kind' in item), all: items, skipped };
}

const bodyOf = (item: SourceItem | undefined) => Buffer.from(item?.bytes ?? []).toString();

/** What is wrong with a table. */
function faultOf(text: string, name?: string, columns?: ColumnMap): [string, string] {
  try {
    itemsOf(text, name, columns);
  } catch (cause) {
    assert.ok(cause instanceof UnreadableSource, String(cause));
    return [cause.message, cause.hint];
  }
  return assert.fail('nothing is wrong');
}

test('each column that has a usual name becomes a field, in any case, with spaces or hyphens', () => {
  const head = 'HEADLINE,Full Text,Publish-Date,Deck,Location,Member,Permalink,Tags';
  const row =
    'Lanterns,Words.,"May 3, 2018",More,SALEM,North,https://example.org/a,"Tides; Wells|,Ice"';
  const { items, skipped } = itemsOf(`${head}\n${row}\n`);
  const [item] = items;
  assert.equal(item?.name, 'a.csv: row 2');
  assert.deepEqual([item.kind, bodyOf(item)], ['txt', 'Words.']);
  assert.deepEqual(item.metadata, {
    title: 'Lanterns',
    date: '2018-05-03',
    subtitle: 'More',
    dateline: 'SALEM',
    office: ['North'],
    source: 'https://example.org/a',
    topics: ['Tides', 'Wells', 'Ice'],
    contact: undefined,
    confidence: 1,
  });
  assert.deepEqual([item.alsoLeftOut, skipped], [[], []]);
});

test('commas, semicolons and tabs are told apart by the first line', () => {
  for (const delimiter of [',', ';', '\t']) {
    const rows = [
      ['title', 'body'],
      ['Lanterns', '"One, two; three"'],
    ];
    const { items } = itemsOf(rows.map((row) => row.join(delimiter)).join('\n'));
    assert.deepEqual(
      [items[0]?.metadata?.title, bodyOf(items[0])],
      ['Lanterns', 'One, two; three'],
    );
  }
});

test('columns that are assigned count before usual names, and must exist', () => {
  const csv = 'title,name,text\nA title,A name,Words.\n';
  assert.equal(itemsOf(csv).items[0]?.metadata?.title, 'A title');
  const { items, skipped } = itemsOf(csv, 'a.csv', { title: 'Name' });
  assert.equal(items[0]?.metadata?.title, 'A name');
  assert.deepEqual(skipped, ['a.csv: title']);
  assert.deepEqual(faultOf(csv, 'a.csv', { body: 'words' }), [
    'has no column for the text; its columns are title, name, text',
    'say which it is: --columns body=NAME,title=NAME,date=NAME',
  ]);
});

test('what no field takes is left out with its column, and each column is reported once', () => {
  const csv = 'body,Mood,date,url\nOne.,calm,soon,page 7\nTwo.,,2018-05-03,\nThree.,loud,,\n';
  const { items, skipped } = itemsOf(csv);
  assert.deepEqual(
    items.map(({ alsoLeftOut }) => alsoLeftOut?.map(({ text }) => text)),
    [['Mood: calm', 'date: soon', 'url: page 7'], [], ['Mood: loud']],
  );
  assert.deepEqual(skipped, ['a.csv: Mood', 'a.csv: date', 'a.csv: url']);
  assert.deepEqual(
    items.map(({ metadata }) => [metadata?.date, metadata?.source]),
    [
      [undefined, undefined],
      ['2018-05-03', undefined],
      [undefined, undefined],
    ],
  );
});

test('a contact is read from columns of its own', () => {
  const csv = 'body,contact,phone,email\nOne.,Casey Contact,(916) 555-0123,casey@example.org\n';
  assert.deepEqual(itemsOf(csv).items[0]?.metadata?.contact, [
    { name: 'Casey Contact', phone: '(916) 555-0123', email: 'casey@example.org' },
  ]);
});

test('a text with elements of HTML is HTML, one with a lone less-than sign is not', () => {
  const { items } = itemsOf('body\n<p>One.</p>\n1 < 2\n"<b>Two.</b>"\n');
  assert.deepEqual(
    items.map(({ kind }) => kind),
    ['fragment', 'txt', 'txt'],
  );
});

test('a cell that our own tables protect from spreadsheets is read as it was', () => {
  const [item] = itemsOf("title,body\n'=1+1,'+more\n").items;
  assert.deepEqual([item?.metadata?.title, bodyOf(item)], ['=1+1', '+more']);
});

test('JSON may be a list or lines; numbers and lists in it are read as text', () => {
  const list = itemsOf('[{"title": 7, "body": "One."}, {"body": "Two.", "tags": ["a"]}]', 'a.json');
  assert.deepEqual(
    list.items.map(({ name, metadata }) => [name, metadata?.title]),
    [
      ['a.json: 1', '7'],
      ['a.json: 2', undefined],
    ],
  );
  const lines = itemsOf('{"body": "One."}\n\n"a"\n{"body": "Two."}\n', 'a.ndjson');
  assert.deepEqual(
    lines.all.map(({ name }) => name),
    ['a.ndjson: line 1', 'a.ndjson: line 3', 'a.ndjson: line 4'],
  );
  assert.deepEqual(lines.items.map(bodyOf), ['One.', 'Two.']);
});

test('what is no table is refused with what to do', () => {
  assert.match(faultOf('body\n"One.\n')[0], /^is not a table \(/);
  assert.match(faultOf('body\n"One.\n')[1], /^save it as CSV/);
});
