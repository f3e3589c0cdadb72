import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { plainText } from '../../src/markdown/plain-text.ts';
import { anyMarkdown } from '../support/any-markdown.ts';
import { renderMarkdown } from '../support/markdown.ts';

const cases = new URL('../fixtures/markdown/', import.meta.url);

/** The plain text that comes with a text, and that of its page as a browser reads it. */
function bothTexts(markdown: string) {
  const { html, plain } = renderMarkdown(markdown);
  return { plain, ofPage: plainText(fromHtml(html, { fragment: true })) };
}

test('the plain text of each kind of Markdown is that of its page', async () => {
  const names = await readdir(cases);
  assert.ok(names.length > 20);
  for (const name of names) {
    const { plain, ofPage } = bothTexts(await readFile(new URL(`${name}/input.md`, cases), 'utf8'));
    assert.equal(plain, ofPage, name);
    assert.notEqual(plain, '', name);
  }
});

test('marks of statements and ways back are left out, and items have their numbers', () => {
  const { plain, ofPage } = bothTexts(
    '3. Oil[^1]\n4. Wicks\n\n## Lamps\n\nLit.\n\n[^1]: Of whales.\n',
  );
  assert.match(plain, /^3\. Oil \[1\]\n4\. Wicks\n\nLamps\n\nLit\./);
  assert.match(plain, /Of whales\.$/);
  assert.equal(plain, ofPage);
});

test('a break at the beginning of what is printed as it is written is as browsers read it', () => {
  const { plain, ofPage } = bothTexts('Before\n\n<pre>\n\n  Lamp 1\n  Lamp 2</pre>\n\nAfter');
  assert.equal(plain, ofPage);
  assert.match(plain, / {2}Lamp 1\n {2}Lamp 2/);
});

test('the plain text of whatever is written is that of its page, as far as browsers leave its tags where they are', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const { html } = renderMarkdown(markdown);
      fc.pre(toHtml(fromHtml(html, { fragment: true })) === html);
      const { plain, ofPage } = bothTexts(markdown);
      assert.equal(plain, ofPage);
    }),
    { numRuns: 300 },
  );
});
