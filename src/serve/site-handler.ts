import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import send from 'send';
import { readTarget } from './site-path.ts';

export interface HandlerOptions {
  /** Where the site is mounted, with a `/` at both ends. */
  base: string;
  /** Headers of every response, by the path relative to the site. */
  headers?: (path: string) => Readonly<Record<string, string>>;
  /** Seconds for which a browser may cache files other than pages; without it, it revalidates each time. */
  maxAge?: number;
}

const MESSAGES = {
  400: 'Bad request',
  405: 'Method not allowed',
  412: 'Precondition failed',
} as const;

/**
 * Serves a folder of static files: `index.html` for a folder, a redirect to its final `/`, and 404.html
 * with status 404. Ranges, conditional requests and media types are handled by `send`.
 */
export function siteHandler(folder: string, { base, headers, maxAge }: HandlerOptions) {
  /** @throws {Error} if the disk cannot be read. */
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-cache'); // a browser has to revalidate
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendMessage(response, 405);
    }
    const target = readTarget(request.url ?? '/', base);
    if ('status' in target)
      return target.status === 400 ? sendMessage(response, 400) : sendNotFound(request, response);
    const path = target.file.map(encodeURIComponent).join('/');
    for (const [name, value] of Object.entries(headers?.(target.file.join('/')) ?? {}))
      response.setHeader(name, value);
    const found = await lookUp(folder, target.file);
    if (found === 'folder' && !target.isFolder) {
      const location = `${base}${path}${path === '' ? '' : '/'}${target.query}`;
      return redirect(response, location);
    }
    const file = target.isFolder ? [...target.file, 'index.html'] : target.file;
    if ((target.isFolder ? await lookUp(folder, file) : found) !== 'file')
      return sendNotFound(request, response);
    await normalizeRange(request, join(folder, ...file));
    const isPage = file.at(-1)?.endsWith('.html');
    if (maxAge !== undefined && !isPage) response.setHeader('Cache-Control', `max-age=${maxAge}`);
    return sendFile(request, response, join(folder, ...file));
  }

  /** Sends 404.html, or a line of text if the site has none. */
  async function sendNotFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers?.('404.html') ?? {}))
      response.setHeader(name, value);
    response.statusCode = 404;
    if ((await lookUp(folder, ['404.html'])) !== 'file')
      return sendText(response, 404, 'Not found');
    delete request.headers.range; // it was meant for another file
    const options = { acceptRanges: false, etag: false, lastModified: false };
    return sendFile(request, response, join(folder, '404.html'), options);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    respond(request, response).catch((cause: unknown) => {
      console.error(`${request.method} ${request.url}: ${String(cause)}`);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The server could not read this file');
    });
  };
}

/** The kind of a path; undefined if it does not exist or a link in it leaves the site. */
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
 * Changes the Range header where `send` deviates from RFC 9110: it is ignored with HEAD, if a range ends
 * before it begins, and if If-Range has a weak tag; the last 99 of 10 bytes are the whole file.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
async function normalizeRange(request: IncomingMessage, file: string): Promise<void> {
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
        if (cause.status === 416) sendText(response, 416, 'Range not satisfiable');
        else if (cause.status === 412) sendMessage(response, 412);
        else fail(cause);
      })
      .pipe(response);
  });
}

function redirect(response: ServerResponse, location: string) {
  response.setHeader('Location', location);
  sendText(response, 301, `Moved to ${location}`);
}

const sendMessage = (response: ServerResponse, status: keyof typeof MESSAGES) =>
  sendText(response, status, MESSAGES[status]);

/** Sends a line of text, which must not reveal an internal error. */
function sendText(response: ServerResponse, status: number, text: string) {
  response.removeHeader('ETag');
  response.removeHeader('Last-Modified');
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text) + 1,
  });
  response.end(`${text}\n`);
}
