import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostWarnings } from '../../src/load/host-warnings.ts';
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
