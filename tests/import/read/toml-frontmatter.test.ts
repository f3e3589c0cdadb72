import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { splitToml, tomlComments } from '../../../src/import/read/toml-frontmatter.ts';

const convert = (text: string) => convertDocument(Buffer.from(text), 'md');

test('fields in TOML are taken as those in YAML are, and the rest is reported', async () => {
  const { metadata, leftOut, markdown } = await convert(`+++
# A remark
title = "Nine # Lighthouses" # and one more
date = 2018-05-03T10:00:00-07:00
office = ["senator-sample"]
weight = 3
[taxonomies]
tags = ["Coast", "Tides"]
+++

SAMPLETON – Senator Sample opened **nine** lighthouses.
`);
  assert.equal(metadata?.title, 'Nine # Lighthouses');
  assert.equal(metadata?.date, '2018-05-03');
  assert.deepEqual(metadata?.office, ['senator-sample']);
  assert.deepEqual(metadata?.topics, ['Coast', 'Tides']);
  assert.equal(markdown, 'SAMPLETON – Senator Sample opened **nine** lighthouses.\n');
  assert.deepEqual(
    leftOut.map(({ text }) => text),
    ['date: 2018-05-03T10:00:00.000-07:00', 'weight: 3', 'A remark', 'and one more'],
  );
});

test('a fault in TOML is named with its line', async () => {
  await assert.rejects(convert('+++\ntitle = "A"\ndate = \n+++\n\nWords.\n'), /a fault in line 3/);
  await assert.rejects(
    convert('+++\ntitle = "A"\n\nWords.\n'),
    /the second line \+\+\+ is missing/,
  );
});

test('lines are counted from the top of the file', () => {
  assert.deepEqual(splitToml('\n+++\na = 1\n+++\n\nWords\n'), {
    toml: 'a = 1\n',
    tomlLine: 3,
    body: '\nWords\n',
    bodyLine: 5,
  });
  assert.equal(splitToml('Words\n+++\n'), undefined);
});

test('a # in a string begins no comment', () => {
  const toml = `a = "# \\" #" # one\nb = '# x' #two\nc = """\n# y\n"""\nd = '''\n# z'''\n#\n`;
  assert.deepEqual(tomlComments(toml), ['one', 'two']);
});
