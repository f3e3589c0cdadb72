import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRelease, releasePath } from '../../src/archive/release.ts';
import { anyText } from '../support/any-text.ts';
import { inShort, madeRelease, problemsOf } from '../support/made-release.ts';

const read = (text: string | Buffer, name = '2017-11-22-a.md') =>
  readRelease(Buffer.from(text), `releases/${name}`);
const problemsIn = (text: string, name?: string) => read(text, name).problems.map(inShort);

test('a file is taken apart into its fields and its text', () => {
  const { release, body, problems } = read(madeRelease({}, 'One.\n\nTwo.'));
  assert.deepEqual(problems, []);
  assert.equal(release?.title, 'A title');
  assert.deepEqual(body, { markdown: '\nOne.\n\nTwo.\n', line: 7 });
});

test('the name of the file is the id and gives the address, whichever folder it lies in', () => {
  const { release } = readRelease(
    Buffer.from(madeRelease()),
    'c/releases/2017/x/2017-11-22-a-b.md',
  );
  assert.equal(release?.id, '2017-11-22-a-b');
  assert.equal(release?.path, '/releases/2017/11/22/a-b/');
  assert.equal(release?.file, 'c/releases/2017/x/2017-11-22-a-b.md');
  assert.equal(releasePath('2004-01-02-a'), '/releases/2004/01/02/a/');
});

test('a byte order mark, line ends of any system and blank lines above change nothing', () => {
  const text = madeRelease({ topics: '\n  - A\n  - B' }, 'One.\n\nTwo.');
  const plain = read(text);
  for (const other of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), `\n \n${text}`]) {
    const { release, problems } = read(other);
    assert.deepEqual([release, problems], [plain.release, []]);
  }
  assert.equal(read(`\n\n${text}`).body?.line, (plain.body?.line ?? 0) + 2);
  assert.equal(read(text.replaceAll('\n', '\r\n')).body?.line, plain.body?.line);
  assert.deepEqual(read(text.replaceAll('\n', '\r')).release, plain.release);
});

test('lines are those of the file, so that an editor can go there', () => {
  const { lines } = read(madeRelease({ related: '\n  - 2016-01-01-b\n  - 2016-01-02-c' }));
  assert.deepEqual(lines, {
    title: 2,
    date: 3,
    office: 4,
    'office.0': 4,
    related: 6,
    'related.0': 7,
    'related.1': 8,
  });
});

test('a line of hyphens in the text is no end and no beginning of fields', () => {
  const body = 'One.\n\n---\n\nTitle: of a poem\n\n---\n\nTwo.';
  assert.deepEqual(problemsOf({}, body), []);
});

test('of a file without fields it is said how to begin', () => {
  const hint = 'begin with a line ---, then the fields such as title: and date:, then a line ---';
  for (const text of ['Just words.\n', 'Words.\n---\nMore words.\n']) {
    assert.deepEqual(problemsIn(text), [`1: frontmatter is missing; ${hint}`]);
  }
  assert.deepEqual(problemsIn('----\ntitle: A\n----\n'), [
    '1: frontmatter begins with ----, which is not the line ---; write three hyphens, ---, in its place, and on the line below the fields',
  ]);
  assert.deepEqual(problemsIn('Words.\n\n---\ntitle: A\n---\n'), [
    '1: frontmatter does not begin the file: there is text above it; move the text above the first line --- below the second one',
  ]);
});

test('of fields without an end it is said where it belongs', () => {
  assert.deepEqual(problemsIn('---\ntitle: A\n\nWords.\n'), [
    '1: frontmatter has no end: the second line --- is missing; put a line --- between the fields and the text',
  ]);
  assert.deepEqual(problemsIn('---\ntitle: A\n...\n\nWords.\n'), [
    '1: frontmatter has no end: the second line --- is missing; write --- in the place of the line ...',
  ]);
  assert.deepEqual(problemsIn('---\ntitle: A\n\nFor release.\n\n---\n\nMore.\n'), [
    '4: frontmatter has a line that is not a field, "For release."; write each field as name: value, and a line --- between the fields and the text',
  ]);
});

