import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { HOST_FILES, type HOSTS } from '../../../src/archive/hosts.ts';
import { hostFiles } from '../../../src/publish/hosts/host-files.ts';
import { caseRedirects, HOST_CASES, targetOf } from '../../support/host-cases.ts';
import { madeRelease } from '../../support/made-release.ts';
import { sharedArchive } from '../../support/shared-archive.ts';
import { builtSite } from '../../support/site.ts';

const TO = '/releases/2017/11/22/a/';
const OPTIONS = { base: '/', isPage: () => false };
const linesOf = (text = '') => text.split('\n').filter((line) => line.startsWith('/'));
const redirects = (host: 'netlify' | 'cloudflare' | undefined, ...from: string[]) =>
  linesOf(
    hostFiles(
      from.map((one, n) => ({ from: one, to: `/releases/2017/11/22/${'abcdef'[n]}/` })),
      { ...OPTIONS, host },
    )['_redirects'],
  );

test('each host gets its own files, and one that is not named the files of all', () => {
  const names = (host?: (typeof HOSTS)[number]) =>
    Object.keys(hostFiles(caseRedirects(), { ...OPTIONS, host })).sort();
  assert.deepEqual(names(), [...HOST_FILES].sort());
  assert.deepEqual(names('netlify'), ['_headers', '_redirects']);
  assert.deepEqual(names('cloudflare'), ['_headers', '_redirects', '_routes.json', '_worker.js']);
  assert.deepEqual(names('apache'), ['.htaccess']);
  assert.deepEqual(names('nginx'), ['http.nginx.conf', 'server.nginx.conf']);
  for (const host of ['github-pages', 'firebase', 'azure'] as const)
    assert.deepEqual(names(host), []);
});

test('an archive in which nothing had another address still has headers and a page for what is not there', () => {
  const files = hostFiles([], { ...OPTIONS, base: '/archive/' });
  assert.deepEqual(Object.keys(files), [
    '_headers',
    '.htaccess',
    'http.nginx.conf',
    'server.nginx.conf',
  ]);
  assert.match(files['.htaccess'] ?? '', /^ErrorDocument 404 \/archive\/404\.html$/m);
  assert.match(files['server.nginx.conf'] ?? '', /^error_page 404 \/archive\/404\.html;$/m);
});

test('Netlify and Cloudflare have a line each, that of Netlify first and with more parameters first', () => {
  assert.deepEqual(
    redirects(undefined, '/view.php?id=7', '/view.php?id=7&lang=en', '/old/a.aspx/'),
    [
      `/view.php id=7 lang=en /releases/2017/11/22/b/ 301!`,
      `/view.php id=7 ${TO} 301!`,
      `/old/a.aspx /releases/2017/11/22/c/ 301!`,
      `/old/a.aspx/ /releases/2017/11/22/c/ 301`,
      `/old/a.aspx /releases/2017/11/22/c/ 301`,
    ],
  );
});

test('what a host takes for a pattern is no rule of its', () => {
  assert.deepEqual(
    redirects('netlify', '/a/*/', '/:id/', '/a:b/', '/x*/?id=1', '/c/'),
    ['/a:b /releases/2017/11/22/c/ 301!', '/c /releases/2017/11/22/e/ 301!'].toReversed(),
  );
  assert.deepEqual(redirects('cloudflare', '/a/*/', '/:id/', '/a:b/', '/12:30/'), [
    '/12:30/ /releases/2017/11/22/d/ 301',
    '/12:30 /releases/2017/11/22/d/ 301',
  ]);
});

test('a rule of Netlify for a query never leads in a circle, nor takes a part of it for the whole', () => {
  for (const from of [
    `${TO}?id=7`,
    '/a?print',
    '/a?id=a=b',
    '/a?t=1&t=2',
    '/a?q=a+b',
    '/a?id=:x',
  ]) {
    assert.deepEqual(redirects('netlify', from), [], from);
  }
  assert.deepEqual(redirects('netlify', '/a?2019=1', '/b?ids[]=3', '/c?/d=1'), [
    `/a [2]019=1 ${TO} 301!`,
    '/b ids\\[\\]=3 /releases/2017/11/22/b/ 301!',
    '/b ids%5[Bb]%5[Dd]=3 /releases/2017/11/22/b/ 301!',
    '/c [/]d=1 /releases/2017/11/22/c/ 301!',
    '/c %2[Ff]d=1 /releases/2017/11/22/c/ 301!',
  ]);
});

test('Cloudflare is given no more rules than it takes, and none that it counts in vain', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      from: `/old/${n}/`,
      to: `/releases/2017/11/22/n${n}/`,
    }));
  const counted = (count: number, host?: 'cloudflare') =>
    linesOf(hostFiles(many(count), { ...OPTIONS, host })['_redirects']).filter((line) =>
      / 301$/.test(line),
    );
  assert.equal(counted(600).length, 1200);
  assert.equal(counted(1000).length, 1000);
  assert.equal(counted(1500).length, 500);
  assert.equal(counted(1000, 'cloudflare').length, 2000);
  assert.equal(counted(5000, 'cloudflare').length, 2000);
});

/** What Cloudflare checks of the rules for a worker before it takes a site. */
function routesOf(from: readonly string[], base = '/'): { include: string[]; exclude: string[] } {
  const redirects = from.map((one, n) => ({ from: one, to: `/releases/2017/11/22/n${n}/` }));
  const text = hostFiles(redirects, { ...OPTIONS, base, host: 'cloudflare' })['_routes.json'] ?? '';
  const { include, exclude } = JSON.parse(text) as { include: string[]; exclude: string[] };
  const all = [...include, ...exclude];
  assert.ok(include.length > 0 && all.length <= 100, String(all.length));
  assert.ok(
    all.every((rule) => rule.startsWith('/') && rule.length <= 100),
    all.join(' '),
  );
  for (const wide of include.filter((rule) => rule.endsWith('/*'))) {
    for (const rule of include)
      assert.ok(rule === wide || !rule.startsWith(wide.slice(0, -1)), rule);
  }
  return { include, exclude };
}

