import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { renderMarkdown } from '../support/markdown.ts';

/** What a browser has as `textContent`, from nothing but the HTML. */
const textContent = (html: string): string => {
  const read = (node: DefaultTreeAdapterTypes.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(read).join('') : '';
  return parseFragment(html).childNodes.map(read).join('');
};

/** What the selectors of a text select in its page: by position, and every place that has the quotation. */
function selected(markdown: string) {
  const { html, selectors, statements } = renderMarkdown(markdown);
  const text = textContent(html);
  const characters = [...text];
  assert.equal(selectors.length, statements.length);
  return selectors.map(({ exact, prefix, suffix, start, end }) => {
    assert.equal(characters.slice(start, end).join(''), exact);
    const before = characters.slice(0, start).join('');
    const after = characters.slice(end).join('');
    assert.ok(before.endsWith(prefix) && after.startsWith(suffix));
    return { exact, prefix, suffix, times: text.split(`${prefix}${exact}${suffix}`).length - 1 };
  });
}

const exacts = (markdown: string) => selected(markdown).map(({ exact }) => exact);

test('a statement is selected from its first to its last word, as the page has them', () => {
  assert.deepEqual(
    exacts('One *line*\nand another.\n\n## A heading\n\n> Said “twice” & <b>bold</b>.'),
    ['One line\nand another.', 'Said “twice” & bold.'],
  );
});

test('an item is selected without the list inside it, a row with all its cells', () => {
  const list = '- Outer words\n  - Inner words\n\n| a | b |\n| - | - |\n| one | two |';
  assert.deepEqual(exacts(list), ['Outer words', 'Inner words', 'a\nb', 'one\ntwo']);
});

test('a mark of a footnote between the words is selected, one at their end is not', () => {
  const noted = 'Before[^1] after.\n\nAt the end.[^1]\n\n[^1]: What the note says.';
  assert.deepEqual(exacts(noted), ['Before1 after.', 'At the end.', 'What the note says.']);
});

test('positions are in code points, and no character of the context is cut in two', () => {
  const [first, second] = selected(`🚲 ${'🚲'.repeat(40)}\n\nNext 🚲 one.\n\n${'🚲'.repeat(40)}`);
  assert.equal(first?.suffix.startsWith('\nNext 🚲 one.\n🚲'), true);
  assert.equal(second?.exact, 'Next 🚲 one.');
  for (const context of [second?.prefix ?? '', second?.suffix ?? ''])
    assert.equal(context, context.toWellFormed());
});

test('line ends are where browsers have them', () => {
  const broken = 'First&#13;line\n\n<pre>\n\nspaced</pre>\n\nThe last.';
  assert.deepEqual(exacts(broken), ['First\nline', 'The last.']);
});

test('where words are the same there is as much context as tells them apart, to a limit', () => {
  const lines = ['Yes.', 'No comment was made at the time by any of the offices.', 'Yes.'];
  for (const { times } of selected([...lines, ...lines, 'The end.'].join('\n\n')))
    assert.equal(times, 1);
  const same = selected(Array.from({ length: 2000 }, () => 'Yes.').join('\n\n'));
  assert.equal(Math.max(...same.map(({ prefix, suffix }) => prefix.length + suffix.length)), 512);
});
