import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { listOf, quote, text } from '../../src/archive/fields.ts';
import { readFields } from '../../src/archive/schema-problems.ts';
import { inShort } from '../support/made-release.ts';

const schema = z.strictObject({
  name: text().describe('the name of the thing'),
  parts: listOf(z.strictObject({ label: text().describe('what it says'), note: text().optional() }))
    .optional()
    .describe('its parts'),
  size: z.strictObject({ width: text(), height: text() }).optional().describe('how big it is'),
});

const problemsIn = (yaml: string) => {
  return readFields(schema, yaml, { file: 'a.yaml' }).problems.map(inShort);
};

test('fields that hold come out with their lines', () => {
  const { value, problems, lineOf } = readFields(schema, 'name: A\nparts: { label: B }\n', {
    file: 'a.yaml',
    line: 5,
  });
  assert.deepEqual(value, { name: 'A', parts: [{ label: 'B' }] });
  assert.deepEqual(problems, []);
  assert.equal(lineOf(['parts']), 6);
});

test('a problem names the file, the line, the field, what is wrong and how to mend it', () => {
  const { value, problems } = readFields(schema, '\nname: [A]\nsize: small\n', {
    file: 'things/a.yaml',
    line: 10,
  });
  assert.equal(value, undefined);
  assert.deepEqual(problems, [
    {
      file: 'things/a.yaml',
      line: 11,
      field: 'name',
      message: 'is not text',
      hint: 'put quotation marks around a value that has : in it or begins with [ or {',
    },
    {
      file: 'things/a.yaml',
      line: 12,
      field: 'size',
      message: 'is not a set of fields',
      hint: 'how big it is',
    },
  ]);
});

test('fields inside others are named from the outside in, items of a list counted from 1', () => {
  const yaml = 'name: A\nparts:\n  - label: B\n  - label: ""\n    nope: C\nsize:\n  width: 1\n';
  assert.deepEqual(problemsIn(yaml), [
    '4: parts[2].label is empty; what it says',
    '5: parts[2].nope is not a field; did you mean note?',
    '6: size.height is missing; how big it is',
  ]);
});

test('a field with a description of its own says more than the one around it', () => {
  assert.deepEqual(problemsIn('name: A\nparts: { note: B }\n'), [
    '2: parts.label is missing; what it says',
  ]);
});

test('of a single value and a list, the one that was tried is spoken of', () => {
  assert.deepEqual(problemsIn('name: A\nparts: B\n'), [
    '2: parts is not a set of fields; its parts',
  ]);
  assert.deepEqual(problemsIn('name: A\nparts: [B]\n'), [
    '2: parts[1] is not a set of fields; its parts',
  ]);
});

test('an unknown field is reported with the one that was meant, or with all there are', () => {
  assert.deepEqual(problemsIn('nam: A\nname: B\nx: C\nparts: { lable: D, label: E }\n'), [
    '1: nam is not a field; did you mean name?',
    '3: x is not a field; the fields are name, parts, size',
    '4: parts.lable is not a field; did you mean label?',
  ]);
});

test('a field left empty is as good as none; an empty item of a list is not', () => {
  assert.deepEqual(problemsIn('name: A\nparts:\nsize:\n'), []);
  assert.deepEqual(problemsIn('name:\n'), ['1: name is missing; the name of the thing']);
  assert.deepEqual(problemsIn('name: A\nparts: { label: B, note: }\n'), []);
  assert.deepEqual(problemsIn('name: A\nparts:\n  -\n'), ['3: parts[1] is empty; its parts']);
});

test('what is no set of fields at all is reported as a whole', () => {
  const hint = 'write each field on a line of its own, as name: value';
  assert.deepEqual(problemsIn('Just words\n'), [`1: file is not a set of fields; ${hint}`]);
  assert.deepEqual(problemsIn('- a\n'), [`1: file is not a set of fields; ${hint}`]);
  assert.deepEqual(problemsIn('# nothing\n'), ['1: name is missing; the name of the thing']);
  assert.match(problemsIn('name: A\n: B\n')[0] ?? '', /^2: file has a value without the name of/);
});

test('names that every JavaScript object has are no fields', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    assert.match(problemsIn(`name: A\n${name}: B\n`)[0] ?? '', /is not a field; the fields are/);
  }
});

test('YAML that cannot be read hides what the schema would say, but not its warnings', () => {
  const { problems, warnings } = readFields(schema, 'name: A # B\nparts: C: D\n', { file: 'a' });
  assert.deepEqual(problems.map(inShort), [
    '2: parts has a value that needs quotation marks; write parts: "C: D"',
  ]);
  assert.deepEqual(
    warnings.map(({ line, field }) => [line, field]),
    [[1, 'name']],
  );
});

test('a value is quoted as it would be written, and cut where it is long', () => {
  assert.equal(quote('a "b"'), '"a \\"b\\""');
  assert.equal(quote(undefined), 'undefined');
  assert.equal(quote('x'.repeat(200)).length, 78);
});
