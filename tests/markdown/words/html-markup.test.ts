import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlMarkup } from '../../../src/markdown/words/html-markup.ts';

/** HTML without its markup, faults in brackets. */
function marked(html: string): string {
  const { markup, faults } = htmlMarkup(html);
  const words = [...markup, [html.length, html.length] as const].reduce(
    ({ text, place }, [start, end]) => ({ text: text + html.slice(place, start), place: end }),
    { text: '', place: 0 },
  ).text;
  return [
    words,
    ...faults.map(({ start, end, fault }) => `[${fault}: ${html.slice(start, end)}]`),
  ].join('');
}

test('tags and closed comments are markup, words between them are not', () => {
  assert.equal(marked('<p class="a > b">One <b>two</b><!-- three --> four</p >'), 'One two four');
  assert.equal(marked('One < two > three <3'), 'One < two > three <3');
  assert.equal(marked('<!--> one <!---> two <!-- a --!> three'), ' one  two  three');
  assert.equal(marked("<a href='b' c = d e>f</a>"), 'f');
});

test('what a picture shows counts, in its place', () => {
  assert.equal(marked('<img src="a.png" alt="One two"> three'), 'One two three');
});

test('what hides words is reported, up to its end', () => {
  assert.equal(marked('a <!-- b'), 'a <!-- b[open comment: <!-- b]');
  assert.equal(marked('a <p title="b> c'), 'a <p title="b> c[open tag: <p title="b> c]');
  assert.equal(marked('<?a?> b'), '<?a?> b[declaration: <?a?]');
  assert.equal(marked('<b a="c" a="d">e'), 'de[attribute without effect: d]');
});
