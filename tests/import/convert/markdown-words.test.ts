import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { readMarkdown } from '../../../src/import/read/read-markdown.ts';

const FIELDS = `---
title: A title
date: 2019-01-02
office: north
contact: { name: Casey Contact, phone: 916-555-0123 }
---

`;
const imported = (body: string, fields = FIELDS) =>
  releaseOf(readMarkdown(Buffer.from(`${fields}${body}\n`)));
const problemsOf = (body: string) =>
  imported(body).problems.map(({ line, message }) => `${line}: ${message}`);

test('words that a Markdown file hides are reported with their lines, and count as missing', () => {
  const { problems, account } = imported('One two.\n\n<!-- three\n\nfour');
  assert.deepEqual(
    problems.map(({ line, message }) => `${line}: ${message}`),
    ['10: hides “<!-- three four”: the comment that begins with <!-- has no end'],
  );
  assert.deepEqual(account.missing, ['three', 'four']);
});

test('addresses that no link names, notes without a mark and surplus cells are reported', () => {
  assert.equal(problemsOf('One.\n\n[Deadline]: Friday').length, 1);
  assert.equal(problemsOf('One[^1].\n\n[^1]: Two.\n\n[^1]: Three.\n\n[^2]: Four.').length, 2);
  assert.equal(problemsOf('One.\n\n| a |\n|---|\n| b | c |').length, 1);
  assert.equal(problemsOf('One.\n\n<table><tr><td>a</td></tr>\n\nTwo.').length, 1);
});

test('a Markdown file without fields is held to the same', () => {
  const text = '# A headline\n\nSACRAMENTO – The office said it today.\n\n<?x hidden words\n';
  assert.deepEqual(
    imported(text, '').problems.map(({ line }) => line),
    [5],
  );
});

test('a Markdown file in which all is shown is taken as it is', () => {
  const body = 'One *two*[^1], [three](https://example.org "Four") & caf&eacute;.\n\n[^1]: Five.';
  const { problems, account, markdown } = imported(body);
  assert.deepEqual([problems, account.missing], [[], []]);
  assert.match(markdown, /^One \*two\*/);
});
