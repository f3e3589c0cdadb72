import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Seconds for which a browser keeps a style, a script or a font: a test is over sooner. */
const KEPT = 600;

/** What hosts pack on their way. */
const TEXTS = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.txt']);

export interface ServeOptions {
  /** Packs texts with gzip, as hosts do. */
  isPacking?: boolean;
  /** Is told of each answer, with the bytes of its body as they were sent. */
  onSent?: (path: string, bytes: number) => void;
}

export interface Server {
  /** Where the site is, with a `/` at its end. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a folder as any plain web server would, on a free port: `index.html` for a folder, 404.html
 * with its status for what is not there, and nothing outside the base.
 * @param base where the site is mounted, with a `/` at both ends.
 */
export async function serve(
  folder: string,
  base = '/',
  { isPacking = false, onSent }: ServeOptions = {},
): Promise<Server> {
  async function answer(path: string, response: ServerResponse) {
    const below = path.startsWith(base) ? path.slice(base.length) : undefined;
    const name = below === '' || below?.endsWith('/') ? `${below}index.html` : below;
    const found = name === undefined ? undefined : await read(join(folder, normalize(`/${name}`)));
    const type = TYPES[extname(name ?? '')] ?? 'application/octet-stream';
    const isPage = !found || type === TYPES['.html'];
    const isPacked = isPacking && TEXTS.has(extname(name ?? ''));
    const bytes = found ?? (await read(join(folder, '404.html'))) ?? Buffer.alloc(0);
    const body = isPacked ? gzipSync(bytes) : bytes;
    response.writeHead(found ? 200 : 404, {
      'content-type': found ? type : TYPES['.html'],
      'cache-control': isPage ? 'no-cache' : `max-age=${KEPT}`,
      ...(isPacked && { 'content-encoding': 'gzip' }),
    });
    response.end(body);
    onSent?.(path, body.length);
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(decodeURIComponent(pathname), response).catch((cause: unknown) => {
      response.writeHead(500).end(String(cause));
    });
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

/** A file's bytes; undefined for what is not there, a folder without its `/` included. */
const read = (file: string) =>
  readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'EISDIR' || cause.code === 'ENOTDIR') {
      return undefined;
    }
    throw cause;
  });
