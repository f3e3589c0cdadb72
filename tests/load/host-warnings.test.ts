import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostWarnings, securityWarnings } from '../../src/load/host-warnings.ts';
import { type HOSTS } from '../../src/archive/hosts.ts';
import { readRelease } from '../../src/archive/release.ts';
import { inShort, madeRelease } from '../support/made-release.ts';

const read = (aliases: string) =>
  readRelease(Buffer.from(madeRelease({ aliases })), 'releases/2017-11-22-a.md');

test('without a host there are no warnings about hosts', () => {
  assert.deepEqual(hostWarnings(undefined, [read('["/view.php?id=7", "/a?print", /news/*/]')]), []);
});

test('what a host cannot redirect is said for that host alone, once, with the number', () => {
  const [one, plain] = [
    read('["/news/a/", "/a?print", "/b?id=a=b"]'),
    read('[/news/a/, "/view.php?id=7"]'),
  ];
  const said = (host: (typeof HOSTS)[number], found = one) =>
    hostWarnings(host, [found]).map(inShort);
  for (const host of ['apache', 'nginx', 'cloudflare'] as const) assert.deepEqual(said(host), []);
  assert.match(
    said('netlify').join(),
    /^6: aliases has \/a\?print, which Netlify cannot redirect to this release \(and 1 more in this archive\); remove it, or choose a host/,
  );
  assert.deepEqual(said('netlify', plain), []);
  assert.match(
    said('github-pages', plain).join(),
    /has \/view\.php\?id=7, which GitHub Pages cannot/,
  );
  assert.match(
    said('azure', read('/100%25/')).join(),
    /has \/100%25\/, which Azure Static Web Apps cannot/,
  );
});

test('a contact for weaknesses that holds no longer, or not for long, or for too long, is said', () => {
  const said = (expires: string) =>
    securityWarnings({ security: { contact: ['a@example.org'], expires } }, '2026-11-27', {
      file: 'site.yaml',
      line: 4,
    })
      .map(inShort)
      .join();
  assert.match(
    said('2026-11-26'),
    /^4: security\.expires expired on November 26, 2026: someone who finds/,
  );
  assert.match(said('2026-11-27'), /^4: security\.expires expires on November 27, 2026; see that/);
  assert.match(said('2026-12-27'), /expires on December 27/);
  assert.equal(said('2026-12-28'), '');
  assert.equal(said('2027-11-27'), '');
  assert.match(said('2028-01-01'), /is January 1, 2028, more than a year away/);
});
