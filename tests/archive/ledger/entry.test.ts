import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digestOf, formatEntry, parseEntry } from '../../../src/archive/ledger/entry.ts';
import { anyText } from '../../support/any-text.ts';
import { readLine, recorded, RELEASE } from './made-entry.ts';
import { BRIDGE, CLINIC, HARVEST, THANKS } from './paragraphs.ts';

const [A, B] = ['s-aaaaaaaa', 's-bbbbbbbb'];
const whole = {
  v: 1,
  release: RELEASE,
  since: '2026-02-01',
  statements: [{ id: A, words: 'AbcDef' }],
};

/** What is wrong with a line of these fields, as `message; hint`. */
function faultOf(fields: object | string): string {
  const line = typeof fields === 'string' ? fields : JSON.stringify({ ...whole, ...fields });
  const read = parseEntry(line);
  return 'message' in read
    ? `${read.message}; ${read.hint}`
    : assert.fail(`reads as whole: ${line}`);
}
const withStatements = (...statements: object[]) => faultOf({ statements });

const RESTORE = 'take the line from an earlier version of the file (git log -p)';

test('a line that is written and read again is the same, with all that a line can have', () => {
  const line = {
    ...whole,
    gone: { on: '2026-03-01', reason: 'Issued by mistake.' },
    statements: [
      { id: A, text: B, since: '2026-02-02', words: 'AbcDef' },
      { id: B, in: A, words: '_x-1' },
      { id: `${A}-12`, removed: '2026-02-03', words: '' },
    ],
    changes: [{ on: '2026-02-03', edited: [A], merged: [A, B], removed: [`${A}-12`] }],
  };
  assert.deepEqual(readLine(JSON.stringify(line)), line);
  assert.deepEqual(readLine(formatEntry(readLine(JSON.stringify(line)))), line);
});

test('fields stand in one order, whatever their order was, and nothing empty is written', () => {
  const { statements, ...rest } = whole;
  const line = formatEntry(readLine(JSON.stringify({ statements, ...rest })));
  assert.equal(line, JSON.stringify(whole));
  const entry = recorded([BRIDGE, THANKS], [THANKS]);
  assert.match(
    formatEntry(entry),
    /^\{"v":1,"release":"[^"]+","since":"2026-02-01","statements":\[\{"id"/,
  );
  assert.ok(!/null|undefined|\[\]|\n/.test(formatEntry(entry)));
});