test('a second release in the same file is reported, wherever it begins', () => {
  const message = 'frontmatter appears twice in this file';
  const hint = 'leave one block of fields; a second release needs a file of its own';
  const block = 'title: B\ndate: 2017-11-23\ntopics:\n  - C\n---\n';
  assert.deepEqual(problemsOf({}, `One.\n\n---\n${block}Two.`), [`10: ${message}; ${hint}`]);
  assert.deepEqual(problemsOf({}, `---\n${block}Two.`), [`8: ${message}; ${hint}`]);
  assert.deepEqual(problemsOf({}, `${block}Two.`), [`8: ${message}; ${hint}`]);
});

test('a release without words is reported', () => {
  const hint = 'put the text of the release below the second line ---';
  assert.deepEqual(problemsOf({}, ' '), [`7: body is empty; ${hint}`]);
});

test('a file is named by its day and by words', () => {
  const named = (name: string) => problemsIn(madeRelease(), name);
  const form = '1: file has a name that is not YYYY-MM-DD-words.md; name it';
  const names = {
    'Kalra Denounces.md': 'YYYY-MM-DD-kalra-denounces.md',
    '2017-11-22 Kalra Denounces.md': '2017-11-22-kalra-denounces.md',
    '2017-11-22-Kalra.md': '2017-11-22-kalra.md',
    '2017-11-22-Việt Nam.md': '2017-11-22-viet-nam.md',
    '2017-11-22-a--b.md': '2017-11-22-a-b.md',
    '20171122-a.md': '2017-11-22-a.md',
    '2017-1-2-a.md': '2017-01-02-a.md',
    '2017-11-22.md': '2017-11-22-words.md',
    '2017-11-22-移民.md': '2017-11-22-words.md',
  };
  for (const [name, better] of Object.entries(names)) {
    assert.equal(named(name)[0], `${form} ${better}`, name);
  }
});

test('a file named by a day that the calendar has not is reported', () => {
  assert.equal(
    problemsIn(madeRelease(), '2017-02-30-a.md')[0],
    '1: file has a name that begins with 2017-02-30, which is not a day of the calendar; name it YYYY-MM-DD-a.md',
  );
});

test('the day inside is that of the file, or it is said how to mend either', () => {
  assert.deepEqual(problemsOf({ date: '2017-11-23' }), [
    "3: date is 2017-11-23, but the file's name says 2017-11-22; " +
      'change one of them, or rename the file to 2017-11-23-a.md',
  ]);
});

test('what is wrong with a file is all reported at once', () => {
  const fields = { title: undefined, date: '2017-02-30', office: '""', nope: 'A' };
  assert.equal(problemsOf(fields, ' ').length, 5);
});

test('a file that holds no release still has its id, for others may name it', () => {
  const { id, file, release } = read('Just words.\n');
  assert.deepEqual([id, file, release], ['2017-11-22-a', 'releases/2017-11-22-a.md', undefined]);
});

test('no bytes at all make the reader stumble', () => {
  const signs = ['---\n', 'title: ', 'date: 2017-11-22\n', '\r\n', '- ', '"', ': ', '\t', '\ufeff'];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    anyText(...signs).map((text) => Buffer.from(text)),
    anyText(...signs).map((text) => Buffer.from(`---\n${text}\n---\n`)),
    anyText(...signs).map((text) => Buffer.from(madeRelease({ title: text }, text))),
  );
  fc.assert(
    fc.property(bytes, (content) => {
      const { release, problems } = readRelease(content, '2017-11-22-a.md');
      assert.ok(release !== undefined || problems.length > 0);
      for (const { line, message, hint } of problems) {
        assert.ok(Number.isInteger(line) && line >= 1);
        assert.ok(message !== '' && hint !== '');
      }
    }),
    { numRuns: 500 },
  );
});
