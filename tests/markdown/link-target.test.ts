import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkTarget } from '../../src/markdown/link-target.ts';
import { anyText } from '../support/any-text.ts';

const kind = (address: string) => linkTarget(address).kind;

test('what a browser looks for on another host is a link to another site', () => {
  const web = ['https://example.org/', 'HTTP://example.org', '//example.org/', '/\\example.org', '\\\\example.org'];
  for (const one of [...web, '/\t/example.org', '/\n/example.org', '\u0000//example.org ', 'ht\ntps://a.org']) {
    assert.equal(kind(one), 'web', JSON.stringify(one));
  }
}); // prettier-ignore

test('a path of this site comes out as browsers ask for it', () => {
  const paths = {
    '/releases/': '/releases/',
    '/./a/../releases/': '/releases/',
    '/topics/移民/': '/topics/%E7%A7%BB%E6%B0%91/',
    '/a b/': '/a%20b/',
    '\\a\\b': '/a/b',
    'media/a.pdf': '/media/a.pdf',
    '/\tabout/': '/about/',
  };
  for (const [written, path] of Object.entries(paths)) {
    assert.deepEqual(linkTarget(written), { kind: 'site', path, rest: '' }, written);
  }
  assert.deepEqual(linkTarget('/a/?b=c\\d#e'), { kind: 'site', path: '/a/', rest: '?b=c\\d#e' });
});

test('what leads elsewhere from each page, or nowhere at all, leads nowhere', () => {
  for (const one of ['', 'a/b', '#a', '?a', '../a', 'https:a.org', 'https:/a.org', 'http://[', '//', '/..//a.org', '/%09/a.org', '/%5Ca.org', '/a%00'])
    assert.equal(kind(one), 'none', one);
}); // prettier-ignore

test('other schemes are left to the allow-list', () => {
  for (const one of ['mailto:a@example.org', 'tel:1', 'java\nscript:a'])
    assert.equal(kind(one), 'other');
});

test('no address is taken for a path of this site that a browser opens on another', () => {
  fc.assert(
    fc.property(anyText('/', '\\', '\t', '.', 'a', ':', '@', 'https:', ' '), (written) => {
      const found = linkTarget(written);
      if (found.kind !== 'site') return;
      const opened = new URL(written, 'https://here.example/releases/2017/11/22/a/');
      assert.equal(opened.host, 'here.example');
      const rewritten = new URL(found.path + found.rest, 'https://here.example/other/');
      assert.equal(rewritten.host, 'here.example');
      if (!written.trim().startsWith('media')) assert.equal(rewritten.pathname, opened.pathname);
    }),
    { numRuns: 5000 },
  );
});
