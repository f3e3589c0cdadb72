import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lostWords, markedWords } from '../../support/marked-words.ts';
import { renderMarkdown } from '../../support/markdown.ts';
import { attribute, elementsIn, statementsIn } from '../../support/statement-rule.ts';

const errorsIn = (markdown: string) =>
  renderMarkdown(markdown).errors.map(({ line, message }) => `${line}: ${message}`);
const hintsIn = (markdown: string) => renderMarkdown(markdown).errors.map(({ hint }) => hint);

test('property: every word is shown, in order, or an error says so', () => {
  let accepted = 0;
  fc.assert(
    fc.property(markedWords, (markdown) => {
      const { errors, html, statements } = renderMarkdown(markdown);
      if (errors.length > 0) return;
      accepted++;
      assert.deepEqual(lostWords(markdown, html), []);
      const found = statementsIn(html);
      assert.deepEqual(
        found.map(({ id }) => id),
        statements.map(({ id }) => id),
      );
      assert.deepEqual(
        found.map(({ recomputed }) => recomputed),
        statements.map(({ id }) => id),
      );
    }),
    { numRuns: 1000 },
  );
  assert.ok(accepted > 100, 'too few texts without an error');
});

test('the check for lost words finds those that are lost or moved', () => {
  assert.deepEqual(lostWords('w1x w2x', '<p>w1x</p>'), ['w2x']);
  assert.deepEqual(lostWords('w1x w2x', '<p>w2x w1x</p>'), ['w1x']);
  assert.deepEqual(lostWords('w1x', '<p><!-- w1x --></p>'), ['w1x']);
});

test('words behind a comment without an end, or what a browser takes for one, are an error', () => {
  assert.deepEqual(errorsIn('One.\n\n<!-- two\n\nthree four'), [
    '3: hides “<!-- two three four”: the comment that begins with <!-- has no end',
  ]);
  for (const sign of ['<?', '<!X', '<![CDATA[']) {
    assert.deepEqual(errorsIn(`One.\n\n${sign} two\n\nthree`), [
      `3: hides “${sign} two three”: a browser takes ${sign.slice(0, 2)} for the beginning of a comment`,
    ]);
  }
  assert.deepEqual(errorsIn('One.\n\n<![CDATA[ two ]]>\n\nthree').length, 1);
  assert.deepEqual(errorsIn('One.\n\n<!-- two\n\nthree\n\n<!-- four -->'), [
    '3: hides “<!-- two three <!-- four -->”: there is a second <!-- in the comment, which may have lost its end',
  ]);
  assert.deepEqual(errorsIn('One.\n\n<!-- two -->\n\nthree'), []);
});

test('words that a table without an end moves are reported, once, at the table', () => {
  assert.deepEqual(errorsIn('One.\n\n<table><tr><td>a</td></tr>\n\nTwo.\n\nThree.'), [
    '3: has a <table> without an end: what follows is shown before it',
  ]);
  assert.deepEqual(errorsIn('One.\n\n<table><tr><td>a</td></tr></table>\n\nTwo.'), []);
});

test('a line that looks like the address of a link is not hidden', () => {
  assert.deepEqual(errorsIn('[Deadline]: Friday\n\nText.'), [
    "1: hides “[Deadline]: Friday”: a line that begins with [Deadline]: is a link's address, and no link refers to it",
  ]);
  assert.deepEqual(errorsIn('[a]: /b/\n[a]: /c/\n\n[a]'), [
    '2: hides “[a]: /c/”: the address of the link [a] is given twice',
  ]);
  assert.deepEqual(errorsIn('See [the bill][a], [a] and [a][].\n\n[a]: /b/ "Title"\n'), []);
});

test('a hint gives the words as they should be written', () => {
  const [hint = ''] = hintsIn('[Deadline]: Friday\n\nText.');
  assert.match(hint, /^write \\\[Deadline\]: /);
  assert.deepEqual(errorsIn('\\[Deadline]: Friday\n\nText.'), []);
  assert.deepEqual(errorsIn('One.\n\n\\<!-- two\n\nthree'), []);
});

test('notes without a mark, and second ones of one name, are not hidden', () => {
  const notes = 'Text[^1].\n\n[^1]: First.\n\n[^1]: Second.\n\n[^2]: Third\n    note.';
  assert.deepEqual(errorsIn(notes), [
    '5: hides “[^1]: Second.”: a second note has the name [^1]',
    '7: hides “[^2]: Third note.”: it is the note [^2], and nothing refers to it',
  ]);
  assert.deepEqual(errorsIn('B[^b] a[^a].\n\n[^a]: One[^c].\n\n[^b]: Two.\n\n[^c]: Three.'), []);
});

