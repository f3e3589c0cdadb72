import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSettings, UsageError } from '../src/settings.ts';

/** What is reported of one variable's value. */
function reported(name: string, value: string): string {
  try {
    readSettings({ [name]: value });
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error.message;
  }
  return `${name} may be ${value}`;
}

test('everything has a default', () => {
  const presets = {
    contentDir: 'content',
    outDir: 'dist',
    cacheDir: join('node_modules', '.cache', 'on-the-record'),
    siteUrl: 'http://localhost:4321',
    base: '/',
    port: 4321,
    previewsAll: false,
  };
  assert.deepEqual(readSettings({}), presets);
  const names = ['CONTENT_DIR', 'OUT_DIR', 'CACHE_DIR', 'SITE_URL', 'BASE_PATH', 'PORT'];
  assert.deepEqual(readSettings(Object.fromEntries(names.map((name) => [name, ' ']))), presets);
});

test('folders are as given, so that messages show them so', () => {
  const folders = { CONTENT_DIR: '../a', OUT_DIR: '/b/c', CACHE_DIR: 'd' };
  const { contentDir, outDir, cacheDir } = readSettings(folders);
  assert.deepEqual([contentDir, outDir, cacheDir], ['../a', '/b/c', 'd']);
});

test('a site has an origin; the path belongs into BASE_PATH', () => {
  const origins = {
    'https://example.org': 'https://example.org',
    'https://example.org/': 'https://example.org',
    'HTTP://Example.ORG:8080': 'http://example.org:8080',
  };
  for (const [value, origin] of Object.entries(origins)) {
    assert.equal(readSettings({ SITE_URL: value }).siteUrl, origin);
  }
  for (const value of ['example.org', 'ftp://example.org', '//example.org', '/a']) {
    const hint = 'give an address as in https://example.org';
    assert.equal(reported('SITE_URL', value), `SITE_URL cannot be ${value}; ${hint}`);
  }
  for (const value of [
    'https://example.org/a/',
    'https://example.org/?b',
    'https://example.org/#c',
  ]) {
    const hint = 'it is the origin alone; give https://example.org here and the path in BASE_PATH';
    assert.equal(reported('SITE_URL', value), `SITE_URL cannot be ${value}: ${hint}`);
  }
});

test('a base is a path; the slashes around it may be left out', () => {
  const bases = {
    '/': '/',
    '//': '/',
    archive: '/archive/',
    '/archive': '/archive/',
    'archive/': '/archive/',
    '//press//archive-2//': '/press/archive-2/',
    '/~user/a.b_c/': '/~user/a.b_c/',
  };
  for (const [value, base] of Object.entries(bases)) {
    assert.equal(readSettings({ BASE_PATH: value }).base, base);
  }
  for (const value of ['/a b/', '/a?b/', '/../a/', '/./a/', 'https://a.org/', '/ä/']) {
    const hint = 'give a path as in /archive/';
    assert.equal(reported('BASE_PATH', value), `BASE_PATH cannot be ${value}; ${hint}`);
  }
});

test('a port is a number from 1 to 65535', () => {
  assert.equal(readSettings({ PORT: '8080' }).port, 8080);
  for (const value of ['0', '65536', '-1', '80.5', 'many', '80a']) {
    assert.equal(
      reported('PORT', value),
      `PORT cannot be ${value}; it is a number from 1 to 65535`,
    );
  }
});
