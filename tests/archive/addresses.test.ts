import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnPath, pagePaths } from '../../src/archive/addresses.ts';
import { type MadeParts, type Fields, madeArchive } from '../support/made-release.ts';

const HINT = 'remove it: an address that is in use cannot redirect to this release';

function reported(releases: Record<string, Fields>, parts?: MadeParts) {
  return madeArchive(releases, parts).problems.map(
    ({ file, line, message, hint }) => `${file}:${line}: ${message}; ${hint}`,
  );
}

/** What is reported of a release with one former address, beside another of the same archive. */
const toldOf = (alias: string) =>
  reported(
    { '2017-11-22-a': { aliases: alias }, '2016-05-04-b': { topics: '[Nhập cư, 移民]' } },
    { offices: { north: { caucuses: ['api'] } } },
  );

test('every page that releases and their issuers bring about has its path', () => {
  const releases = {
    '2017-11-22-a': { office: '[b, c]', caucus: 'd', topics: '[Nhập cư]', speakers: '[Ash Kalra]' },
  };
  const { archive } = madeArchive(releases, { offices: { b: { caucuses: ['e'] } } });
  assert.deepEqual([...pagePaths(archive)].sort(), [
    '/',
    '/bills/',
    '/caucuses/',
    '/caucuses/d/',
    '/caucuses/e/',
    '/offices/',
    '/offices/b/',
    '/offices/c/',
    '/releases/',
    '/releases/2017/',
    '/releases/2017/11/',
    '/releases/2017/11/22/',
    '/releases/2017/11/22/a/',
    '/speakers/',
    '/speakers/ash-kalra/',
    '/topics/',
    '/topics/nhap-cu/',
  ]);
});

test('an address that is free may lead to a release, one on this site’s own paths too', () => {
  for (const alias of ['/news/a/', '/releases/2017/11/21/a/', '/offices/old/', '/topics/移民法/']) {
    assert.deepEqual(toldOf(alias), [], alias);
  }
});

test('an address that a page has cannot lead to a release', () => {
  const pages = ['/releases/', '/releases/2016/', '/releases/2016/05/04/', '/offices/north/'];
  for (const alias of [...pages, '/topics/nhap-cu/', '/topics/移民/', '/caucuses/api/']) {
    assert.deepEqual(toldOf(alias), [
      `releases/2017-11-22-a.md:6: claims ${alias}, the address of another page; ${HINT}`,
    ]);
  }
});

test('addresses that the site keeps for itself cannot lead to a release', () => {
  const own = ['/about/', '/search/', '/data/', '/feeds/', '/media/a/', '/pagefind/', '/rss.xml/'];
  for (const alias of [...own, '/releases/page/2/', '/offices/north/rss.xml', '/404.html']) {
    assert.equal(toldOf(alias).length, 1, alias);
    assert.ok(isOwnPath(alias));
  }
});

test('an address of another release cannot lead to this one', () => {
  const message = 'claims /releases/2016/05/04/b/, the address of releases/2016-05-04-b.md';
  assert.deepEqual(toldOf('/releases/2016/05/04/b/'), [
    `releases/2017-11-22-a.md:6: ${message}; ${HINT}`,
  ]);
});

test('an address leads to one release alone', () => {
  const releases = {
    '2017-11-22-a': { aliases: '/news/a' },
    '2017-11-22-b': { aliases: '\n  - /news/b/\n  - /news/a/' },
  };
  const message = 'claims /news/a/, the address of releases/2017-11-22-a.md';
  assert.deepEqual(reported(releases), [`releases/2017-11-22-b.md:8: ${message}; ${HINT}`]);
});

test('a release needs no alias for the address that it has', () => {
  assert.deepEqual(toldOf('/releases/2017/11/22/a/'), [
    `releases/2017-11-22-a.md:6: claims /releases/2017/11/22/a/, its own address; ${HINT}`,
  ]);
});
