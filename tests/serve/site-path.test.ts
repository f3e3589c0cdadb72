import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTarget } from '../../src/serve/site-path.ts';

const read = (target: string, base = '/') => {
  const parsed = readTarget(target, base);
  if ('status' in parsed) return parsed.status;
  return `${parsed.file.join('|')}${parsed.isFolder ? '|' : ''}${parsed.query}`;
};

test('a target is parsed into the segments of a path', () => {
  assert.equal(read('/'), '|');
  assert.equal(read('/a/b'), 'a|b');
  assert.equal(read('/a/b/?q=%2F&x'), 'a|b|?q=%2F&x');
  assert.equal(read('/caf%C3%A9/100%25/a%20b.pdf'), 'café|100%|a b.pdf');
  assert.equal(read('http://localhost:4321/a/'), 'a|');
  assert.equal(read('http://localhost:4321'), '|');
  assert.equal(read('/.well-known/security.txt'), '.well-known|security.txt');
});

test('paths are relative to the base, and none is outside', () => {
  assert.equal(read('/archive/', '/archive/'), '|');
  assert.equal(read('/archive', '/archive/'), '');
  assert.equal(read('/archive/a', '/archive/'), 'a');
  assert.equal(read('/archives/', '/archive/'), 404);
  assert.equal(read('/', '/archive/'), 404);
  assert.equal(read('/a/b/c/', '/a/b/'), 'c|');
});

test('an invalid target is a bad request', () => {
  for (const target of ['*', '', 'a', 'ftp://a/b', '/%', '/%zz', '/a%', '/%C3', '/%ff', '/a%00b'])
    assert.equal(read(target), 400, target);
  for (const target of ['/%0d%0aA:%20b', '/a%7f']) assert.equal(read(target), 400, target);
});

test('a path that leaves the site, or of a hidden file, is not found', () => {
  for (const target of [
    ...[
      '/..',
      '/../a',
      '/a/../b',
      '/%2e%2e/a',
      '/..%2f..%2fa',
      '/assets/..%2fpackage.json',
      '/./a',
    ],
    ...['/..\\a', '/..%5ca', '/a%2fb', '/a\\b', '//a', '//example.org/a/', '/a//b', '/.git/config'],
    ...['/.htaccess', '/a/.well-known/b', '/.well-known/.a', '/.well-known%2fa', '/.%2e/a'],
  ]) {
    assert.equal(read(target), 404, target);
  }
});

test('no segment of any target leads out of the site', () => {
  const part = fc.constantFrom(
    '/',
    '..',
    '.',
    '%2e',
    '%2F',
    '%5c',
    '\\',
    'a',
    '%00',
    '%',
    ':',
    '?',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const parsed = readTarget(`/${parts.join('')}`, '/');
      if ('status' in parsed) return;
      for (const segment of parsed.file) {
        assert.ok(
          segment !== '' && segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment),
          segment,
        );
      }
    }),
  );
});
