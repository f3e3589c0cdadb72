import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

export interface ServedIndex {
  /** With a `/` at its end; below it `pagefind/` and, as it is in the project, `src/`. */
  url: string;
  close: () => void;
}

/**
 * Serves a search index together with the search's own modules, their types stripped, so that a
 * browser can run them without a page around them.
 * @param folder holds `pagefind/`.
 */
export async function serveIndex(folder: string): Promise<ServedIndex> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(pathname, folder).then(
      (body) => {
        const known = body.length > 0;
        const type = pathname === '/' ? 'text/html' : TYPES[extname(pathname)];
        response.writeHead(known ? 200 : 404, {
          'content-type': type ?? 'application/octet-stream',
          'cache-control': 'max-age=600',
        });
        response.end(body);
      },
      (cause: unknown) => response.writeHead(500).end(String(cause)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The packages that the search's modules take from elsewhere. */
const IMPORTS = {
  leven: '/node_modules/leven/index.js',
  '@orama/stemmers/english': '/node_modules/@orama/stemmers/dist/en.js',
};
const PAGE = `<!doctype html><html lang="en"><title>Benchmark</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script></html>`;

async function answer(pathname: string, folder: string): Promise<Buffer> {
  if (pathname === '/') {
    return Buffer.from(PAGE);
  }
  const path = normalize(pathname);
  const isOfProject = /^\/(?:src|node_modules)\//.test(path);
  const file = isOfProject ? join('.', path) : join(folder, path);
  const bytes = await readFile(file).catch(() => Buffer.alloc(0)); // then it is not there
  return extname(file) === '.ts' ? Buffer.from(stripTypeScriptTypes(bytes.toString())) : bytes;
}
