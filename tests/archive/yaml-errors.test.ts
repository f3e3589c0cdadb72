import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseYaml } from '../../src/archive/yaml.ts';
import { quoted } from '../../src/archive/yaml-errors.ts';

/** What is reported YAML that cannot be read, as `line: field message; hint`. */
const reported = (source: string) =>
  parseYaml(source).errors.map(({ line, field, message, hint }) => {
    return `${line}: ${field ?? '-'} ${message}; ${hint}`;
  });

const mustBeQuoted = (line: number, field: string, written: string) =>
  `${line}: ${field} has a value that needs quotation marks; write ${field}: ${written}`;

test('a headline that YAML takes for something else is shown in quotation marks', () => {
  const headlines = {
    'Kalra: "We will not stand by"': `'Kalra: "We will not stand by"'`,
    '"We will not stand by," says Kalra': `'"We will not stand by," says Kalra'`,
    "'Kalra's bill'": `"Kalra's bill"`,
    '[Draft] A bill': '"[Draft] A bill"',
    '*Breaking* news': '"*Breaking* news"',
    '&Justice for all': '"&Justice for all"',
    '!Important news': '"!Important news"',
    '@kalra': '"@kalra"',
    '`code`': '"`code`"',
    '%5 more': '"%5 more"',
    '| a bar': '"| a bar"',
    '? a question': '"? a question"',
  };
  for (const [headline, written] of Object.entries(headlines)) {
    assert.deepEqual(reported(`title: ${headline}`), [mustBeQuoted(1, 'title', written)], headline);
  }
});

test('what is to be written instead can be read and is what was meant', () => {
  const words = fc.array(fc.constantFrom('a', ' ', ': ', '"', "'", '\\', '#', ' #', '&', '*', '['));
  fc.assert(
    fc.property(words, (parts) => {
      const value = `x${parts.join('')}x`;
      assert.deepEqual(parseYaml(`a: ${quoted(value)}`).data, { a: value });
    }),
  );
});

test('a dash behind a name may have been meant as a list', () => {
  const list = '; or, for a list, begin each item on its own line';
  assert.deepEqual(reported('topics: - Budget'), [mustBeQuoted(1, 'topics', `"- Budget"${list}`)]);
});

test('a value on several lines is not written out, but it is said how to mend it', () => {
  assert.deepEqual(reported('title: A long: headline\n  that goes on\n'), [
    '1: title has a value that needs quotation marks; put one " before its first word and ' +
      "one after its last, and ' inside",
  ]);
});

test('a field that appears twice is reported at its second line', () => {
  assert.deepEqual(reported('title: A\ndate: B\ntitle: C\n'), [
    '3: title appears twice; keep one of the two; several values go into one list, as in [first, second]',
  ]);
});

test('a tab at the beginning of a line is reported, since nobody sees it', () => {
  const hint = 'put spaces in the place of the tab';
  assert.deepEqual(reported('contact:\n\tname: A\n'), [
    `2: - has a line that begins with a tab; ${hint}`,
  ]);
});

test('a quotation mark that is not closed is reported where it opens', () => {
  assert.deepEqual(reported('title: "A\ndate: B\n'), [
    '1: title has a quotation mark that is not closed; put the same mark at the end of the value as at its beginning',
  ]);
});

test('a list that is not closed, or has an empty item, is reported where it opens', () => {
  const hint = 'write it as [first, second]; a value with , or : in it needs quotation marks';
  for (const list of ['[a, b', '[a, , b]', '{ a: b']) {
    assert.deepEqual(reported(`topics: ${list}\ndate: B\n`), [
      `1: topics has a list that cannot be read; ${hint}`,
    ]);
  }
});

test('a colon with nothing behind it needs a space', () => {
  assert.deepEqual(reported('date: B\ntitle:A headline\n'), [
    '2: title needs a space after the colon; write title: A headline',
  ]);
});

test('spaces too many or too few are reported at their line', () => {
  assert.deepEqual(reported('title: A\n  subtitle: B\n'), [
    '2: subtitle begins with too many spaces; begin it with as many spaces as the line above',
  ]);
  assert.deepEqual(reported('contact:\n  name: A\n phone: 1\n'), [
    '3: phone begins with more or fewer spaces than the line above; lines that belong together begin with the same number of spaces',
  ]);
});

test('a line of text among the fields is reported by its words', () => {
  const hint = 'write each field as name: value, and a line --- between the fields and the text';
  assert.deepEqual(reported('title: A\n\nFor immediate release\n'), [
    `3: - has a line that is not a field, "For immediate release"; ${hint}`,
  ]);
});

test('an item of a list is shown in quotation marks', () => {
  assert.deepEqual(reported('topics:\n  - "Care" for all\n'), [
    `2: - has a list item that needs quotation marks; write - '"Care" for all'`,
  ]);
});

test('a reference inside a list is reported by its name', () => {
  assert.deepEqual(reported('a: [x, *y]\n'), [
    '1: a has *y, which YAML takes for a reference; write the value itself, or put quotation marks around it',
  ]);
});

test('a character that no page can show is reported', () => {
  assert.deepEqual(reported('title: "A\\bB"\n'), [
    '1: title has a character that no page can show; take it out: look for a \\ in the value',
  ]);
});

test('each line is reported once, and all of them in one run', () => {
  assert.deepEqual(
    parseYaml('title: A: B\ntopics: *x\nsubtitle: C: D\n').errors.map(({ line }) => line),
    [1, 2, 3],
  );
});
