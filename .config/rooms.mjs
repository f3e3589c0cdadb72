/**
 * The rooms of `src/` and what each may import besides itself: an arrow points down only. CONTRIBUTING.md
 * draws the same.
 * @type {Record<string, string[]>}
 */
export const ROOMS = {
  words: [],
  files: [],
  archive: ['words', 'files'],
  attribution: ['archive'],
  echoes: ['archive'],
  markdown: ['archive', 'words'],
  publish: ['markdown', 'echoes', 'archive', 'words', 'files'],
  export: ['publish', 'archive', 'words'],
  search: ['markdown', 'export', 'publish', 'archive', 'words', 'files'],
  quotation: ['search', 'publish', 'archive', 'words'],
  import: ['markdown', 'archive', 'files'],
  citing: ['export', 'publish', 'words'],
  collection: ['citing', 'export', 'search', 'publish', 'archive', 'words'],
  serve: [],
  starter: ['words'],
  'browser-editor': ['publish', 'archive'],
  cache: ['files'],
  'settings.ts': [],
  load: [
    ...['settings.ts', 'cache', 'publish', 'markdown', 'attribution', 'echoes', 'archive'],
    ...['words', 'files'],
  ],
  packet: ['load', 'publish', 'archive'],
  astro: [
    ...['load', 'settings.ts', 'cache', 'serve', 'publish', 'markdown', 'echoes', 'archive'],
    ...['browser-editor', 'words', 'files'],
  ],
  'site-output': [
    ...['astro', 'load', 'settings.ts', 'cache', 'quotation', 'search', 'publish', 'archive'],
    ...['browser-editor', 'words', 'files'],
  ],
  components: [
    'layouts',
    'astro',
    'load',
    'citing',
    'export',
    'search',
    'publish',
    'archive',
    'words',
  ],
  layouts: ['components', 'styles', 'astro', 'citing', 'search', 'publish', 'archive', 'words'],
  pages: [
    'components',
    'layouts',
    'styles',
    'astro',
    'citing',
    'export',
    'collection',
    'quotation',
    'search',
    'publish',
    'archive',
    'words',
  ],
};

/** The rooms of the importer, from the bottom up: each may import those before it. */
const IMPORTER = [
  ...['parse', 'read', 'sources', 'office', 'convert', 'resolve'],
  ...['ports.ts', 'report', 'write'],
];

/**
 * What each room of `src/import/` may import of the others. Only the run itself, `run-import.ts`, may import
 * all of them, the pool included.
 * @type {Record<string, string[]>}
 */
const IMPORT_ROOMS = {
  ...Object.fromEntries(IMPORTER.map((room, place) => [room, IMPORTER.slice(0, place)])),
  pool: ['convert', 'office', 'sources', 'read', 'parse'],
  office: ['sources', 'read'],
};

/**
 * What the rooms below a folder may not import of each other.
 * @param {string} folder
 * @param {Record<string, string[]>} rooms
 */
const between = (folder, rooms) =>
  Object.entries(rooms).map(([room, allowed]) => ({
    target: `${folder}/${room}`,
    from: folder,
    except: [room, ...allowed].map((name) => `./${name}`),
    message: `${folder.slice(2)}/${room} may import ${allowed.join(', ') || 'no other room'}: see .config/rooms.mjs.`,
  }));

/** For `import-x/no-restricted-paths`: what a room may not import. */
export const zones = [
  ...between('./src', ROOMS),
  ...between('./src/import', IMPORT_ROOMS),
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
