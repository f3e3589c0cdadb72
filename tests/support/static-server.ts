import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { siteHandler } from '../../src/serve/site-handler.ts';
import { readTarget } from '../../src/serve/site-path.ts';

/** What hosts compress on their way, and its type. */
const TEXTS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Seconds for which a browser keeps a style, a script or a font: a test is over sooner. */
const KEPT = 600;

export interface ServeOptions {
  /** Packs texts with gzip, as hosts do. */
  isPacking?: boolean;
  /** Is called with each answer, with the bytes of its body as they were sent. */
  onSent?: (path: string, bytes: number) => void;
  /** How long each answer takes at least, in milliseconds. */
  delay?: number;
}

export interface Server {
  /** Where the site is, with a `/` at its end. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a folder on a free port, as `npm start` does, but that a browser keeps styles and scripts.
 * @param base where the site is mounted, with a `/` at both ends.
 */
export async function serve(
  folder: string,
  base = '/',
  { isPacking = false, onSent, delay = 0 }: ServeOptions = {},
): Promise<Server> {
  const answer = siteHandler(folder, { base, maxAge: KEPT });
  const server = createServer((request, response) => {
    response.once('finish', () => {
      onSent?.(request.url ?? '/', Number(response.getHeader('content-length') ?? 0));
    });
    const send = async () => {
      if (delay > 0) await setTimeout(delay);
      const isSent = isPacking && (await sendPacked(folder, base, request, response));
      if (!isSent) answer(request, response);
    };
    send().catch((cause: unknown) => response.destroy(cause as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a text compressed. @returns false for what is not a text, or does not exist. */
async function sendPacked(
  folder: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const asked = readTarget(request.url ?? '/', base);
  if ('status' in asked) return false;
  const name = [...asked.file, ...(asked.isFolder ? ['index.html'] : [])].join('/');
  const type = TEXTS[extname(name)];
  const bytes = type && (await readFile(join(folder, name)).catch(() => undefined));
  if (type === undefined || !bytes) return false;
  const body = gzipSync(bytes);
  response.writeHead(200, {
    'content-type': type,
    'content-encoding': 'gzip',
    'content-length': body.length,
    'cache-control': type.startsWith('text/html') ? 'no-cache' : `max-age=${KEPT}`,
  });
  response.end(body);
  return true;
}
