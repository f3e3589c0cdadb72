import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedHtml, indexHtml } from '../../src/markdown/html-forms.ts';
import { bodyRenderer } from '../../src/markdown/render-body.ts';

const PAGE = 'https://press.example.org/archive/releases/2017/11/22/a/';
const render = bodyRenderer({ base: '/archive/', media: new Map() });
const inFeed = (markdown: string) =>
  feedHtml(render({ markdown, line: 1, file: 'a.md' }).html, PAGE);

test('links of the page to its own statements are left out, whatever their words', () => {
  const html = inFeed('Is 1 > 0? "Yes," <b>she</b> said.\n\n- One > two');
  assert.ok(!html.includes('permalink'), html);
  assert.match(html, /^<p id="s-\w+" data-statement="">Is 1 > 0\? "Yes," <b>she<\/b> said\.<\/p>/);
  assert.match(html, /One > two<\/li>/);
});

test('addresses become whole: of this page, of this site, and others stay', () => {
  const html = inFeed(
    '[a](/about/) [b](https://example.org/b#c) [d](#e)[^1]\n\n## E\n\n[^1]: Note.',
  );
  assert.match(html, /href="https:\/\/press\.example\.org\/archive\/about\/"/);
  assert.match(html, /href="https:\/\/example\.org\/b#c"/);
  assert.ok(html.includes(`href="${PAGE}#user-content-fn-1"`), html);
  assert.ok(!/(?:href|src)="[/#]/.test(html), html);
});

test('an address is found behind a sign > in another attribute', () => {
  const html = feedHtml('<p><a title="a > b" href="#c">c</a></p>', PAGE);
  assert.equal(html, `<p><a title="a > b" href="${PAGE}#c">c</a></p>`);
});

test('words that look like addresses in attributes are words', () => {
  assert.ok(inFeed('The attribute href="/x" and `src="#y"`.').includes('href="/x"'));
});

test('a search index reads statements and footnotes, but no marks of notes and nothing that was added', () => {
  const { html } = render({ markdown: 'One[^1].\n\nTwo.\n\n[^1]: Note.', line: 1, file: 'a.md' });
  const indexed = indexHtml(html, { statement: 'data-one', ignored: 'data-none' });
  assert.equal(indexed.match(/<p id="s-\w+" data-one>/g)?.length, 3); // the note too
  assert.match(indexed, /<sup data-none><a href="#user-content-fn-1"/);
  assert.match(indexed, /<a [^>]*data-none[^>]*>↩/);
  assert.ok(!indexed.includes('data-statement'), indexed);
  const added = '<p id="s-a" data-removed="" lang="en"><span data-note="">edited</span></p>';
  assert.equal(
    indexHtml(added, { statement: '', ignored: 'data-none' }),
    '<p id="s-a" data-none lang="en"><span data-none>edited</span></p>',
  );
});
