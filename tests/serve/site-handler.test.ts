import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { siteHandler } from '../../src/serve/site-handler.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

const DIGITS = '0123456789';
const FILES: Files = {
  'site/index.html': '<p>Home',
  'site/404.html': '<p>Nothing here',
  'site/a/index.html': '<p>A',
  'site/digits.txt': DIGITS,
  'site/empty.txt': '',
  'site/café 100%.pdf': 'PDF',
  'site/data.json': '{}',
  'site/rss.xml': '<rss/>',
  'site/lines.jsonl.gz': 'x',
  'site/unknown.pf_meta': 'x',
  'site/.htaccess': 'hidden',
  'site/.well-known/security.txt': 'Contact: x',
  'site/bare/file.txt': 'x',
  'site/link.txt': { link: 'digits.txt' },
  'site/out.txt': { link: '../secret.txt' },
  'site/outside': { link: '..' },
  'site/loop': { link: 'loop' },
  'secret.txt': 'secret',
};

/** Serves these files; each request goes over a socket of its own, byte for byte. */
async function served(t: TestContext, base = '/') {
  const folder = await tempFolder(t, FILES);
  const headers = (path: string) => ({ 'X-Path': encodeURIComponent(path) });
  const server = createServer(siteHandler(join(folder, 'site'), { base, headers }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return async (target: string, lines: string[] = [], method = 'GET') => {
    const head = [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines];
    const socket = connect(port, '127.0.0.1');
    socket.write(Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'));
    const chunks = await Array.fromAsync(socket as AsyncIterable<Buffer>);
    const answer = Buffer.concat(chunks).toString();
    const [top = '', ...rest] = answer.split('\r\n\r\n');
    const [first = '', ...fields] = top.split('\r\n');
    const field = (name: string) =>
      fields.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2);
    assert.doesNotMatch(answer, /secret|node_modules|on-the-record-|\bat .*:\d+/, target);
    return { status: Number(first.split(' ')[1]), field, body: rest.join('\r\n\r\n') };
  };
}

test('files are sent with their type, and browsers may not guess it', async (t) => {
  const ask = await served(t);
  for (const [path, type, body] of [
    ['/', 'text/html; charset=utf-8', '<p>Home'],
    ['/a/?q=1', 'text/html; charset=utf-8', '<p>A'],
    ['/digits.txt', 'text/plain; charset=utf-8', DIGITS],
    ['/link.txt', 'text/plain; charset=utf-8', DIGITS],
    ['/caf%C3%A9%20100%25.pdf', 'application/pdf', 'PDF'],
    ['/data.json', 'application/json; charset=utf-8', '{}'],
    ['/rss.xml', 'application/xml', '<rss/>'],
    ['/lines.jsonl.gz', 'application/gzip', 'x'],
    ['/unknown.pf_meta', 'application/octet-stream', 'x'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8', 'Contact: x'],
    ['http://localhost/digits.txt', 'text/plain; charset=utf-8', DIGITS],
    ['/empty.txt', 'text/plain; charset=utf-8', ''],
  ] as const) {
    const answer = await ask(path);
    assert.deepEqual([answer.status, answer.body], [200, body], path);
    assert.equal(answer.field('content-type')?.toLowerCase(), type, path);
    assert.equal(answer.field('x-content-type-options'), 'nosniff', path);
    assert.equal(answer.field('content-length'), String(body.length), path);
  }
  assert.equal((await ask('/a/')).field('x-path'), 'a');
});

test('a folder without its last / is redirected to, and nothing else is', async (t) => {
  const ask = await served(t);
  const { status, field } = await ask('/a?q=%2F');
  assert.deepEqual([status, field('location')], [301, '/a/?q=%2F']);
  assert.equal((await ask('//a')).status, 404);
  assert.equal((await ask('/bare/')).status, 404); // no list of files
  assert.equal((await ask('/digits.txt/')).status, 404);
});

test('a missing file is answered with 404.html and status 404', async (t) => {
  const ask = await served(t);
  for (const path of [
    ...['/none', '/none/', '/.htaccess', '/out.txt', '/outside/', '/outside/secret.txt', '/loop'],
    ...[
      '/..%2fsecret.txt',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/..\\secret.txt',
    ],
    ...[
      `/${'a'.repeat(300)}`,
      '/a/index.html/b',
      '/digits.txt%2f',
      '/%EF%BC%8F..%EF%BC%8Fsecret.txt',
    ],
  ]) {
    const { status, body, field } = await ask(path);
    assert.deepEqual([status, body], [404, '<p>Nothing here'], path);
    assert.match(field('content-type') ?? '', /^text\/html/);
    assert.equal(field('x-content-type-options'), 'nosniff');
  }
  assert.equal((await ask('/none', ['Range: bytes=0-1'])).status, 404);
  const head = await ask('/none', [], 'HEAD');
  assert.deepEqual([head.status, head.body], [404, '']);
});

test('a malformed target is a bad request', async (t) => {
  const ask = await served(t);
  for (const path of ['/%', '/%zz', '/assets/%00', '/%C3', '/a%0d%0ab', '*', '/%ff%fe'])
    assert.deepEqual(
      [(await ask(path)).status, (await ask(path)).body],
      [400, 'Bad request\n'],
      path,
    );
});

test('methods other than GET and HEAD are not allowed', async (t) => {
  const ask = await served(t);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const { status, field } = await ask('/', [], method);
    assert.deepEqual([status, field('allow')], [405, 'GET, HEAD'], method);
  }
  const { status, body, field } = await ask('/digits.txt', [], 'HEAD');
  assert.deepEqual([status, body, field('content-length')], [200, '', '10']);
});

test('ranges of a file are sent according to RFC 9110', async (t) => {
  const ask = await served(t);
  for (const [range, status, body, content] of [
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-99', 206, DIGITS, 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-1,2-3', 206, '0123', 'bytes 0-3/10'], // adjacent ranges are merged
    ['bytes=0-1, 5-6', 200, DIGITS, undefined], // several ranges: the whole file may be sent
    ['bytes=10-', 416, 'Range not satisfiable\n', 'bytes */10'],
    ['bytes=-0', 416, 'Range not satisfiable\n', 'bytes */10'],
    ['bytes=5-2', 200, DIGITS, undefined],
    ['bytes=', 200, DIGITS, undefined],
    ['bytes=a-b', 200, DIGITS, undefined],
    ['lines=0-1', 200, DIGITS, undefined],
  ] as const) {
    const answer = await ask('/digits.txt', [`Range: ${range}`]);
    assert.deepEqual([answer.status, answer.body], [status, body], range);
    assert.equal(answer.field('content-range'), content, range);
  }
  const head = await ask('/digits.txt', ['Range: bytes=0-3'], 'HEAD');
  assert.deepEqual([head.status, head.field('content-length')], [200, '10']);
});

test('conditional requests are answered according to the tag and date of a file', async (t) => {
  const ask = await served(t);
  const first = await ask('/digits.txt');
  const [tag = '', day = ''] = [first.field('etag'), first.field('last-modified')];
  for (const line of [`If-None-Match: ${tag}`, 'If-None-Match: *', `If-Modified-Since: ${day}`]) {
    const { status, body } = await ask('/digits.txt', [line]);
    assert.deepEqual([status, body], [304, ''], line);
  }
  assert.equal(
    (await ask('/digits.txt', ['If-None-Match: "x"', `If-Modified-Since: ${day}`])).status,
    200,
  );
  assert.equal((await ask('/digits.txt', ['If-Match: "x"'])).status, 412);
  assert.equal(
    (await ask('/digits.txt', ['If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'])).status,
    412,
  );
  const ranged = (condition: string) =>
    ask('/digits.txt', ['Range: bytes=0-1', `If-Range: ${condition}`]).then(({ status }) => status);
  assert.deepEqual([await ranged(day), await ranged(tag), await ranged('"x"')], [206, 200, 200]);
});

test('the site is served below its base, and nothing outside', async (t) => {
  const ask = await served(t, '/archive/');
  assert.equal((await ask('/archive/a/')).body, '<p>A');
  assert.equal((await ask('/archive')).field('location'), '/archive/');
  assert.equal((await ask('/archive/a')).field('location'), '/archive/a/');
  assert.equal((await ask('/a/')).status, 404);
  assert.equal((await ask('/archive/../a/')).status, 404);
});
