import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withCachedPages, type PageListener, type SiteFiles } from './cached-pages.ts';
import {
  explainMissing,
  followContent,
  loadForPreview,
  openFormerAddresses,
  refuseMalformed,
  serveContent,
} from './preview.ts';
import { serveEditor } from './preview-editor.ts';
import { routeCode, type RouteCode } from './route-code.ts';
import type { Settings } from '../settings.ts';
import { provideView, type SiteView } from './site-view.ts';

export interface IntegrationOptions {
  settings: Settings;
  /** The view to build from; without one, the archive is loaded when the first page asks. */
  view?: SiteView | undefined;
  /** The site in the making; without one, Astro writes all pages itself. */
  site?: SiteFiles | undefined;
  onPage?: PageListener | undefined;
}

/** Ties the archive to Astro: gives pages their view, and in the preview follows changes to content. */
export function onTheRecord(options: IntegrationOptions): AstroIntegration {
  const { settings, view, site, onPage } = options;
  let current: Promise<SiteView> | undefined = view && Promise.resolve(view);
  let code: RouteCode | undefined;
  const open = () => (current ??= loadForPreview(settings));
  return {
    name: 'on-the-record',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        provideView(open);
        if (command !== 'build') return;
        code = routeCode(fileURLToPath(config.root));
        updateConfig({ vite: { plugins: [code.plugin] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (site === undefined) return;
        setPrerenderer((astro) =>
          withCachedPages(astro, {
            settings,
            site,
            folder: join(settings.cacheDir, 'pages'),
            code,
            onPage,
          }),
        );
      },
      'astro:server:setup': ({ server, logger }) => {
        refuseMalformed(server);
        explainMissing(server, open);
        serveContent(server, settings);
        serveEditor(server, settings, open);
        openFormerAddresses(server, settings, open);
        followContent(server, settings, logger, () => (current = undefined));
      },
    },
  };
}
