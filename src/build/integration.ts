import type { AstroIntegration } from 'astro';
import { followContent, loadForPreview, serveContent } from './preview.ts';
import type { Settings } from './settings.ts';
import { provideView, type SiteView } from './site-view.ts';

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
        provideView(() => (current ??= loadForPreview(settings)));
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
        serveContent(server, settings);
        followContent(server, settings, logger, () => (current = undefined));
      },
    },
  };
}
