import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import send from 'send';
import { readTarget } from './site-path.ts';

export interface HandlerOptions {
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
  /** Headers of every answer, by the path below the site. */
  headers?: (path: string) => Readonly<Record<string, string>>;
  /** Seconds for which a browser may keep what is no page; it asks each time where there are none. */
  maxAge?: number;
}

const PLAIN = {
  400: 'Bad request',
  405: 'Method not allowed',
  412: 'Precondition failed',
} as const;

/**
 * Answers requests for a folder of static files as HTTP has it: `index.html` for a folder, the way to
 * the `/` at its end, 404.html with its status; ranges, conditions and types are those of `send`.
 */
export function siteHandler(folder: string, { base, headers, maxAge }: HandlerOptions) {
  /** @throws {Error} if the disk cannot be read. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-cache'); // a browser asks whether it is still so
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return say(response, 405);
    }
    const asked = readTarget(request.url ?? '/', base);
    if ('status' in asked)
      return asked.status === 400 ? say(response, 400) : missing(request, response);
    const path = asked.file.map(encodeURIComponent).join('/');
    for (const [name, value] of Object.entries(headers?.(asked.file.join('/')) ?? {}))
      response.setHeader(name, value);
    const found = await lookUp(folder, asked.file);
    if (found === 'folder' && !asked.isFolder) {
      const location = `${base}${path}${path === '' ? '' : '/'}${asked.query}`;
      return redirect(response, location);
    }
    const file = asked.isFolder ? [...asked.file, 'index.html'] : asked.file;
    if ((asked.isFolder ? await lookUp(folder, file) : found) !== 'file')
      return missing(request, response);
    await mendRange(request, join(folder, ...file));
    const isPage = file.at(-1)?.endsWith('.html');
    if (maxAge !== undefined && !isPage) response.setHeader('Cache-Control', `max-age=${maxAge}`);
    return sendFile(request, response, join(folder, ...file));
  }

  /** The page that says so; a plain line where the site has none. */
  async function missing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers?.('404.html') ?? {}))
      response.setHeader(name, value);
    response.statusCode = 404;
    if ((await lookUp(folder, ['404.html'])) !== 'file') return plain(response, 404, 'Not found');
    delete request.headers.range; // of this page nobody asked for a part
    const options = { acceptRanges: false, etag: false, lastModified: false };
    return sendFile(request, response, join(folder, '404.html'), options);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((cause: unknown) => {
      console.error(`${request.method} ${request.url}: ${String(cause)}`);
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'The server could not read this file');
    });
  };
}

/** What a path names. A link that leads out of the site names nothing. */
async function lookUp(
  folder: string,
  file: readonly string[],
): Promise<'file' | 'folder' | undefined> {
  try {
    const root = await realpath(folder);
    const real = await realpath(join(folder, ...file));
    if (relative(root, real).split(sep)[0] === '..' || resolve(root, real) !== real)
      return undefined;
    const found = await stat(real);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'].includes(code)) return undefined;
    throw cause;
  }
}

/**
 * Makes of the wish for a part what RFC 9110 has, where `send` reads it otherwise: it is ignored with HEAD,
 * where a part ends before it begins, and on the condition of a weak tag; the last 99 of 10 bytes are all.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
async function mendRange(request: IncomingMessage, file: string): Promise<void> {
  const { range, 'if-range': condition = '' } = request.headers;
  if (range === undefined) return;
  const parts = (/^bytes=(.*)$/i.exec(range)?.[1] ?? '').split(',').map((part) => {
    const [, first = '', last = ''] = /^\s*(\d*)-(\d*)\s*$/.exec(part) ?? [];
    return { first, last };
  });
  const isUsable = parts.every(({ first, last }) =>
    first === '' || last === '' ? first !== last : Number(first) <= Number(last),
  );
  const isWeak = /^\s*W\//.test(String(condition));
  if (request.method === 'HEAD' || !isUsable || isWeak) delete request.headers.range;
  else if (parts[0]?.first === '' && parts.length === 1) {
    const { size } = await stat(file);
    if (Number(parts[0].last) > size && size > 0) request.headers.range = 'bytes=0-';
  }
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  options: send.SendOptions = {},
): Promise<void> {
  const all = { ...options, dotfiles: 'allow', index: false, cacheControl: false } as const;
  return new Promise((done, fail) => {
    response.once('close', done);
    send(request, encodeURIComponent(resolve(file)), all)
      .on('error', (cause: Error & { status?: number }) => {
        if (cause.status === 416) plain(response, 416, 'The file has no such part');
        else if (cause.status === 412) say(response, 412);
        else fail(cause);
      })
      .pipe(response);
  });
}

function redirect(response: ServerResponse, location: string) {
  response.setHeader('Location', location);
  plain(response, 301, `It is at ${location}`);
}

const say = (response: ServerResponse, status: keyof typeof PLAIN) =>
  plain(response, status, PLAIN[status]);

/** A line of text; never what went wrong inside. */
function plain(response: ServerResponse, status: number, text: string) {
  response.removeHeader('ETag');
  response.removeHeader('Last-Modified');
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text) + 1,
  });
  response.end(`${text}\n`);
}
