import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textDirective } from '../../src/citing/text-directive.ts';
import { findDirective } from '../support/find-directive.ts';

/** The directive for what is between `[` and `]` in a page's text. */
function directiveOf(marked: string): string | undefined {
  const [before = '', words = '', after = ''] = marked.split(/[[\]]/);
  const [start, text] = [before.length, before + words + after];
  return textDirective({ text, start, end: start + words.length });
}

const MANY = Array.from({ length: 80 }, (_, n) => `word${n}`).join(' ');

for (const { what, page, directive } of [
  {
    what: 'words that appear once are named by themselves',
    page: 'The lamps\nWe [keep the light on all night] long',
    directive: 'text=keep%20the%20light%20on%20all%20night',
  },
  {
    what: 'signs that mean something in a directive, or end a link in a text, are written as numbers',
    page: '[well-kept, oil & wick (both): it’s 100% “so”!*] and more',
    directive:
      'text=well%2Dkept%2C%20oil%20%26%20wick%20%28both%29%3A%20it%E2%80%99s%20100%25%20%E2%80%9Cso%E2%80%9D%21%2A',
  },
  {
    what: 'letters of other scripts are written in UTF-8, with their accents',
    page: '[Sổ tay dành cho người thuê] nhà',
    directive: 'text=S%E1%BB%95%20tay%20d%C3%A0nh%20cho%20ng%C6%B0%E1%BB%9Di%20thu%C3%AA',
  },
  {
    what: 'few letters come with the words beside them, since an edit may bring the same ones',
    page: 'We keep the [light] on',
    directive: 'text=the-,light,-on',
  },
  {
    what: 'words that appear twice come with as many words beside them as tell them apart',
    page: 'the pier keeps the light of the harbor on\nthe pier keeps [the light of the harbor] off',
    directive: 'text=keeps-,the%20light%20of%20the%20harbor,-off',
  },
  {
    what: 'the first of two needs nothing beside it',
    page: 'pier keeps [the light of the harbor] on\nkeeps the light of the harbor off',
    directive: 'text=the%20light%20of%20the%20harbor',
  },
  {
    what: 'what differs in case, accents and quotation marks alone appears twice',
    page: 'THE “RÉSUMÉ” OF THE HARBOR\nso [the "resume" of the harbor] ends',
    directive: 'text=so-,the%20%22resume%22%20of%20the%20harbor,-ends',
  },
  {
    what: 'the words of the next block are taken where those of its own tell nothing',
    page: 'Pier\n12\nDock\n[12]\nend',
    directive: 'text=Dock-,12,-end',
  },
  {
    what: 'of many words the first and the last are named',
    page: `Before [${MANY}] after`,
    directive: 'text=word0%20word1%20word2%20word3,word76%20word77%20word78%20word79',
  },
  {
    what: 'words of several blocks are named by where they begin and end',
    page: 'North\n[twelve lamps of brass\n100%] paid',
    directive: 'text=twelve%20lamps%20of%20brass,100%25',
  },
  {
    what: 'parts of words are widened to whole ones',
    page: 'We k[eep the lamps of the ha]rbor',
    directive: 'text=keep%20the%20lamps%20of%20the%20harbor',
  },
]) {
  test(what, () => assert.equal(directiveOf(page), directive));
}

test('where nothing tells the words from earlier ones there is no directive', () => {
  const line = 'The lamps of the pier are lit.';
  assert.equal(directiveOf(`${line}\nMore\n${line.replace('pier', '[pier]')}\nMore`), undefined);
});

test('whatever is selected in whatever page, what the directive finds first is just that', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'A', 'á', '“b”', 'b-a', 'a,', '(b)', '12', '日本');
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
  const lines = fc.array(line, { minLength: 1, maxLength: 5 });
  let found = 0;
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(), (lines, one, other) => {
      const text = lines.join('\n');
      const places = [...text.matchAll(/\S+/g)];
      const [first = 0, last = 0] = [one % places.length, other % places.length].sort(
        (a, b) => a - b,
      );
      const start = places[first]?.index ?? 0;
      const end = (places[last]?.index ?? 0) + (places[last]?.[0].length ?? 0);
      const directive = textDirective({ text, start, end });
      if (directive === undefined) return;
      found++;
      assert.deepEqual(findDirective(directive, text), { start, end }, `${directive} in ${text}`);
    }),
    { numRuns: 2000 },
  );
  assert.ok(found > 500, `${found} directives`);
});
