import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadArchive } from '../../src/load/load-archive.ts';
import { madeRelease } from '../support/made-release.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

const chart = await readFile('content/media/2019/sample-point-tide-gauge-chart.png');
const SEAL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9"/></svg>';
const page = (fields: string, text = 'Words.') => `---\n${fields}\n---\n${text}\n`;

async function load(t: TestContext, files: Files, withHeld = false) {
  const contentDir = await tempFolder(t, {
    'site.yaml': 'title: Made for a test\n',
    'releases/2017-11-22-a.md': madeRelease({ date: '2017-11-22' }),
    ...files,
  });
  const now = Date.parse('2026-06-01T00:00:00Z');
  const archive = await loadArchive({ contentDir, base: '/', now, withHeld });
  const short = ({ file, line, field, message, hint }: (typeof archive.errors)[number]) =>
    `${file.slice(contentDir.length + 1)}:${line}: ${field} ${message}; ${hint}`;
  return { ...archive, errors: archive.errors.map(short), warnings: archive.warnings.map(short) };
}

test('an archive without a face of its own has none', async (t) => {
  const { face, texts, ownPages, errors, warnings } = await load(t, {});
  assert.deepEqual([errors, ownPages, texts.pages], [[], [], []]);
  assert.deepEqual(face, { files: new Map(), hasSystemFonts: false });
  assert.deepEqual(
    warnings.filter((one) => !one.includes('ledger')),
    [],
  );
});

