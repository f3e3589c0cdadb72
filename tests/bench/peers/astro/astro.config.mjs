import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';

const { OUT_DIR, WORK_DIR } = process.env;

export default defineConfig({
  site: 'https://archive.example',
  outDir: OUT_DIR,
  cacheDir: `${WORK_DIR}/astro`,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // No other site here turns quotes round or colors code either.
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  vite: { cacheDir: `${WORK_DIR}/vite` },
});
