import { defineConfig } from 'astro/config';
import { siteConfig } from './src/build/site-config.ts';
import { readSettings } from './src/build/settings.ts';

// `npm run build` builds through src/build/build-site.ts, which uses the same configuration.
export default defineConfig(siteConfig({ settings: readSettings(process.env) }));
