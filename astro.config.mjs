import { defineConfig } from 'astro/config';
import { siteConfig } from './src/astro/site-config.ts';
import { readSettings } from './src/settings.ts';

// `npm run build` builds through src/site-output/build-site.ts, which uses the same configuration.
export default defineConfig(siteConfig({ settings: readSettings(process.env) }));
