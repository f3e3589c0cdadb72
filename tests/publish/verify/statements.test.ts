import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementId } from '../../../src/archive/statement-id.ts';
import { wrongPage } from '../../../src/publish/verify/page-statements.ts';
import { wrongStatements } from '../../../src/publish/verify/statements.ts';

const [ONE, TWO] = ['The lanterns are lit.', 'They burn until nine.'];
const [first, second] = [statementId(ONE), statementId(TWO)];
const json = (statements: object[], removed: string[] = []) =>
  JSON.stringify({ statements, removed });
const both = [
  { id: first, text: ONE },
  { id: second, text: TWO },
];

test('ids are those of the words, or the record names the digest of edited words', () => {
  assert.deepEqual(wrongStatements(json(both)), { count: 2, problems: [] });
  const edited = { id: first, text: TWO, digest: second };
  assert.deepEqual(wrongStatements(json([edited])).problems, []);
  const [wrong = ''] = wrongStatements(json([{ id: first, text: TWO }])).problems;
  assert.equal(wrong, `has ${first}, but its words give ${second}: “${TWO}”`);
});

test('an id twice, a record without statements and what is not JSON are reported', () => {
  const [one] = both;
  assert.deepEqual(wrongStatements(json([one ?? {}, one ?? {}])).problems, [`has ${first} twice`]);
  assert.deepEqual(wrongStatements('{}').problems, ['has no statements as version 1 has them']);
  assert.deepEqual(wrongStatements('{').problems, ['is not JSON']);
});

const page = (body: string) => `<!doctype html><body><main>${body}</main>`;
const shown = (id: string, text: string) =>
  `<p id="${id}" data-statement="">${text}<a data-permalink="" href="#${id}"></a></p>`;

test('a page has the statements of its record, with marks and notes beside them', () => {
  const note = '<span data-note=""> edited</span>';
  const html = page(shown(first, `The lanterns<br>are lit.${note}`) + shown(second, TWO));
  assert.deepEqual(wrongPage(html, json(both)), []);
});

test('a missing, doubled, changed or moved statement of a page is reported', () => {
  const record = json(both, ['s-aaaaaaaa']);
  const gone = '<span id="s-aaaaaaaa" data-removed=""></span>';
  const ok = shown(first, ONE) + shown(second, TWO) + gone;
  assert.deepEqual(wrongPage(page(ok), record), []);
  assert.deepEqual(wrongPage(page(shown(first, ONE) + gone), record), [
    `has no ${second}, which release.json lists`,
  ]);
  assert.deepEqual(wrongPage(page(`${ok}<i id="${first}"></i>`), record), [
    `has the id ${first} twice`,
  ]);
  assert.deepEqual(wrongPage(page(ok.replace('nine', 'ten')), record), [
    `has other words at ${second} than release.json`,
  ]);
  assert.deepEqual(wrongPage(page(shown(second, TWO) + shown(first, ONE) + gone), record), [
    'has other statements than release.json',
  ]);
});

test('a page is read as a browser reads it: a row without its table has no id', () => {
  const html = page(`<tr id="${first}" data-statement=""><td>${ONE}</td></tr>`);
  assert.deepEqual(wrongPage(html, json([{ id: first, text: ONE }])), [
    `has no ${first}, which release.json lists`,
  ]);
});
