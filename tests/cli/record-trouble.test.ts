import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { digests } from '../support/folder-bytes.ts';
import {
  fileOf,
  ledgerEntries,
  ledgerLines,
  lineOf,
  recordedArchive,
  releasesOf,
  RECORDED_ON,
  runOn,
  type Texts,
} from '../support/recorded-archive.ts';
import { runHere } from '../support/run-here.ts';
import { tempFolder } from '../support/temp-folder.ts';

const RESTORE = 'take the line from an earlier version of the file (git log -p)';
const RESTORE_FILE = 'take the file from an earlier version (git log -p)';
const CUT = 'is cut short or was changed by hand: it is not JSON';
const MARKS = 'has the marks of a merge that was not finished';
const MERGE = 'keep the lines of both sides, delete the marks, then run `npm run record`';
const [first, second] = [statementId('First words.'), statementId('Second words.')];

/** What was done to the ledger of a year, and what is reported: line, message, hint. */
const troubles: { spoil(text: string): string; problems: [number, string, string][] }[] = [
  {
    spoil: (text) => text.replace('\n', '\nGarbage.\n'),
    problems: [[2, CUT, RESTORE]],
  },
  {
    spoil: (text) => text.slice(0, -40),
    problems: [
      [2, CUT, RESTORE],
      [2, 'is cut short: its last line has no end', RESTORE_FILE],
    ],
  },
  {
    spoil: (text) => text.slice(0, -1),
    problems: [[2, 'is cut short: its last line has no end', RESTORE_FILE]],
  },
  { spoil: () => '', problems: [[1, 'is empty', RESTORE_FILE]] },
  {
    spoil(text) {
      const [line, rest] = text.split(/(?<=\n)/);
      return `<<<<<<< HEAD\n${line}=======\n${rest}>>>>>>> other\n`;
    },
    problems: [
      [1, MARKS, MERGE],
      [3, MARKS, MERGE],
      [5, MARKS, MERGE],
    ],
  },
  {
    spoil: (text) => text.replace('{"v":1', '{"v":0'),
    problems: [[1, 'has version 0; this program reads version 1', RESTORE]],
  },
  {
    spoil: (text) => text.replaceAll('{"v":1', '{"v":2'),
    problems: [1, 2].map((line) => [
      line,
      'is of version 2; this program reads version 1',
      'use the version of the program that wrote it, or a later one',
    ]),
  },
  {
    spoil: (text) => text.replaceAll(second, first),
    problems: [1, 2].map((line) => [line, `has the id ${first} twice`, RESTORE]),
  },
  {
    spoil: (text) => text.replace('"since":"2025-03-01"', '"since":"2025-02-29"'),
    problems: [[1, 'cannot be read: since is not a day of the calendar', RESTORE]],
  },
  { spoil: (text) => text.replaceAll('\n', '\r\n'), problems: [] },
];

test('a ledger that cannot be read stops every command, which tells where and writes nothing', async (t) => {
  const paragraphs = ['First words.', 'Second words.'];
  const texts: Texts = Object.fromEntries(
    troubles.flatMap((_, n) => ['a', 'b'].map((slug) => [`${2010 + n}-01-01-${slug}`, paragraphs])),
  );
  const files = recordedArchive(texts);
  for (const [n, { spoil }] of troubles.entries()) {
    const path = `ledger/${2010 + n}.jsonl`;
    files[path] = spoil(String(files[path]));
  }
  const home = await tempFolder(t);
  const folder = await tempFolder(t, files);
  const before = await digests(folder);
  const expected = troubles.flatMap(({ problems }, n) =>
    problems.map(
      ([line, ...words]) => `content/ledger/${2010 + n}.jsonl:${line}: ledger ${words.join('; ')}`,
    ),
  );
  const settings = {
    CONTENT_DIR: folder,
    OUT_DIR: join(home, 'site'),
    CACHE_DIR: join(home, 'cache'),
  };
  for (const command of ['check', 'build', 'record']) {
    const { status, stderr } = await runHere(command, [], settings);
    const lines = stderr.replaceAll(folder, 'content').split('\n');
    const errors = lines.filter((line) => line.startsWith('error: '));
    assert.deepEqual([status, errors], [1, expected.map((line) => `error: ${line}`)], command);
    assert.deepEqual(await digests(folder), before, command);
  }
  // The cache may hold texts that were read before: neither archive nor site.
  const written = Object.keys(await digests(home));
  assert.deepEqual(
    written.filter((path) => !path.startsWith('cache/bodies/')),
    [],
  );
});

test('of two lines for one release `check` warns; `record` makes one, without losing an id', async (t) => {
  const [a, b, c] = ['2017-11-22-a', '2017-11-23-b', '2017-11-24-c'] as const;
  const texts = { [a]: ['The lanterns are lit.', 'The ferry waits.', 'The bridge is open.'] };
  const [ours, theirs] = [
    ['The lanterns are lit.', 'The ferry waits.', 'A line that only we had.'],
    ['The lanterns are lit.', 'The bridge is open.', 'What they alone recorded.'],
  ];
  const other = { [b]: ['Nothing is new here.'] };
  const [taken, before] = [['It was taken out.'], ['It was taken out.', 'All of it.']];
  const gone = `,"gone":{"on":"${RECORDED_ON}","reason":"A draft."},"statements"`;
  const lines = [
    lineOf(a, ours),
    lineOf(b, other[b] ?? []),
    lineOf(c, taken).replace(',"statements"', gone),
    lineOf(a, theirs, '2025-02-27'),
    lineOf(c, before),
  ];
  const folder = await tempFolder(t, {
    ...releasesOf({ ...texts, ...other }),
    'ledger/2017.jsonl': `${lines.join('\n')}\n`,
  });
  const checked = await runOn(folder, 'check');
  assert.deepEqual(
    [checked.status, checked.stderr.split('\n')],
    [
      0,
      [
        ...[`4: ledger has a second line for ${a}`, `5: ledger has a second line for ${c}`].map(
          (problem) =>
            `warning: content/ledger/2017.jsonl:${problem}; run \`npm run record\`, which makes one line of them`,
        ),
        `warning: content/${fileOf(a)}:1: body has changed since it was recorded: 1 statement moved, 2 removed; ` +
          'run `npm run record`, so that links to its statements last from now on',
        '',
      ],
    ],
  );
  const recorded = await runOn(folder, 'record', '--json');
  assert.deepEqual([recorded.status, recorded.stderr.split(' in ')[0]], [0, 'Recorded 2 releases']);
  assert.deepEqual(
    (await ledgerLines(folder)).map(([id]) => id),
    [a, b, c],
  );
  const entries = await ledgerEntries(folder);
  const recordedIds = (id: string) =>
    entries
      .get(id)
      ?.statements.map((one) => one.id)
      .toSorted();
  const idsOf = (...all: string[]) => [...new Set(all)].map(statementId).toSorted();
  assert.deepEqual(recordedIds(a), idsOf(...ours, ...theirs));
  assert.equal(entries.get(a)?.since, '2025-02-27');
  assert.deepEqual(recordedIds(c), idsOf(...before));
  assert.equal(entries.get(c)?.gone?.reason, 'A draft.');

  const { stdout } = await runOn(folder, 'record');
  assert.equal(stdout, 'The ledger is up to date: nothing to record.\n');
});
