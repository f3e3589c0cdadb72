import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addAlias } from '../../src/archive/add-alias.ts';
import { readRelease } from '../../src/archive/release.ts';
import { madeRelease } from '../support/made-release.ts';

const FILE = 'releases/2017/2017-11-22-a.md';
const PATH = '/releases/2017/11/21/old/';

const add = (text: string) => addAlias(text, FILE, PATH);
const read = (text: string) => readRelease(Buffer.from(text), FILE);
/** What the field becomes in a release that has it so; undefined where it is left alone. */
function added(aliases: string | undefined): string | undefined {
  const text = add(madeRelease({ aliases, subtitle: 'The last field' }));
  return text && /^aliases:[^]*?(?=\nsubtitle:|\n---)/m.exec(text)?.[0];
}

test('a release without aliases gets the field, as the last one', () => {
  const text = madeRelease();
  assert.equal(add(text), text.replace('\n---\n\n', `\naliases:\n  - ${PATH}\n---\n\n`));
});

test('a list has it as its last item, indented as the others', () => {
  assert.equal(added('\n  - /a/\n  - /b/'), `aliases: \n  - /a/\n  - /b/\n  - ${PATH}`);
  assert.equal(added('\n- /a/'), `aliases: \n- /a/\n- ${PATH}`);
  assert.equal(added('\n      - "/a/"'), `aliases: \n      - "/a/"\n      - ${PATH}`);
});

test('a list in brackets stays one', () => {
  assert.equal(added('[/a/]'), `aliases: [/a/, ${PATH}]`);
  assert.equal(added('[ "/a/", \'/b/\' ] # c'), `aliases: [ "/a/", '/b/' , ${PATH}] # c`);
  assert.equal(added('[\n  /a/,\n  /b/\n  ]'), `aliases: [\n  /a/,\n  /b/\n  , ${PATH}]`);
});

test('a single value becomes a list in brackets', () => {
  assert.equal(added('/a/'), `aliases: [/a/, ${PATH}]`);
  assert.equal(added("'/a/' # its first name"), `aliases: ['/a/', ${PATH}] # its first name`);
});

test('remarks stay with the addresses that they are about', () => {
  const list =
    '\n  # before it was renamed\n  - /a/ # once\n  # and after\n  - /b/ # twice\n  # the end';
  const expected = list.replace('# twice\n', `# twice\n  - ${PATH}\n`);
  assert.equal(added(list), `aliases: ${expected}`);
});

test('lines end as they ended, and a byte order mark stays', () => {
  for (const aliases of [undefined, '\n  - /a/', '\n  - /a/ # once', '[/a/]', '/a/']) {
    const lines = madeRelease({ aliases }).replaceAll('\n', '\r\n');
    const text = add(`\uFEFF${lines}`) ?? assert.fail(`${aliases} is left alone`);
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.ok(text.startsWith('\uFEFF---'));
    assert.ok(text.includes(PATH));
  }
});

test('what it cannot add to, it leaves alone', () => {
  for (const aliases of ['&a [/a/]', '[/a/, ]', '>\n  /a/', '/a,b/', '', '[]', '*a', '{ a: b }']) {
    assert.equal(added(aliases), undefined, aliases);
  }
});

test('an address that is there already is not added again', () => {
  for (const aliases of [PATH, `[${PATH}]`, `\n  - /a/\n  - ${PATH}`, PATH.slice(0, -1)]) {
    assert.equal(added(aliases), undefined, aliases);
  }
});

test('a file that is no release, or is wrong in another field, is left alone', () => {
  assert.equal(add('Words.'), undefined);
  assert.equal(add('---\ntitle: A title\n'), undefined);
  assert.equal(add(madeRelease({ title: undefined })), undefined);
  assert.equal(add(madeRelease({ aliases: '[/a/' })), undefined);
});

test('fields written as one map in braces are left alone', () => {
  const fields =
    '{ title: A, date: 2017-11-22, office: a, contact: { name: A, phone: 9165550123 } }';
  const text = `---\n${fields}\n---\n\nWords.\n`;
  assert.deepEqual(read(text).problems, []);
  assert.equal(add(text), undefined);
});

const anyPath = fc.stringMatching(/^\/[a-z]{1,6}\/$/);
const anyItem = fc
  .tuple(anyPath, fc.constantFrom('', '"', "'"), fc.constantFrom('', '  ', ' # a remark'))
  .map(([path, quote, rest]) => quote + path + quote + rest);
const anyAliases = fc.oneof(
  fc.constant(undefined),
  anyItem,
  fc.array(anyPath, { minLength: 1 }).map((all) => `[${all.join(', ')}]`),
  fc
    .array(anyItem, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one) => `\n  - ${one}`).join('')),
);
const anyBody = fc.constantFrom(
  'Words.',
  '- /a/\n\naliases: [/b/]',
  'One\n\n* * *\n\n  Two  ',
  '---x\n- a',
);

/** What each of two texts has between what they begin with and what they end with. */
function difference(before: string, after: string): [string, string] {
  let [start, end] = [0, 0];
  while (start < before.length && before[start] === after[start]) start++;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

test('whatever the file is like, the address comes in and nothing else changes', () => {
  const newline = fc.constantFrom('\n', '\r\n');
  const after = fc.constantFrom(undefined, 'A subtitle # with a remark', '"A: subtitle"');
  fc.assert(
    fc.property(anyAliases, anyBody, after, newline, (aliases, body, subtitle, end) => {
      const text = madeRelease({ aliases, subtitle }, body).replaceAll('\n', end);
      const changed = add(text) ?? assert.fail(`left alone: ${text}`);
      const [before, now] = [read(text), read(changed)];
      assert.deepEqual(now.release?.aliases, [...(before.release?.aliases ?? []), PATH]);
      assert.deepEqual({ ...now.release, aliases: 0 }, { ...before.release, aliases: 0 });
      assert.equal(now.body?.markdown, before.body?.markdown);
      const [gone, come] = difference(text, changed);
      assert.ok((aliases ?? '').includes(gone), `takes out ${gone}`);
      assert.ok(come.includes(PATH));
    }),
  );
});