test('logo, favicon, colors and fonts are taken up, and their files are published', async (t) => {
  const { face, errors } = await load(t, {
    'site.yaml':
      'logo: { file: /site/seal.svg, dark: moon.png, alt: Our seal }\nfavicon: seal.svg\ncolors: { accent: 7A1F2B }\nfonts: system\n',
    'site/seal.svg': SEAL,
    'site/moon.png': chart,
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(face.logo, {
    ...{ path: '/media/site/seal.svg', size: { width: 40, height: 20 } },
    ...{ alt: 'Our seal', dark: '/media/site/moon.png' },
  });
  assert.deepEqual(face.icon, { path: '/media/site/seal.svg', type: 'image/svg+xml' });
  assert.deepEqual(Object.fromEntries(face.files), {
    'media/site/seal.svg': 'site/seal.svg',
    'media/site/moon.png': 'site/moon.png',
  });
  assert.match(face.styles?.name ?? '', /^face\.[\w-]{8}\.css$/);
  assert.match(face.styles?.css ?? '', /--accent: light-dark\(#7a1f2b, #ffa0a4\)/);
  assert.match(face.styles?.css ?? '', /--sans: system-ui/);
});

test('a color that cannot be read is an error with its contrast and the nearest one that can', async (t) => {
  const { errors } = await load(t, {
    'site.yaml': 'title: A\ncolors:\n  accent: "#fc0"\n  accent_dark: "#333333"\n',
  });
  assert.deepEqual(errors, [
    'site.yaml:3: colors.accent is #ffcc00, which has a contrast of 1.29:1 on light paper (#fbeae8): words need 4.5:1; the nearest that can be read is "#886700" (4.52:1)',
    'site.yaml:4: colors.accent_dark is #333333, which has a contrast of 1.14:1 on dark paper (#2d2a19): words need 4.5:1; the nearest that can be read is "#919191" (4.57:1)',
  ]);
});

test('a color without quotation marks, a remark to YAML, is an error that says what to write', async (t) => {
  const { errors } = await load(t, { 'site.yaml': 'colors:\n  accent: #14406e\n' });
  assert.match(errors.join(), /site\.yaml:2: accent leaves out .*write accent: "#14406e"/);
});

test('faults of its files are errors with file and field', async (t) => {
  const { errors, warnings } = await load(t, {
    'site.yaml': 'logo: { file: Seal.svg, alt: Our seal }\nfavicon: note.png\n',
    'site/seal.svg': SEAL,
    'site/note.png': 'A note, and no picture.',
    'site/extra.png': chart,
  });
  assert.deepEqual(errors, [
    'site.yaml:1: logo.file refers to site/Seal.svg, which does not exist; did you mean seal.svg? Capital letters count',
    'site/note.png:1: file cannot be read as a picture; open it in a program for pictures, and save it again as PNG or SVG',
  ]);
  assert.ok(warnings.some((one) => one.startsWith('site/extra.png:1: file is ignored')));
  const active = await load(t, {
    'site.yaml': 'favicon: seal.svg\n',
    'site/seal.svg': SEAL.replace('<path', '<path onclick="a()"'),
  });
  assert.match(active.errors.join(), /^site\/seal\.svg:1: file has what can run/);
  const twice = await load(t, {
    'site.yaml': 'favicon: seal.svg\n',
    'site/seal.svg': SEAL,
    'media/site/seal.svg': SEAL,
  });
  assert.match(
    twice.errors.join(),
    /has the address of another file; rename media\/site\/seal\.svg/,
  );
  const out = await load(t, { 'site/seal.svg': { link: '../releases/2017-11-22-a.md' } });
  assert.match(out.errors.join(), /site\/seal\.svg:1: file is a link that leads out of site\//);
});

test('fields of the face that cannot be are errors with what to write', async (t) => {
  for (const [yaml, message] of [
    [
      'logo: { file: seal.gif, alt: A }',
      'logo.file cannot be "seal.gif": it is a picture in SVG, PNG or WebP',
    ],
    ['logo: { file: seal.svg }', 'logo.alt is missing; what it shows, in words'],
    ['favicon: ../a.png', 'favicon leads out of site/'],
    ['colors: { accent: navy }', 'colors.accent cannot be "navy": a color has six digits'],
    ['colors: { accent_dark: "#fff" }', 'colors.accent is missing'],
    ['fonts: Georgia', 'fonts cannot be "Georgia": it is shipped or system'],
    ['social: { name: A, url: example.org }', 'social.url cannot be "example.org"'],
    ['colours: { accent: "#111111" }', 'colours is not a field; did you mean colors?'],
  ] as const) {
    const { errors } = await load(t, { 'site.yaml': `${yaml}\n` });
    assert.ok(errors.join('\n').includes(`site.yaml:1: ${message}`), errors.join('\n'));
  }
});

test('its own pages are in order, link to one another, and show pictures of media', async (t) => {
  const { texts, ownPages, media, errors, warnings } = await load(t, {
    'media/chart.png': chart,
    'pages/zoo.md': page('title: Zoo\norder: 1', '## Hours\n\n![Tides](/media/chart.png)'),
    'pages/privacy.md': page('title: Privacy', 'See the [zoo](/zoo/) and [nothing](/nothing/).'),
    'pages/access.md': page('title: Access\nnav: true', 'Plain words.'),
    'site/home.md': 'Welcome to the [zoo](/zoo/).\n',
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(
    ownPages.map(({ path }) => path),
    ['/zoo/', '/access/', '/privacy/'],
  );
  assert.match(texts.pages[0]?.html ?? '', /^<h2 id="hours">Hours<\/h2>\s*<p><img [^>]*width="/);
  assert.equal(texts.pages[1]?.html, '<p>Plain words.</p>');
  assert.equal(texts.home?.html, '<p>Welcome to the <a href="/zoo/">zoo</a>.</p>');
  assert.deepEqual([...media.keys()], ['chart.png']);
  assert.deepEqual(
    warnings.filter((one) => one.includes('links to')),
    [
      'pages/privacy.md:4: body links to /nothing/, but this site has no such page; link to a page of this site with a / at its end, or give a whole address',
    ],
  );
});

test('a draft of a page is left out, but in a preview of all', async (t) => {
  const files = { 'pages/privacy.md': page('title: Privacy\ndraft: true') };
  const { ownPages, warnings } = await load(t, files);
  assert.deepEqual(ownPages, []);
  assert.ok(
    warnings.includes(
      'pages/privacy.md:3: draft keeps the page back; delete the line draft: true when its words are right',
    ),
  );
  const all = await load(t, files, true);
  assert.deepEqual(
    all.ownPages.map(({ isDraft }) => isDraft),
    [true],
  );
});

test('its own texts keep to the rules of releases', async (t) => {
  const { errors } = await load(t, {
    'pages/privacy.md': page(
      'title: Privacy',
      '<script>a()</script>\n\n![A chart](/media/none.png)',
    ),
    'pages/es/privacidad.md': page('title: Privacidad'),
    'site/footer.md': page('title: Foot'),
    'releases/2017-11-23-b.md': madeRelease({ date: '2017-11-23', aliases: '/privacy/' }),
  });
  const all = errors.join('\n');
  assert.match(all, /pages\/privacy\.md:4: body has <script>/);
  assert.match(all, /pages\/privacy\.md:6: body refers to media\/none\.png, which does not exist/);
  assert.match(all, /pages\/es\/privacidad\.md:1: file is in a folder; move it to pages\/ itself/);
  assert.match(all, /site\/footer\.md:1: frontmatter has no place here/);
  assert.match(
    all,
    new RegExp(`${join('releases', '2017-11-23-b.md')}:\\d+: aliases claims /privacy/`),
  );
});
