import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, join, resolve, sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { formerAddresses } from '../archive/former-addresses.ts';
import { formerParam } from '../archive/former-path.ts';
import { formatProblem } from '../archive/problem.ts';
import { keepEditorCollections } from './editor-collections.ts';
import { loadArchive } from './load-archive.ts';
import type { Settings } from './settings.ts';
import { type SiteView, viewOf } from './site-view.ts';

/**
 * Loads the archive for the preview. What is wrong in a text is said on the terminal, and the page
 * shows the rest; where fields are wrong there is no page to show, and the browser says so.
 * @throws {Error} with every problem of that kind, file and line first.
 */
export async function loadForPreview(settings: Settings): Promise<SiteView> {
  const archive = await loadArchive({ ...settings, now: Date.now() });
  const isOfText = ({ field }: { field: string }) => field === 'body';
  for (const problem of archive.errors.filter(isOfText)) console.error(formatProblem(problem));
  const others = archive.errors.filter((problem) => !isOfText(problem));
  if (others.length > 0) throw new Error(others.map(formatProblem).join('\n'));
  return viewOf(archive, settings);
}

/** Opens former addresses with any characters, which have a plain name as pages. */
export function openFormerAddresses(
  server: ViteDevServer,
  { base }: Settings,
  view: () => Promise<SiteView>,
): void {
  server.middlewares.use((request, _, next) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const below = pathname.startsWith(base) ? pathname.slice(base.length - 1) : '/';
    const param = formerParam(below);
    if (`/${param}/` === below || param === '') return next();
    view()
      .then(({ archive }) => {
        const former = formerAddresses(archive, archive.ledger).map(({ path }) =>
          formerParam(path),
        );
        if (former.includes(param)) request.url = `${base}${param}/${search}`;
      })
      .then(() => next(), next);
  });
}

/** Shows each change to the content folder at once. @param forget is called when one has come. */
export function followContent(
  server: ViteDevServer,
  { contentDir }: Settings,
  logger: AstroIntegrationLogger,
  forget: () => void,
): void {
  const content = resolve(contentDir);
  const tellEditors = keepEditorCollections(
    content,
    join(server.config.root, '.astro'),
    (cause) => {
      logger.warn(`Editors cannot complete fields: ${String(cause)}`);
    },
  );
  tellEditors();
  server.watcher.add(content);
  server.watcher.on('all', (event, path) => {
    if (!resolve(path).startsWith(content + sep) || basename(path).startsWith('.')) return;
    if (event !== 'change') tellEditors();
    logger.info(`${path} changed`);
    forget();
    for (const environment of Object.values(server.environments)) {
      environment.hot.send('astro:content-changed', {}); // Astro forgets its paths
    }
    server.environments['client']?.hot.send({ type: 'full-reload' });
  });
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** The preview serves attachments from the content folder; of the last build the search index and the data. */
export function serveContent(server: ViteDevServer, { contentDir, outDir, base }: Settings): void {
  const built = (name: string) => resolve(outDir, name);
  const folders = {
    media: resolve(contentDir, 'media'),
    pagefind: built('pagefind'),
    data: built('data'),
  };
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const below = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
    const [top, ...rest] = below.split('/');
    if (top !== 'media' && top !== 'pagefind' && top !== 'data') {
      next();
      return;
    }
    const file = join(folders[top], ...rest.map(decode));
    stat(file).then(
      (found) => {
        if (!found.isFile() || !file.startsWith(folders[top] + sep)) return next();
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      },
      () => next(),
    );
  });
}

/** A part of a path that may be percent-encoded. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // the only way that JavaScript has to say no
  }
}
