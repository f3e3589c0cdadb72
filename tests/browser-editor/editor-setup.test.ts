import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { editorSchemas } from '../../src/archive/editor-schemas.ts';
import { type EditorSettings, editorSettings } from '../../src/archive/editor-settings.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { backendOf, originsOf } from '../../src/browser-editor/editor-backend.ts';
import { editorPage } from '../../src/browser-editor/editor-page.ts';
import { editorSetup } from '../../src/browser-editor/editor-setup.ts';

const GITHUB = { backend: 'github', repository: 'sample-office/press-archive' };
const SETTINGS = [
  GITHUB,
  { ...GITHUB, sign_in: 'https://sign-in.example.org/', review: 'true', folder: '/press/' },
  { ...GITHUB, server: 'https://git.example.org', branch: 'published' },
  { ...GITHUB, backend: 'gitlab', repository: 'group/office/archive', app_id: 'a1b2' },
  { ...GITHUB, backend: 'gitea', server: 'https://git.example.org/' },
].map((one) => editorSettings.parse(one));
const [plain, reviewed, onOwnServer] = SETTINGS as [EditorSettings, EditorSettings, EditorSettings];
const site = siteSchema.parse({ title: 'A & B', language: 'es' });

test('the configuration is one that Sveltia CMS takes, for each kind of server', async () => {
  const file = new URL('../schema/sveltia-cms.json', import.meta.resolve('@sveltia/cms'));
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(await readFile(file, 'utf8')) as object,
  );
  for (const settings of SETTINGS) {
    const { config } = editorSetup(site, settings, 'https://press.example.org/');
    const written: unknown = JSON.parse(JSON.stringify(config)); // as the page gets it
    assert.ok(validate(written), JSON.stringify(validate.errors?.slice(-3)));
  }
});

test('each field of a file has its place in the form, with the hint that messages have', () => {
  const { config, forms } = editorSetup(site, plain, 'https://press.example.org/');
  const [releases] = config['collections'] as { fields: { name: string; hint?: string }[] }[];
  for (const [name, collection] of [
    ['release', 'releases'],
    ['office', 'offices'],
    ['caucus', 'caucuses'],
    ['site', 'site'],
  ] as const) {
    const expected = Object.keys(editorSchemas()[name].properties ?? {});
    const form = forms.find((one) => one.name === collection);
    assert.deepEqual(
      form?.fields.map((field) => field.name),
      expected,
    );
  }
  const names = releases?.fields.map(({ name }) => name) ?? [];
  assert.deepEqual(names.slice(0, 6), ['title', 'date', 'office', 'contact', 'body', 'subtitle']);
  assert.equal(
    releases?.fields.find(({ name }) => name === 'title')?.hint,
    'the headline as issued',
  );
});

test('offices and caucuses are chosen from those that there are', () => {
  const { config } = editorSetup(site, reviewed, 'https://press.example.org/');
  const [releases, offices] = config['collections'] as {
    folder: string;
    fields: { name: string; collection?: string }[];
  }[];
  const from = (fields = [] as { name: string; collection?: string }[]) =>
    Object.fromEntries(
      fields.flatMap(({ name, collection }) => (collection ? [[name, collection]] : [])),
    );
  assert.deepEqual(from(releases?.fields), { office: 'offices', caucus: 'caucuses' });
  assert.deepEqual(from(offices?.fields), { caucuses: 'caucuses' });
  assert.equal(releases?.folder, 'press/releases');
  assert.equal(config['publish_mode'], 'editorial_workflow');
});

test('people sign in by a token where no other way is named', () => {
  assert.deepEqual(
    SETTINGS.map((settings) => {
      const { name, repo, ...rest } = backendOf(settings);
      assert.deepEqual([name, repo], [settings.backend, settings.repository]);
      return rest;
    }),
    [
      { branch: 'main', auth_methods: ['token'] },
      {
        branch: 'main',
        base_url: 'https://sign-in.example.org',
        auth_methods: ['oauth', 'token'],
      },
      {
        branch: 'published',
        api_root: 'https://git.example.org/api/v3',
        auth_methods: ['token'],
      },
      {
        branch: 'main',
        base_url: 'https://gitlab.com',
        app_id: 'a1b2',
        auth_type: 'pkce',
        auth_methods: ['oauth', 'token'],
      },
      {
        branch: 'main',
        api_root: 'https://git.example.org/api/v1',
        auth_methods: ['token'],
      },
    ],
  );
});

test('the page may ask its own origin and the server of the repository, nobody else', () => {
  assert.deepEqual(SETTINGS.map(originsOf), [
    ['https://api.github.com'],
    ['https://api.github.com'],
    ['https://git.example.org'],
    ['https://gitlab.com'],
    ['https://git.example.org'],
  ]);
  const page = editorPage(site, onOwnServer);
  assert.match(page, /connect-src 'self' blob: data: https:\/\/git\.example\.org;/);
  assert.match(page, /<html lang="es">/);
  assert.match(page, /<title>A &amp; B<\/title>/);
  assert.match(page, /<meta name="robots" content="noindex">/);
});

test('settings that cannot be are refused with what to write', () => {
  for (const [settings, message] of [
    [{ ...GITHUB, backend: 'attic' }, 'it is one of github, gitlab, gitea'],
    [{ ...GITHUB, repository: 'https://github.com/a/b' }, 'it is an owner and a name'],
    [{ ...GITHUB, repository: 'archive' }, 'it is an owner and a name'],
    [{ ...GITHUB, folder: '../x' }, 'leads out of the repository'],
    [{ ...GITHUB, server: 'git.example.org' }, 'an address begins with https://'],
    [{ ...GITHUB, backend: 'gitea', review: 'true' }, 'cannot be true with gitea'],
  ] as const) {
    const { error } = editorSettings.safeParse(settings);
    assert.match(error?.issues[0]?.message ?? '', new RegExp(message), JSON.stringify(settings));
  }
});