test('a row has no more cells than the head of its table', () => {
  assert.deepEqual(errorsIn('| a | b |\n|---|---|\n| 1 | 2 | 3 four |\n| 1 |\n'), [
    '3: hides “| 3 four |”: the row has more cells than the head of its table',
  ]);
});

test('words after the fence of a block of code are reported; the name of a language is none', () => {
  assert.deepEqual(errorsIn('~~~Statement by the Senator~~~\nText.').length, 1);
  assert.deepEqual(errorsIn('```Breaking\nText.').length, 1);
  assert.deepEqual(errorsIn('```js\nText.\n```'), []);
});

test('titles, and words in tags, are there for readers or reported', () => {
  assert.deepEqual(errorsIn('[a](/b/ "One") <abbr title="Two">b</abbr>'), []);
  assert.deepEqual(errorsIn('[a](# "One")'), ['1: has the title “One”, which no reader finds']);
  assert.deepEqual(errorsIn('<p title="One" title="Two">a</p>'), [
    '1: hides “Two”: a tag cannot say it, since it says it already or ends an element',
  ]);
});

test('a picture shows its words in their place', () => {
  assert.deepEqual(errorsIn('One ![two *three*](/media/2019/chart.png "four") five'), []);
});

test('characters written as references are shown, or reported', () => {
  assert.deepEqual(errorsIn('caf&eacute; &amp; `&eacute;` \\&eacute; &#8212; &copy 5'), []);
  assert.deepEqual(errorsIn('<p>caf&eacute; &copy 5 &#146;</p>'), []);
  assert.deepEqual(errorsIn('Kalra&#146;s'), ['1: has &#146;, which no page can show']);
});

test('numbers of lists are shown as they are written', () => {
  assert.deepEqual(errorsIn('3. a\n4. b\n\n5. c\n\n- d'), []);
  assert.deepEqual(errorsIn('1. a\n1. b\n1. c'), []);
  assert.deepEqual(errorsIn('1. a\n3. b'), ['2: has the number 3. in a list, where 2. is shown']);
});

test('a text without a word is an error', () => {
  for (const markdown of ['***', '<br>', '##', '<!-- a -->', '![](/media/2019/chart.png)']) {
    assert.deepEqual(errorsIn(markdown), ['1: has no word that a reader can see'], markdown);
  }
  assert.deepEqual(errorsIn('![Chart](/media/2019/chart.png)'), []);
});

test('a row without its table is an error, since no browser shows one', () => {
  assert.deepEqual(errorsIn('<tr><td>One</td></tr>\n\nTwo.'), [
    '1: has <tr> where it is not allowed',
    '1: has <td> where it is not allowed',
  ]);
});

test('HTML cannot pass for what Markdown makes, which may be hidden', () => {
  assert.deepEqual(errorsIn('<h2 class="sr-only">One</h2>\n\ntwo'), [
    '1: has the attribute class on <h2>, which a release may not have',
  ]);
  assert.deepEqual(errorsIn('<a href="/a/" data-footnote-ref>One</a> two').length, 1);
  assert.deepEqual(errorsIn('<b title="<i>">One</b>'), []); // no second tag
});

test('no two things of a page share an id', () => {
  const html = renderMarkdown(
    '# One\n\n# One\n\n# One 1\n\n# s-abcdefgh\n\n# heading s-abcdefgh\n\n# s abcdefgh\n\n# Footnote label\n\nWords[^1].\n\n[^1]: Note.',
  ).html;
  const ids = elementsIn(html).flatMap((element) => attribute(element, 'id') ?? []);
  assert.deepEqual(ids, [...new Set(ids)]);
  assert.deepEqual(errorsIn('A[^1] b[^1] c[^1-2].\n\n[^1]: D.\n\n[^1-2]: E.'), [
    '1: has two things with the address #user-content-fnref-1-2',
  ]);
});

test('all of it is reported in one run, each with its line', () => {
  const text = '[a]: b\n\n| c |\n|--|\n| d | e |\n\n[^1]: f\n\n```g h\ni\n```\n\n<!-- j';
  assert.deepEqual(
    renderMarkdown(text).errors.map(({ line }) => line),
    [1, 5, 7, 9, 13],
  );
});
