import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { basename, join, resolve, sep } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { MissingFolder } from '../archive/content-folder.ts';
import { formerAddresses } from '../archive/former-addresses.ts';
import { formerParam } from '../archive/former-path.ts';
import { formatProblem } from '../archive/problem.ts';
import { editorCollectionsWriter } from './editor-collections.ts';
import { headersOf } from '../publish/hosts/policy.ts';
import { previewFaults } from './preview-faults.ts';
import { siteHandler } from '../serve/site-handler.ts';
import { isRequestTarget, readTarget } from '../serve/site-path.ts';
import { loadArchive } from '../load/load-archive.ts';
import { mediaFaults } from '../load/media-faults.ts';
import type { Settings } from '../settings.ts';
import { type SiteView, viewOf } from './site-view.ts';

/**
 * Loads the archive for the preview. Faults are printed on the terminal, and the pages show them: a faulty file
 * breaks nothing but its own page.
 * @throws {MissingFolder} if there is no archive.
 */
export async function loadForPreview(settings: Settings): Promise<SiteView> {
  const archive = await loadArchive({
    ...settings,
    now: Date.now(),
    withHeld: settings.previewsAll,
    dropsDangling: true,
  });
  for (const problem of archive.errors) console.error(formatProblem(problem));
  const view = viewOf(archive, settings);
  const faults = previewFaults(archive, settings.contentDir);
  return faults.length === 0 ? view : { ...view, frame: { ...view.frame, faults } };
}

/** Answers with what is wrong, in place of a stack trace, as long as there is no archive to show. */
export function explainMissing(server: ViteDevServer, view: () => Promise<SiteView>): void {
  server.middlewares.use((request, response, next) => {
    if (request.headers['sec-fetch-dest'] !== 'document') return next();
    view().then(
      () => next(),
      (cause: unknown) => {
        if (!(cause instanceof MissingFolder)) return next(cause);
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(`${cause.message}\n`);
      },
    );
  });
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
  const updateEditors = editorCollectionsWriter(
    content,
    join(server.config.root, '.astro'),
    (cause) => {
      logger.warn(`Editors cannot complete fields: ${String(cause)}`);
    },
  );
  updateEditors();
  server.watcher.add(content);
  server.watcher.on('all', (event, path) => {
    if (!resolve(path).startsWith(content + sep) || basename(path).startsWith('.')) return;
    if (event !== 'change') updateEditors();
    logger.info(`${path} changed`);
    forget();
    for (const environment of Object.values(server.environments)) {
      environment.hot.send('astro:content-changed', {}); // Astro forgets its paths
    }
    server.environments['client']?.hot.send({ type: 'full-reload' });
  });
}

/** Refuses malformed addresses before Vite, which would answer with a stack trace, or exit. */
export function refuseMalformed({ httpServer }: ViteDevServer): void {
  for (const listener of httpServer?.listeners('request') ?? []) {
    httpServer?.off('request', listener as RequestListener);
    httpServer?.on('request', (request, response) => {
      if (isRequestTarget(request.url ?? '')) (listener as RequestListener)(request, response);
      else response.writeHead(400, { 'content-type': 'text/plain' }).end('Bad request\n');
    });
  }
}

/**
 * The preview serves files under `media/` from the content folder, if they may be published; of the last
 * build the search index and the data.
 */
export function serveContent(server: ViteDevServer, { contentDir, outDir, base }: Settings): void {
  const serve = {
    media: siteHandler(resolve(contentDir), { base, headers: headersOf }),
    built: siteHandler(resolve(outDir), { base }),
  };
  server.middlewares.use((request, response, next) => {
    const asked = readTarget(request.url ?? '/', base);
    if ('status' in asked) return next();
    const [top, ...rest] = asked.file;
    const isFile = rest.length > 0 && !asked.isFolder;
    if (isFile && (top === 'pagefind' || top === 'data')) serve.built(request, response);
    else if (isFile && top === 'media') {
      // Pictures of the archive's own face lie in a folder of their own, and are published beside the others.
      const isOfFace = rest[0] === 'site' && !existsSync(join(contentDir, ...asked.file));
      const [folder, path] = isOfFace ? ['site', rest.slice(1)] : ['media', rest];
      const answer = () => {
        if (isOfFace) request.url = base + asked.file.slice(1).map(encodeURIComponent).join('/');
        serve.media(request, response);
      };
      mediaFaults(join(contentDir, folder), [path.join('/')]).then(
        (faults) => (faults.size === 0 ? answer() : next()),
        () => next(), // it does not exist
      );
    } else next();
  });
}
