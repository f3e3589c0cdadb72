import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sanitize } from 'hast-util-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { allowList } from '../../src/markdown/allow-list.ts';
import { rehypeAllowList } from '../../src/markdown/rehype-allow-list.ts';
import { rehypeRawHtml } from '../../src/markdown/rehype-raw-html.ts';
import { anyMarkdown } from '../support/any-markdown.ts';
import { renderMarkdown } from '../support/markdown.ts';
import { elementsIn, statementsIn } from '../support/statement-rule.ts';

const RUNS = { numRuns: 250 };
/** Ids of statements, of headings by their words, and of GFM's footnotes. */
const IDS = /^(?:s-[a-z2-7]{8}(?:-\d+)?|footnote-label|user-content-fn(?:ref)?-.+)$/;
const ADDRESS = /^(?:#|\/archive\/|https?:\/\/|mailto:|tel:|ftp:|\/\/)/;

/** What a browser would find in the page that it must not. */
function dangersIn(html: string): string[] {
  const tagNames = new Set([...(allowList.tagNames ?? []), 'div']);
  return elementsIn(html).flatMap(({ tagName, attrs }) => [
    ...(tagNames.has(tagName) ? [] : [`<${tagName}>`]),
    ...attrs.flatMap(({ name, value }) => {
      const isHeading = /^h[1-6]$/.test(tagName);
      const isBad =
        name.startsWith('on') ||
        ['style', 'srcset', 'name', 'xlink:href', 'form', 'target'].includes(name) ||
        (['href', 'src'].includes(name) && !ADDRESS.test(value)) ||
        (name === 'cite' && /^[a-z]*script:|^data:/i.test(value)) ||
        (name === 'src' && !value.startsWith('/archive/media/')) ||
        (name === 'id' && !IDS.test(value) && !isHeading);
      return isBad ? [`${tagName}[${name}=${value}]`] : [];
    }),
  ]);
}

test('no Markdown makes a page run, style, load or submit anything', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      assert.deepEqual(dangersIn(renderMarkdown(markdown).html), []);
    }),
    RUNS,
  );
});

test('the check for dangers finds those that are there', () => {
  const page =
    '<p onclick="a" id="b"><script></script><a href="javascript:a"><img src="data:a"></a>';
  assert.equal(dangersIn(page).length, 5);
});

test('an id appears once in a text, whatever the text', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const ids = elementsIn(renderMarkdown(markdown).html)
        .flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id'))
        .map(({ value }) => value);
      assert.deepEqual(ids, [...new Set(ids)]);
      assert.ok(!ids.includes(''));
    }),
    RUNS,
  );
});

test('the ids of statements can be recomputed from the page, whatever the text', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const body = renderMarkdown(markdown);
      if (body.errors.length > 0) return; // it has no page
      const found = statementsIn(body.html);
      assert.deepEqual(
        found.map(({ id }) => id),
        found.map(({ recomputed }) => recomputed),
      );
      assert.deepEqual(
        found.map(({ id }) => id),
        body.statements.map(({ id }) => id),
      );
    }),
    RUNS,
  );
});

/** A tree as JSON, without what only tells where it came from. */
const withoutPlaces = (tree: unknown) =>
  JSON.stringify(tree, (key, value: unknown) =>
    /^(?:position|data)$/.test(key) ? undefined : value,
  );

test('where nothing is reported, nothing was taken out', () => {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRawHtml);
  let unchanged = 0;
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const file = new VFile(markdown);
      const tree = parser.runSync(parser.parse(file), file);
      const clean = rehypeAllowList(allowList)(tree, file);
      if (file.messages.length > 0) return;
      unchanged++;
      assert.deepEqual(withoutPlaces(sanitize(tree, allowList)), withoutPlaces(tree));
      assert.deepEqual(withoutPlaces(clean), withoutPlaces(tree));
    }),
    RUNS,
  );
  assert.ok(unchanged > 5, 'too few texts without anything to tell of');
});

test('a text that browsers, too, find hard to close does no harm', () => {
  for (const markdown of [
    '<p><a href="javascript:alert(1)" title="</p><script>alert(1)</script>">a</a></p>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--><img src onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea></textarea><script>alert(1)</script>',
    '<!--><script>alert(1)</script>-->',
    '[a]: javascript:alert(1)\n\n[a]',
    '<a href="&#106;avascript:alert(1)">a</a>',
    '<a href="\u0001javascript:alert(1)">a</a>',
  ]) {
    assert.deepEqual(dangersIn(renderMarkdown(markdown).html), [], markdown);
  }
});
