import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseYaml } from '../../src/archive/yaml.ts';
import { anyText } from '../support/any-text.ts';

const read = (source: string) => parseYaml(source).data;

test('a plain value is text just as it was written', () => {
  const written = ['1.10', 'no', 'yes', 'true', '2017-11-22', '0x1F', '1e3', '.inf', '007', '~ a'];
  for (const value of written) assert.deepEqual(read(`title: ${value}`), { title: value });
  assert.deepEqual(read('1: one\ntrue: two'), { '1': 'one', true: 'two' });
});

test('only what is empty, null or ~ is nothing', () => {
  for (const value of ['', 'null', '~', 'Null']) assert.deepEqual(read(`a: ${value}`), { a: null });
  assert.deepEqual(read('a: "null"'), { a: 'null' });
  assert.deepEqual(read("a: ''"), { a: '' });
});

test('lists, maps, quotation marks and text on several lines are YAML as everywhere', () => {
  const source = 'a: [b, "c, d"]\ne:\n  - f: g\n    h: >\n      i\n      j\nk: "l\\u00e9"\n';
  assert.deepEqual(read(source), { a: ['b', 'c, d'], e: [{ f: 'g', h: 'i j\n' }], k: 'lé' });
});

test('a remark on a line of its own is left out', () => {
  const yaml = parseYaml('# who\nname: A\n  # more\n');
  assert.deepEqual([yaml.data, yaml.warnings], [{ name: 'A' }, []]);
});

test('words behind a # on the same line are reported, for they are lost', () => {
  const { data, lost, warnings } = parseYaml('name: A # for now\ntitle: Bill #12 signed\n', 3);
  assert.deepEqual(data, { name: 'A', title: 'Bill' });
  const said = (errors: typeof lost) =>
    errors.map(({ line, field, message, hint }) => `${line}: ${field} ${message}; ${hint}`);
  assert.deepEqual(said(lost), [
    '4: title leaves out "#12 signed": YAML takes what follows # for a remark; write title: "Bill #12 signed"; or put the remark on a line of its own',
  ]);
  assert.deepEqual(said(warnings), [
    '3: name leaves out "# for now": YAML takes what follows # for a remark; write name: "A # for now"; or put the remark on a line of its own',
  ]);
  assert.equal(parseYaml('title: #MeToo\n').lost.length, 1);
  const whole = parseYaml('a: "Bill #12"\nb: C#\nc: a#b\n');
  assert.deepEqual([...whole.lost, ...whole.warnings], []);
});

test('a value is found at its line, an item of a list at its own', () => {
  const { lineOf } = parseYaml('a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n', 10);
  assert.equal(lineOf(['a']), 10);
  assert.equal(lineOf(['b']), 11);
  assert.equal(lineOf(['b', 0]), 12);
  assert.equal(lineOf(['b', 0, 'd']), 13);
  assert.equal(lineOf(['b', 1]), 14);
});

test('what is not there is found where it would belong', () => {
  const { lineOf } = parseYaml('a: 1\nb:\n  c: 2\n');
  assert.equal(lineOf(['z']), 1);
  assert.equal(lineOf(['b', 'z']), 2);
  assert.equal(lineOf(['b', 'c', 'z']), 3);
  assert.equal(parseYaml('', 7).lineOf(['z']), 7);
});

test('lines are counted the same where they end with carriage returns', () => {
  const { lineOf, data } = parseYaml('a: 1\r\nb:\r\n  - c\r\n');
  assert.deepEqual(data, { a: '1', b: ['c'] });
  assert.equal(lineOf(['b', 0]), 3);
});

test('a name out of JavaScript is a name like any other', () => {
  const data = read('__proto__: { a: 1 }\nconstructor: b\n') as object;
  assert.deepEqual(Object.keys(data), ['__proto__', 'constructor']);
  assert.equal(Object.getPrototypeOf(data), Object.prototype);
});

test('aliases that would grow to gigabytes are refused before they grow', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 12; n++) {
    lines.push(`a${n}: &a${n} [${Array.from({ length: 9 }, () => `*a${n - 1}`).join(', ')}]`);
  }
  const { data, errors } = parseYaml(lines.join('\n'));
  assert.equal(data, undefined);
  assert.equal(errors.length, lines.length);
});

test('any text at all is read or refused, never thrown at', () => {
  const signs = [': ', '\n', '- ', '  ', '"', "'", '#', '&a', '*a', '!', '|', '>', '[', '{', '? '];
  fc.assert(
    fc.property(anyText('a', ...signs), (source) => {
      const { data, errors, lineOf } = parseYaml(source, 2);
      assert.ok(errors.length === 0 || data === undefined);
      const lines = source.split(/\r\n|\n/).length;
      for (const { line } of errors) assert.ok(line >= 2 && line <= lines + 2, `line ${line}`);
      assert.ok(lineOf(['a']) >= 2);
    }),
    { numRuns: 1000 },
  );
});
