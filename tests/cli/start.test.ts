import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { sharedFolder } from '../support/shared-folder.ts';
import { writeFiles } from '../support/temp-folder.ts';

let folder = '';
before(async () => {
  folder = await sharedFolder('start', async (place) => {
    const release = { 'releases/2017-11-22-a.md': madeRelease({}, '[A](/media/a.pdf)') };
    await writeFiles(join(place, 'content'), { ...release, 'media/a.pdf': 'A letter.' });
  });
});

function start(port: number): ChildProcess {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: join(folder, 'site'),
    CACHE_DIR: join(folder, 'cache'),
    BASE_PATH: '/archive/',
    PORT: String(port),
  };
  return spawn(process.execPath, ['src/cli/start.ts'], { env });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** What a program wrote, until a word comes up or it ends. */
async function heard(stream: NodeJS.ReadableStream | null, word: string): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) {
    text += String(chunk);
    if (text.includes(word)) break;
  }
  return text;
}

test('npm start serves the site on this computer until it is ended', async (t) => {
  const port = await freePort();
  const child = start(port);
  t.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  assert.ok((await heard(child.stdout, 'Ctrl+C')).includes(`http://localhost:${port}/archive/`));
  const page = await fetch(`http://localhost:${port}/archive/`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  const letter = await fetch(`http://127.0.0.1:${port}/archive/media/a.pdf`);
  assert.equal(await letter.text(), 'A letter.');
  assert.match(letter.headers.get('content-security-policy') ?? '', /sandbox/);

  const socket = connect(port, '127.0.0.1');
  socket.write('GET /archive/assets/..%2f..%2f..%2fpackage.json HTTP/1.0\r\n\r\n');
  const answer = await heard(socket, '</html>');
  assert.match(answer, /^HTTP\/1\.1 404 /);
  assert.doesNotMatch(answer, /node_modules|file:\/\/|\.ts:\d/);

  const second = start(port);
  const said = heard(second.stderr, 'free one');
  assert.deepEqual(await once(second, 'exit'), [1, null]);
  assert.match(await said, new RegExp(`Port ${port} is taken by another program. Set PORT`));

  child.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
});
