import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { redirectFiles } from '../../src/publish/redirects/redirects.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';

const TO = '/releases/2017/11/22/a/';
const REDIRECTS = [
  { from: '/news/view.php?id=7&lang=en', to: TO },
  { from: '/old/press.aspx/', to: '/releases/2017/11/23/b/' },
  { from: '/news/nh%E1%BA%ADp/', to: TO },
];
const files = redirectFiles(REDIRECTS);

test('an archive in which nothing had another address writes no rules', () => {
  assert.deepEqual(redirectFiles([]), {});
});

test('Netlify, and Cloudflare where there is no query, have a line for each spelling', () => {
  const lines = (files['_redirects'] ?? '').split('\n').filter((line) => line.startsWith('/'));
  assert.deepEqual(lines, [
    `/news/view.php id=7 lang=en ${TO} 301`,
    '/old/press.aspx/ /releases/2017/11/23/b/ 301',
    '/old/press.aspx /releases/2017/11/23/b/ 301',
    `/news/nh%E1%BA%ADp/ ${TO} 301`,
    `/news/nh%E1%BA%ADp ${TO} 301`,
  ]);
});

test('the worker of Cloudflare leads on what has the query, in any order, and nothing else', async () => {
  const code = `data:text/javascript,${encodeURIComponent(files['_worker.js'] ?? '')}`;
  const { default: worker } = (await import(code)) as {
    default: { fetch(request: Request, env: object): Response };
  };
  const page = new Response('page');
  const ask = (path: string) =>
    worker.fetch(new Request(`https://press.example.org${path}`), {
      ASSETS: { fetch: () => page },
    });
  for (const path of ['/news/view.php?id=7&lang=en', '/news/view.php?lang=en&utm=x&id=7']) {
    const answer = ask(path);
    assert.equal(answer.status, 301);
    assert.equal(answer.headers.get('location'), `https://press.example.org${TO}`);
  }
  for (const path of ['/news/view.php?id=77&lang=en', '/news/view.php', '/other?id=7&lang=en'])
    assert.equal(ask(path), page);
  const routes = JSON.parse(files['_routes.json'] ?? '') as { include: string[] };
  assert.deepEqual(routes.include, ['/news/view.php']);
});

/** Where Apache would lead an address, by the conditions and rules alone. */
function apache(path: string, query = ''): string | undefined {
  let holds = true;
  for (const line of (files['.htaccess'] ?? '').split('\n')) {
    const [name, what, pattern = ''] = line.split(/(?<!\\) /);
    if (name === 'RewriteCond') {
      const text = what === '%{QUERY_STRING}' ? query : path;
      holds &&= new RegExp(pattern).test(text);
    } else if (name === 'RewriteRule') {
      if (holds) return pattern;
      holds = true;
    }
  }
  return undefined;
}

test('Apache leads on by path and query, decoded as it has them', () => {
  assert.equal(apache('/news/view.php', 'a=b&lang=en&id=7'), TO);
  assert.equal(apache('/news/view.php', 'lang=en&id=77'), undefined);
  assert.equal(apache('/news/viewXphp', 'lang=en&id=7'), undefined);
  assert.equal(apache('/old/press.aspx'), '/releases/2017/11/23/b/');
  assert.equal(apache('/old/press.aspx/'), '/releases/2017/11/23/b/');
  assert.equal(apache('/news/nhập/'), TO);
});

test('nginx has a table of whole addresses', () => {
  const text = files['redirects.nginx.conf'] ?? '';
  assert.ok(text.includes(`  "/news/view.php?id=7&lang=en" "${TO}";\n`), text);
  assert.ok(text.includes('  "/old/press.aspx" "/releases/2017/11/23/b/";\n'), text);
  assert.match(text, /^map \$request_uri \$former_address \{$/m);
});

test('a build writes the rules below its base, and no page for what has a query', async () => {
  const content = await sharedArchive({
    'releases/2017-11-22-a.md': madeRelease({ aliases: '["/view.php?id=7", /news/a]' }),
  });
  const site = await builtSite({ content, base: '/archive/' });
  const rules = await readFile(join(site, '_redirects'), 'utf8');
  assert.ok(rules.includes('/archive/view.php id=7 /archive/releases/2017/11/22/a/ 301\n'), rules);
  assert.ok(rules.includes('/archive/news/a /archive/releases/2017/11/22/a/ 301\n'), rules);
  assert.ok(existsSync(join(site, 'news', 'a', 'index.html')));
  assert.ok(!existsSync(join(site, 'view.php?id=7')));
  assert.ok(existsSync(join(site, '.htaccess')) && existsSync(join(site, 'redirects.nginx.conf')));
});