test('a line is of no more than a version, a few days, ids and characters of base64url', () => {
  const line = formatEntry(
    recorded([BRIDGE, CLINIC, HARVEST], [BRIDGE.slice(0, 99), CLINIC, HARVEST]),
  );
  for (const word of ['bridge', 'Saturdays', 'harvest']) assert.ok(!line.includes(word));
  assert.match(line, /^[\w{}[\]":,-]+$/);
});

test('the digest of its words is the id itself, or stands beside it after an edit', () => {
  assert.equal(digestOf({ id: A, words: '' }), A);
  assert.equal(digestOf({ id: `${A}-2`, words: '' }), A);
  assert.equal(digestOf({ id: `${A}-2`, text: B, words: '' }), B);
});

test('a line that is not JSON, or only its beginning, says how to have it back', () => {
  const cut = `is cut short or was changed by hand: it is not JSON; ${RESTORE}`;
  const line = JSON.stringify(whole);
  for (const broken of [
    '{',
    line.slice(0, -1),
    line.slice(0, 40),
    `${line},`,
    '  ',
    'words',
    `${line}${line}`,
  ]) {
    assert.equal(faultOf(broken), cut, broken);
  }
});

test('every beginning of a line is told from the line', () => {
  const line = formatEntry(recorded([BRIDGE, CLINIC], [CLINIC]));
  for (let end = 0; end < line.length; end++) assert.notEqual(faultOf(line.slice(0, end)), '');
});

test('marks of a merge that was not finished are told of by that name', () => {
  const told =
    'has the marks of a merge that was not finished; keep the lines of both sides, delete the marks, then run `npm run record`';
  const marks = [
    '<<<<<<< HEAD',
    '||||||| 1a2b3c4',
    '=======',
    '>>>>>>> a branch',
    '<<<<<<<',
    '>>>>>>>',
  ];
  for (const mark of marks) assert.equal(faultOf(mark), told, mark);
});

test('a line of a later version asks for the program that wrote it', () => {
  const hint = 'use the version of the program that wrote it, or a later one';
  assert.equal(faultOf({ v: 2 }), `is of version 2; this program reads version 1; ${hint}`);
  assert.equal(
    faultOf({ v: 12, statements: {} }),
    `is of version 12; this program reads version 1; ${hint}`,
  );
});

test('a line of no version, or of one that there never was, is told of', () => {
  assert.equal(
    faultOf({ v: undefined }),
    `has no version; this program reads version 1; ${RESTORE}`,
  );
  assert.equal(faultOf({ v: 0 }), `has version 0; this program reads version 1; ${RESTORE}`);
  assert.equal(faultOf({ v: '1' }), `has version "1"; this program reads version 1; ${RESTORE}`);
  for (const line of ['null', '[]', '1', '"words"', '{}']) {
    assert.equal(faultOf(line), `has no version; this program reads version 1; ${RESTORE}`, line);
  }
});

test('a field that a line cannot have, or of the wrong kind, is told of by its place', () => {
  const one = { id: A, words: '' };
  const faults: [object, string][] = [
    [{ titel: 'A' }, 'has the unknown field titel'],
    [{ statements: [{ ...one, was: B }] }, 'statements.0 has the unknown field was'],
    [{ changes: [{ on: '2026-02-02', lost: [A] }] }, 'changes.0 has the unknown field lost'],
    [{ statements: {} }, 'statements is no array'],
    [{ release: undefined }, 'release is no string'],
    [{ release: '2026-02-30-example' }, 'release is not the id of a release'],
    [{ since: '2026-02-30' }, 'since is not a day of the calendar'],
    [{ statements: [{ id: A }] }, 'statements.0.words is no string'],
    [{ statements: [one, { ...one, id: 's-A' }] }, 'statements.1.id is not the id of a statement'],
    [{ statements: [{ ...one, words: 'Ab' }] }, 'statements.0.words is not a sketch of words'],
    [{ statements: [{ ...one, text: `${B}-2` }] }, 'statements.0.text is not a digest of words'],
    [{ changes: [{ on: '2026-02-02', edited: [] }] }, 'changes.0.edited is an empty list'],
    [{ gone: { on: '2026-02-02', reason: '' } }, 'gone.reason is empty'],
    [
      { gone: { on: '2026-02-02', reason: 'A \ud800' } },
      'gone.reason has a character that no page can show',
    ],
  ];
  for (const [fields, message] of faults) {
    assert.equal(faultOf(fields), `cannot be read: ${message}; ${RESTORE}`);
  }
});

test('an id that appears twice, or one that leads nowhere, is told of', () => {
  const one = { id: A, words: '' };
  assert.equal(withStatements(one, { id: B, words: '' }, one), `has the id ${A} twice; ${RESTORE}`);
  assert.equal(
    withStatements({ ...one, in: B }),
    `has ${A} in ${B}, which does not exist; ${RESTORE}`,
  );
  assert.equal(
    withStatements({ ...one, in: A }),
    `has ${A} in ${A}, which does not exist; ${RESTORE}`,
  );
  const removed = { id: B, words: '', removed: '2026-02-02' };
  assert.equal(
    withStatements({ ...one, in: B }, removed),
    `has ${A} in ${B}, which does not exist; ${RESTORE}`,
  );
  const guest = { id: B, words: '', in: 's-cccccccc' };
  const host = { id: 's-cccccccc', words: '' };
  assert.match(withStatements({ ...one, in: B }, guest, host), /^has s-aaaaaaaa in s-bbbbbbbb/);
});

test('whatever stands in a line, reading it gives an entry or a fault with a hint', () => {
  const anyLine = fc.oneof(anyText('{', '"v":1', '"', '}', ','), fc.json());
  fc.assert(
    fc.property(anyLine, (line) => assert.notEqual(faultOf(line), '; ')),
    { numRuns: 300 },
  );
});

test('a field of any value gives an entry or a fault that names the field', () => {
  const anyField = fc.constantFrom('release', 'since', 'gone', 'statements', 'changes');
  fc.assert(
    fc.property(anyField, fc.jsonValue(), (field, value) => {
      const line = JSON.stringify({ ...whole, [field]: value });
      const read = parseEntry(line);
      if ('message' in read) assert.ok(read.message.startsWith(`cannot be read: ${field}`), line);
      else assert.deepEqual(read, JSON.parse(line));
    }),
    { numRuns: 300 },
  );
});
