import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedHtml } from '../../src/publish/feeds/feed-html.ts';
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