test('the worker of Cloudflare is asked for few paths, by rules that Cloudflare takes', () => {
  assert.deepEqual(routesOf(['/view.php?id=7', '/view.php?id=8', '/?p=1']).include, [
    '/',
    '/view.php',
  ]);
  const long = `/${'a'.repeat(60)}/${'b'.repeat(60)}.php`;
  assert.deepEqual(routesOf([`${long}?id=1`]).include, [`${long.slice(0, 99)}*`]);
  assert.deepEqual(routesOf(['/caf%C3%A9/x.php?id=1', '/a(b)?id=1']).include, ['/a*', '/caf*']);
  const folders = Array.from({ length: 300 }, (_, n) => `/news/${n % 30}/${n}.php?id=1`);
  assert.equal(routesOf(folders).include.length, 30);
  assert.deepEqual(routesOf(Array.from({ length: 300 }, (_, n) => `/${n}.php?id=1`)), {
    include: ['/*'],
    exclude: ['/assets/*', '/data/*', '/media/*', '/pagefind/*'],
  });
  const below = Array.from({ length: 300 }, (_, n) => `/x/y/${n}.php?id=1`);
  assert.deepEqual(routesOf(below, '/x/y/').include, ['/x/y/*']);
});

test('the worker leads on what has the query, in any order, and nothing else', async () => {
  const files = hostFiles(caseRedirects(), { ...OPTIONS, host: 'cloudflare' });
  const code = `data:text/javascript,${encodeURIComponent(files['_worker.js'] ?? '')}`;
  const { default: worker } = (await import(code)) as {
    default: { fetch(request: Request, env: object): Response };
  };
  const page = new Response('page');
  const ask = (path: string) =>
    worker.fetch(new Request(`https://press.example.org${path}`), {
      ASSETS: { fetch: () => page },
    });
  for (const [n, { from, asked, others = [] }] of HOST_CASES.entries()) {
    if (!/[?*]|:[a-z]/.test(from)) continue; // these have rules
    for (const path of asked) {
      const { status, headers } = ask(path);
      const location = `https://press.example.org${targetOf(n)}`;
      assert.deepEqual([path, status, headers.get('location')], [path, 301, location]);
    }
    for (const path of others) {
      assert.notEqual(
        ask(path).headers.get('location'),
        `https://press.example.org${targetOf(n)}`,
        path,
      );
    }
  }
});

test('one source has the policy of pages and of headers', async () => {
  const site = await builtSite({ base: '/archive/' });
  const [, policy = 'none'] =
    /content-security-policy" content="([^"]+)"/.exec(
      (await readFile(join(site, 'index.html'), 'utf8')).replaceAll('&#39;', "'"),
    ) ?? [];
  assert.match(policy, /^default-src 'none'; /);
  for (const name of ['_headers', '.htaccess', 'http.nginx.conf']) {
    const text = await readFile(join(site, name), 'utf8');
    assert.ok(text.includes(`${policy}; frame-ancestors 'none'`), name);
    assert.ok(text.includes('/archive/'), name);
  }
});

test('what may be held on to for ever has a digest in its name', async () => {
  const site = await builtSite();
  for (const name of await readdir(join(site, 'assets'))) assert.match(name, /\.[\w-]{8}\.\w+$/);
  for (const name of await readdir(join(site, 'pagefind', 'fragment')))
    assert.match(name, /^[0-9a-f]{8}\./);
  for (const name of await readdir(join(site, 'pagefind', 'index')))
    assert.match(name, /^[0-9a-f]{7,}\./);
});

test('a build writes the rules below its base, and no page for what has a query', async () => {
  const content = await sharedArchive({
    'releases/2017-11-22-a.md': madeRelease({ aliases: '["/view.php?id=7", /news/a]' }),
  });
  const site = await builtSite({ content, base: '/archive/' });
  const rules = await readFile(join(site, '_redirects'), 'utf8');
  const to = '/archive/releases/2017/11/22/a/';
  assert.ok(rules.includes(`/archive/view.php id=7 ${to} 301!\n`), rules);
  assert.ok(rules.includes(`/archive/news/a ${to} 301!\n`), rules);
  assert.ok(existsSync(join(site, 'news', 'a', 'index.html')));
  assert.ok(!existsSync(join(site, 'view.php?id=7')));
  for (const name of HOST_FILES) assert.ok(existsSync(join(site, name)), name);
});

test('a build writes the files of the host that is named, and whom to tell of a weakness', async () => {
  const content = await sharedArchive({
    'site.yaml':
      'host: apache\nsecurity: { contact: [desk@example.org, "https://example.org/safe"], expires: 2027-06-30 }\n',
    'releases/2017-11-22-a.md': madeRelease(),
  });
  const site = await builtSite({ content });
  assert.deepEqual(
    HOST_FILES.filter((name) => existsSync(join(site, name))),
    ['.htaccess'],
  );
  assert.equal(
    await readFile(join(site, '.well-known', 'security.txt'), 'utf8'),
    [
      'Contact: mailto:desk@example.org',
      'Contact: https://example.org/safe',
      'Expires: 2027-06-30T23:59:59Z',
      'Preferred-Languages: en',
      'Canonical: https://press.example.org/.well-known/security.txt',
      '',
    ].join('\r\n'),
  );
});
