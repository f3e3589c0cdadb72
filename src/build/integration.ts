import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { formatProblem } from '../archive/problem.ts';
import { loadArchive } from './load-archive.ts';
import type { Settings } from './settings.ts';
import { provideView, type SiteView, viewOf } from './site-view.ts';

/** Told of each page as it is written. */
export type PageListener = (done: number, total: number) => void;

export interface IntegrationOptions {
  settings: Settings;
  /** The view to build from; without one, the archive is loaded when the first page asks. */
  view?: SiteView | undefined;
  onPage?: PageListener | undefined;
}

/** Ties the archive to Astro: gives pages their view, and in the preview follows changes to content. */
export function onTheRecord({ settings, view, onPage }: IntegrationOptions): AstroIntegration {
  let current: Promise<SiteView> | undefined = view && Promise.resolve(view);
  return {
    name: 'on-the-record',
    hooks: {
      'astro:config:setup': () => {
        provideView(() => (current ??= loadOrThrow(settings)));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (onPage === undefined) return;
        setPrerenderer((astro) => {
          let [done, total] = [0, 0];
          return {
            ...astro,
            getStaticPaths: async () => {
              const paths = await astro.getStaticPaths();
              total = paths.length;
              return paths;
            },
            render: async (...page) => {
              const response = await astro.render(...page);
              onPage(++done, total);
              return response;
            },
          };
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        const content = resolve(settings.contentDir);
        serveContent(server, settings);
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (!resolve(path).startsWith(content)) return;
          logger.info(`${path} changed`);
          current = undefined;
          for (const environment of Object.values(server.environments)) {
            environment.hot.send('astro:content-changed', {}); // Astro forgets its paths
          }
          server.environments['client']?.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** For the preview: what is wrong is shown in the page, file and line first. */
async function loadOrThrow(settings: Settings): Promise<SiteView> {
  const archive = await loadArchive({ ...settings, now: Date.now() });
  if (archive.errors.length > 0) throw new Error(archive.errors.map(formatProblem).join('\n'));
  return viewOf(archive);
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

/** The preview serves attachments from the content folder, and the last build's search index. */
function serveContent(server: ViteDevServer, { contentDir, outDir, base }: Settings) {
  const folders = { media: resolve(contentDir, 'media'), pagefind: resolve(outDir, 'pagefind') };
  server.middlewares.use((request, response, next) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const below = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
    const [top, ...rest] = below.split('/');
    if ((top !== 'media' && top !== 'pagefind') || rest.includes('..')) {
      next();
      return;
    }
    const file = join(folders[top], ...rest);
    stat(file).then(
      (found) => {
        if (!found.isFile()) return next();
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      },
      () => next(),
    );
  });
}
