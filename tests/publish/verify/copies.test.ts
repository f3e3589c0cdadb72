import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { folderCopy, webCopy } from '../../../src/publish/verify/copies.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const WORDS = 'The lanterns are lit.';
const SHA256 = hash('sha256', WORDS);

interface Answer {
  status: number;
  body?: string;
  location?: string;
}

/** A copy on a server that answers so, by paths; what is not among them does not exist. */
async function served(t: TestContext, answers: Record<string, Answer>, base = '/') {
  const server = createServer((request, response) => {
    const { status, body, location } = answers[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  }).listen(0, '127.0.0.1');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { copy: webCopy(`http://127.0.0.1:${port}${base}`), server, port };
}

test('a folder is read and listed; what is missing, or a folder, has no digest', async (t) => {
  const folder = await tempFolder(t, { 'a/b.txt': WORDS, 'c.txt': '', 'empty/': '' });
  const copy = folderCopy(folder);
  assert.deepEqual(copy.list?.().sort(), ['a/b.txt', 'c.txt']);
  assert.equal(String(await copy.read('a/b.txt')), WORDS);
  assert.equal(await copy.digest('a/b.txt'), SHA256);
  for (const path of ['a', 'no.txt', 'c.txt/x']) {
    assert.deepEqual(
      [await copy.read(path), await copy.digest(path)],
      [undefined, undefined],
      path,
    );
  }
});

test('a file on the web is read at its encoded address; a missing one has no digest', async (t) => {
  const { copy } = await served(
    t,
    {
      '/archive/caf%C3%A9%20%23.txt': { status: 200, body: WORDS },
      '/archive/gone.txt': { status: 410 },
    },
    '/archive/',
  );
  assert.equal(copy.list, undefined);
  assert.equal(String(await copy.read('café #.txt')), WORDS);
  assert.equal(await copy.digest('café #.txt'), SHA256);
  for (const path of ['no.txt', 'gone.txt']) assert.equal(await copy.digest(path), undefined, path);
});

test('the page for what does not exist may be served as such', async (t) => {
  const { copy } = await served(t, { '/404.html': { status: 404, body: WORDS } });
  assert.equal(await copy.digest('404.html'), SHA256);
});

test('a page without its ending is followed to; a page led elsewhere is said to have moved', async (t) => {
  const elsewhere = 'https://elsewhere.example.org/x';
  const answers = {
    '/archive/about/index.html': { status: 301, location: '/archive/about/' },
    '/archive/about/': { status: 302, location: 'index' },
    '/archive/about/index': { status: 200, body: WORDS },
    '/archive/old.html': { status: 301, location: '/archive/b%C3%A9/' },
    '/archive/out.html': { status: 301, location: elsewhere },
  };
  const { copy } = await served(t, answers, '/archive/');
  assert.equal(await copy.digest('about/index.html'), SHA256);
  assert.deepEqual(await copy.digest('old.html'), { movedTo: 'bé/' });
  assert.deepEqual(await copy.digest('out.html'), { movedTo: elsewhere });
  assert.equal(await copy.read('old.html'), undefined);
});

test('a circle, an error of the server and no server at all are errors with the address', async (t) => {
  const { copy, server, port } = await served(t, {
    '/a/index.html': { status: 301, location: '/a/' },
    '/a/': { status: 301, location: '/a/index.html' },
    '/b.txt': { status: 500 },
  });
  await assert.rejects(copy.digest('a/index.html'), /\/a\/(?:index\.html)? leads in a circle$/);
  await assert.rejects(copy.digest('b.txt'), /\/b\.txt answers with 500$/);
  server.close();
  server.closeAllConnections();
  await assert.rejects(
    webCopy(`http://127.0.0.1:${port}/`).digest('c.txt'),
    /\/c\.txt cannot be reached$/,
  );
});
