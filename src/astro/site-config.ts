import type { AstroUserConfig } from 'astro';
import { type IntegrationOptions, onTheRecord } from './integration.ts';

/** How Astro makes the site: one place for the preview, the build and the checks. */
export function siteConfig(options: IntegrationOptions): AstroUserConfig {
  const { siteUrl, base, outDir, port } = options.settings;
  return {
    site: siteUrl,
    base,
    outDir,
    server: { port },
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 8 },
    compressHTML: true,
    devToolbar: { enabled: false },
    prefetch: false,
    markdown: { syntaxHighlight: false }, // releases are rendered by src/markdown/, not by Astro
    integrations: [onTheRecord(options)],
    vite: { build: { assetsInlineLimit: 0 } },
  };
}
