import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  decodeFormerParam,
  formerParam,
  normalizeFormerPath,
} from '../../src/archive/former-path.ts';
import { decodePath, encodePath, pathKey } from '../../src/archive/path-encoding.ts';
import { anyText } from '../support/any-text.ts';

const normalized = (written: string) => {
  const found = normalizeFormerPath(written);
  return 'path' in found ? found.path : found.fault;
};

test('an address has one form, in whatever spelling a browser or a person gives it', () => {
  const forms = {
    '/news/caf%C3%A9/': ['/news/café', '/news/caf%c3%a9/', '/news/caf%C3%A9/index.html'],
    '/News/Old%20Page.html/': ['/News/Old Page.html', '/News/Old%20Page.html', '/News/%4Fld%20Page.html/'],
    '/100%25/': ['/100%', '/100%/', '/100%25', '/100%25/index.html'],
    '/a%25zz/': ['/a%zz', '/a%25zz/'],
    '/a*/:id,(b)!$&+;=@\'/': ["/a*/:id,(b)!$&+;=@'", "/a%2A/%3Aid%2C(b)!$&%2B;=@'"],
    '/a%7Cb/%5Bc%5D/': ['/a|b/[c]', '/a%7cb/%5bc%5d/'],
    '/a%3Fb%23c/': ['/a%3Fb%23c', '/a%3fb%23c/'],
    '/view.php?id=7&a=b+c': ['/view.php?id=7&a=b+c', '/view%2Ephp?id=7&a=b+c'],
    '/?q=%C3%A9%22': ['/?q=é"', '/?q=%C3%A9%22'],
    '/index.htm/': ['/index.htm'],
    '/Index.html/': ['/Index.html'],
  }; // prettier-ignore
  for (const [form, spellings] of Object.entries(forms)) {
    for (const one of [form, ...spellings]) assert.equal(normalized(one), form, one);
  }
});

test('what no host could lead on is reported with its reason', () => {
  const faults: Record<string, string[]> = {
    'that is not a path on this site': ['', 'a', '/', '//a', '/a//b', '/a\\b', '/a#b', '/a?', 'https://a.org/b'],
    'a path has no . or .. in it': ['/a/../b', '/./a', '/a/%2e%2E/b', '/..?a=b'],
    'a part of it begins with a dot, and servers do not hand out such files': [
      ...['/.old/a', '/a/.htaccess/', '/a/%2ehidden', '/...', '/.well-known/a', '/.cgi?id=1'],
    ],
    'it has %2F or %5C, which hosts do not open': ['/a%2Fb', '/a%5cb', '/a%2Fb?c=d'],
    'it has a line break or another control character': ['/a\tb', '/a%09b', '/a%00', '/a%0D%0Ab', '/a%C2%85', '/a\u2028b'],
    'what is written with % in it is not UTF-8, so no file can have that name': ['/caf%E9', '/%C3', '/%ED%A0%80'],
    'index.html can only be its last part': ['/index.html/a', '/a/index.html/index.html'],
    'it has more than 1000 bytes': [`/${'a/'.repeat(501)}`],
  }; // prettier-ignore
  for (const [fault, paths] of Object.entries(faults)) {
    for (const path of paths) assert.equal(normalized(path), fault, path);
  }
  assert.equal(normalized(`/${'é'.repeat(127)}/`), `/${'%C3%A9'.repeat(127)}/`);
  assert.match(normalized(`/${'é'.repeat(128)}/`), /^a part of it .* more than 255 bytes/);
});

const anyPath = fc
  .array(anyText('a', '%', '%41', '.', '~', '/', '?', '*'), { minLength: 1, maxLength: 4 })
  .map((parts) => `/${parts.join('/')}`);

test('the form of a form is itself, and its page has the name that hosts decode it to', () => {
  fc.assert(
    fc.property(anyPath, (written) => {
      const found = normalizeFormerPath(written);
      if (!('path' in found) || found.path === '/') return;
      const { path } = found;
      assert.deepEqual(normalizeFormerPath(path), found);
      assert.match(path, /^[!-~]+$/);
      assert.equal(new URL(path, 'https://site.example').pathname, path.replace(/\?.*/, ''));
      if (path.includes('?')) return;
      assert.equal(encodePath(decodePath(path) ?? ''), path);
      const param = formerParam(path);
      assert.match(param, /^[\w.~/-]+$/);
      assert.doesNotMatch(param, /^(?:404|500)$/);
      assert.equal(`/${decodeFormerParam(param)}/`, decodePath(path));
    }),
    { numRuns: 2000 },
  );
});

test('paths that are one file on some disk have one key', () => {
  assert.equal(pathKey('/Café/'), pathKey('/CAFE\u0301/'));
  assert.notEqual(pathKey('/cafe/'), pathKey('/café/'));
});
