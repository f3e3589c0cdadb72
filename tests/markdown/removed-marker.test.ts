import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { renderAfter, shortHtml } from './render-after.ts';

const [A, B, C, D] = ['Ash and alder.', 'Bridge to the bay.', 'Clinics in June.', 'Dams of 1930.'];
const [a, b, c, d] = [A, B, C, D].map(statementId);

/** An item as `shortHtml` prints it; one without words is a marker. */
const item = (id?: string, text?: string, value = '') =>
  `<li id="${id}"${value}>${text ? `${text}¶` : '×'}</li>`;
const list = (sign: (n: number) => string, ...texts: string[]) =>
  texts.map((text, n) => `${sign(n)} ${text}`).join('\n');
const numbered = (first: number, ...texts: string[]) => list((n) => `${first + n}.`, ...texts);
const table = (...rows: string[]) =>
  `| a | b |\n|-|-|\n${rows.map((row) => `| ${row} | 1 |\n`).join('')}`;

test('in the place of a removed paragraph there is one that says so and has its id', () => {
  assert.equal(
    shortHtml(`${A}\n\n${B}\n\n${C}`, `${A}\n\n${C}`),
    `<p id="${a}">${A}¶</p><p id="${b}">×</p><p id="${c}">${C}¶</p>`,
  );
});

test('the marker has the hook of the contract, and tells since when as soon as it is recorded', () => {
  const [before, after] = [`${A}\n\n${B}`, A];
  const cited = '<span class="note-cited"> It is the one that the link cites.</span>';
  assert.ok(
    renderAfter([before], after).html.includes(
      `<p id="${b}" data-removed="" lang="en">A statement that was here has been removed.${cited}</p>`,
    ),
  );
  assert.ok(
    renderAfter([before, after], after).html.includes(
      `<p id="${b}" data-removed="" lang="en">A statement that was here was removed on <time datetime="2026-02-02">February 2, 2026</time>.${cited}</p>`,
    ),
  );
});

test('what was removed from the very beginning is marked there, even before a heading', () => {
  assert.equal(
    shortHtml(`${A}\n\n${B}\n\n${C}`, C),
    `<p id="${a}">×</p><p id="${b}">×</p><p id="${c}">${C}¶</p>`,
  );
  assert.equal(shortHtml(A, '## Heading'), `<p id="${a}">×</p><h2 id="heading">Heading</h2>`);
});

test('several in a row keep their order, wherever they stood', () => {
  const marks = (tag: string, inside = '×') =>
    [b, c].map((id) => `<${tag} id="${id}">${inside}</${tag}>`).join('');
  assert.ok(shortHtml([A, B, C, D].join('\n\n'), `${A}\n\n${D}`).includes(`</p>${marks('p')}<p`));
  const dashes = (...texts: string[]) => list(() => '-', ...texts);
  assert.ok(shortHtml(dashes(A, B, C, D), dashes(A, D)).includes(`</li>${marks('li')}<li`));
});

test('in a list the marker is an item', () => {
  assert.equal(shortHtml(`- ${A}\n- ${B}`, `- ${A}`), `<ul>${item(a, A)}${item(b)}</ul>`);
});

test('behind an item with a list inside it, the marker is the first item of that', () => {
  assert.equal(
    shortHtml(`- ${A}\n  - ${B}\n  - ${C}`, `- ${A}\n  - ${C}`),
    `<ul><li id="${a}">${A}¶<ul>${item(b)}${item(c, C)}</ul></li></ul>`,
  );
});

test('the numbers of a list stay as the Markdown has them', () => {
  for (const [first, start] of [
    [1, ''],
    [7, ' start="7"'],
  ] as const) {
    assert.equal(
      shortHtml(numbered(first, A, B, C, D), numbered(first, A, C, D)),
      `<ol${start}>${item(a, A)}${item(b)}${item(c, C, ` value="${first + 1}"`)}${item(d, D)}</ol>`,
    );
  }
});

test('of several markers in a numbered list each next item has its own number', () => {
  const html = shortHtml(numbered(3, A, B, C, D, 'End.'), numbered(3, A, C, 'End.'));
  assert.deepEqual(
    [...html.matchAll(/<li id="([^"]+)" value="(\d+)">/g)].map(([, id, value]) => [id, value]),
    [
      [c, '4'],
      [statementId('End.'), '5'],
    ],
  );
});

test('a list that counts down goes on counting down', () => {
  const items = (...texts: string[]) =>
    `<ol reversed>${texts.map((text) => `<li>${text}</li>`).join('')}</ol>`;
  const html = shortHtml(items(A, B, C, D), items(A, C, D));
  assert.ok(html.includes(`<ol reversed start="3"><li id="${a}">`));
  assert.ok(html.includes(`<li id="${c}" value="2">`));
});

test('in a table the marker is a row of one cell, as wide as the table', () => {
  const row = `<tr id="${statementId(`${B} 1`)}"><td colspan="2">×</td></tr>`;
  assert.ok(shortHtml(table(A, B, C), table(A, C)).includes(`1¶</td></tr>${row}<tr`));
  const wide = (...rows: string[]) =>
    `<table><tr><td colspan="3">${A}</td></tr>${rows.map((text) => `<tr><td>${text}</td><td>1</td><td>2</td></tr>`).join('')}</table>`;
  assert.ok(shortHtml(wide(B, C), wide(C)).includes('<td colspan="3">×</td>'));
});

test('in a quotation and in a footnote the marker is a paragraph', () => {
  assert.equal(
    shortHtml(`> ${A}\n>\n> ${B}`, `> ${A}`),
    `<blockquote><p id="${a}">${A}¶</p><p id="${b}">×</p></blockquote>`,
  );
  const footnote = shortHtml(`${A}[^1]\n\n[^1]: ${B}\n\n    ${C}`, `${A}[^1]\n\n[^1]: ${B}`);
  assert.ok(
    footnote.includes(`<p id="${b}">${B} ¶</p><p id="${c}">×</p><a href="#user-content-fnref-1"`),
  );
});

test('after an item that is in no list, as HTML may have it, the marker is a paragraph', () => {
  assert.equal(
    shortHtml(`<li>${A}</li>\n\n${B}`, `<li>${A}</li>`),
    `${item(a, A)}<p id="${b}">×</p>`,
  );
});
