/**
 * The rooms of `src/` and what each may import besides itself: an arrow points down only. CONTRIBUTING.md
 * draws the same.
 * @type {Record<string, string[]>}
 */
export const ROOMS = {
  words: [],
  files: [],
  archive: ['words', 'files'],
  markdown: ['archive', 'words'],
  publish: ['markdown', 'archive', 'words', 'files'],
  search: ['markdown', 'archive', 'words', 'files'],
  import: ['markdown', 'archive', 'files'],
  citing: ['publish', 'words'],
  serve: [],
  cache: ['files'],
  'settings.ts': [],
  load: ['settings.ts', 'cache', 'publish', 'markdown', 'archive', 'words', 'files'],
  astro: ['load', 'settings.ts', 'cache', 'serve', 'publish', 'archive', 'words', 'files'],
  'site-output': [
    ...['astro', 'load', 'settings.ts', 'cache', 'search', 'publish', 'archive'],
    ...['words', 'files'],
  ],
  components: ['layouts', 'astro', 'load', 'citing', 'search', 'publish', 'archive', 'words'],
  layouts: ['components', 'styles', 'astro', 'citing', 'search', 'publish', 'archive', 'words'],
  pages: ['components', 'layouts', 'styles', 'astro', 'search', 'publish', 'archive', 'words'],
};

/** For `import-x/no-restricted-paths`: what a room may not import. */
export const zones = [
  ...Object.entries(ROOMS).map(([room, allowed]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, ...allowed].map((name) => `./${name}`),
    message: `src/${room} may import ${allowed.join(', ') || 'no other room'}: see .config/rooms.mjs.`,
  })),
  {
    // All of src/ but the folder itself.
    target: [
      './src/!(search)/**',
      './src/search/!(pagefind-format)',
      './src/search/!(pagefind-format)/**',
    ],
    from: './src/search/pagefind-format',
    except: ['./index.ts', './browser.ts'],
    message:
      'Import index.ts, or browser.ts in browsers: see src/search/pagefind-format/README.md.',
  },
  { target: './src', from: './tests', message: 'What users run imports no tests.' },
];
