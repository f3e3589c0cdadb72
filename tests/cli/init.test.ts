import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parse } from 'yaml';
import { SETTING_NAMES } from '../../src/settings.ts';
import { STARTER_WORDS } from '../../src/starter/starter-words.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { commitAll, git } from '../support/git.ts';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { hasTerminal, runOnTerminal } from '../support/terminal.ts';

const PROGRAM = ['--program', 'https://git.example.org/on-the-record.git'];

async function filesIn(folder: string): Promise<string[]> {
  await git(folder, 'init', '--quiet');
  const listed = await git(folder, 'ls-files', '-co', '--exclude-standard');
  return listed.trim().split('\n').sort();
}

test('a new archive has a first office, and passes the check', async (t) => {
  const folder = await tempFolder(t);
  const archive = join(folder, 'archive');
  const options = ['--office', "Sam Sample's Office: 1", '--member', 'Sam Sample', ...PROGRAM];
  const made = await runCommand('init', [archive, ...options, '--timezone', 'Asia/Tokyo'], {});
  assert.deepEqual([made.status, made.stderr], [0, '']);
  assert.deepEqual(await filesIn(archive), [
    '.gitattributes',
    '.github/workflows/publish.yml',
    '.gitignore',
    '.node-version',
    'README.md',
    'content/offices/sam-sample.yaml',
    'content/pages/accessibility.md',
    'content/pages/privacy.md',
    'content/releases/.gitkeep',
    'content/site.yaml',
    'package.json',
    'run.mjs',
  ]);
  const checked = await runCommand('check', [], { CONTENT_DIR: join(archive, 'content') });
  assert.equal(checked.stdout, '0 releases, 0 errors, 2 warnings\n');
  const drafts = [
    ...checked.stderr.matchAll(/warning: .*\/pages\/(\w+)\.md:3: draft keeps the page back/g),
  ];
  assert.deepEqual(
    drafts.map(([, name]) => name),
    ['accessibility', 'privacy'],
  );
  const site = await readFile(join(archive, 'content/site.yaml'), 'utf8');
  assert.match(site, /timezone: Asia\/Tokyo/);
  assert.match(await readFile(join(archive, 'README.md'), 'utf8'), /# Sam Sample's Office: 1\n/);
});

test('nothing is written where something is, inside the program, or with options that cannot be', async (t) => {
  const folder = await tempFolder(t, { 'used/notes.txt': 'mine' });
  for (const [args, expected] of [
    [[], /^Name the folder/],
    [[join(folder, 'used')], /used is not empty \(notes\.txt\): choose a new folder/],
    [[join(folder, 'used', 'notes.txt')], /notes\.txt cannot be used/],
    [['content/mine'], /content\/mine is inside the program/],
    [[join(folder, 'a'), join(folder, 'b')], /Name one folder only/],
    [
      [join(folder, 'a'), '--host', 'attic', '--site', 'press', '--timezone', 'Mars'],
      /--timezone cannot be "Mars".*\n--host cannot be attic.*\n--site cannot be press/,
    ],
  ] as const) {
    const { status, stderr } = await runCommand('init', [...args, ...PROGRAM], {});
    assert.equal(status, 2, stderr);
    assert.match(stderr, expected);
  }
  assert.ok(!existsSync(join(folder, 'a')) && !existsSync('content/mine'));
});

test('it begins in the language of the site, with words for each language of the interface', async (t) => {
  const folder = await tempFolder(t);
  for (const [language, office, heading] of [
    ['es', 'primera-oficina', /^## Qué registra el servidor$/m],
    ['fr-CA', 'premier-bureau', /^## Ce que l’hébergeur enregistre$/m],
    ['vi', 'van-phong-thu-nhat', /^## Máy chủ ghi lại những gì$/m],
    ['zh-Hant', 'di-yi-ban-gong-shi', /^## 主機記錄的內容$/m],
    ['de', 'first-office', /^## What the host records$/m],
  ] as const) {
    const archive = join(folder, language);
    const made = await runCommand('init', [archive, '--language', language, ...PROGRAM], {});
    assert.deepEqual([made.status, made.stderr], [0, '']);
    const privacy = await readFile(join(archive, 'content/pages/privacy.md'), 'utf8');
    assert.match(privacy, heading);
    assert.ok(existsSync(join(archive, `content/offices/${office}.yaml`)), language);
    const checked = await runCommand('check', [], { CONTENT_DIR: join(archive, 'content') });
    assert.match(checked.stdout, /^0 releases, 0 errors, /, checked.stderr);
  }
  assert.deepEqual(Object.keys(STARTER_WORDS).sort(), Object.keys(LANGUAGES).sort());
  for (const [language, words] of Object.entries(STARTER_WORDS)) {
    assert.match(words.description, /\{office\}/, language);
    for (const name of ['accessibility.md', 'privacy.md']) {
      const page = await readFile(join('src/starter/files/pages', language, name), 'utf8');
      assert.match(page, /^---\ntitle: .+\ndraft: true\n---\n\n\*\*/, `${language}/${name}`);
    }
  }
});

test('with --editor it can be written in a browser, once its repository is named', async (t) => {
  const folder = await tempFolder(t);
  const siteOf = async (name: string) =>
    parse(await readFile(join(folder, name, 'content/site.yaml'), 'utf8')) as { editor?: unknown };
  const start = (name: string, ...more: string[]) =>
    runCommand('init', [join(folder, name), '--office', 'Senator Sample', ...more, ...PROGRAM], {});

  await start('without');
  assert.equal((await siteOf('without')).editor, undefined);
  assert.doesNotMatch(await readFile(join(folder, 'without/README.md'), 'utf8'), /browser/i);

  const open = await start('open', '--editor');
  assert.match(open.stdout, /Name your repository in content\/site\.yaml/);
  const unnamed = { backend: 'github', repository: 'your-name/senator-sample-archive' };
  assert.deepEqual((await siteOf('open')).editor, unnamed);
  const checked = await runCommand('check', [], { CONTENT_DIR: join(folder, 'open/content') });
  assert.match(
    checked.stderr,
    /site\.yaml:\d+: editor\.repository is your-name\/.*; give the owner/,
  );
  assert.match(checked.stdout, /0 errors, 3 warnings/);

  const repository = 'senate/press/archive';
  await start('named', '--editor', '--repository', repository, '--host', 'gitlab');
  assert.deepEqual((await siteOf('named')).editor, { backend: 'gitlab', repository });
  const readme = await readFile(join(folder, 'named/README.md'), 'utf8');
  assert.match(readme, /access token of GitLab/);
  const named = await runCommand('check', [], { CONTENT_DIR: join(folder, 'named/content') });
  assert.match(named.stdout, /0 errors, 2 warnings/, named.stderr);

  const wrong = await start('wrong', '--editor', '--repository', 'https://github.com/a/b');
  assert.match(wrong.stderr, /--repository cannot be .*: it is an owner and a name/);
  const alone = await start('wrong', '--repository', 'a/b');
  assert.match(alone.stderr, /--repository is for --editor/);
  assert.deepEqual([wrong.status, alone.status, existsSync(join(folder, 'wrong'))], [2, 2, false]);
});

test(
  'on a terminal it asks for the office and its member',
  { skip: !hasTerminal && 'no script(1)' },
  async (t) => {
    const archive = join(await tempFolder(t), 'archive');
    const { status, screen } = await runOnTerminal('init', [archive, ...PROGRAM], {}, [
      ['Name of the office: ', 'Office of Senator Placeholder\n'],
      ['Name of its member [none]: ', '\n'],
    ]);
    assert.equal(status, 0, screen);
    const office = join(archive, 'content/offices/office-of-senator-placeholder.yaml');
    assert.match(
      await readFile(office, 'utf8'),
      /^name: Office of Senator Placeholder\n# member: /,
    );
  },
);

/** A repository of the program as it is now, with a version v1 and a newer one, v2. */
async function programRepository(t: TestContext): Promise<string> {
  const folder = await tempFolder(t);
  const listed = await git('.', 'ls-files', '-co', '--exclude-standard', '-z');
  const files = listed.split('\0').filter((file) => existsSync(file) && !file.startsWith('tests/'));
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(file, join(folder, file));
  }
  await git(folder, 'init', '--quiet');
  await commitAll(folder);
  await git(folder, 'tag', 'v1');
  // What most versions change: the sample, the documentation, the code.
  await git(folder, 'rm', '--quiet', '-r', 'content/releases/2019');
  for (const file of ['README.md', 'content/site.yaml']) await writeFile(join(folder, file), '');
  await commitAll(folder);
  await git(folder, 'tag', 'v2');
  return folder;
}

/** An archive that uses v1 of the program, with a release of its own and a remote that takes its commits. */
async function archiveOf(t: TestContext, program: string, host: string) {
  const folder = await tempFolder(t);
  const archive = join(folder, 'archive');
  const site = 'https://press.example.org/repo/';
  const options = [
    '--program',
    program,
    '--office',
    'Senator Sample',
    '--host',
    host,
    '--site',
    site,
  ];
  const made = await runCommand('init', [archive, ...options], {});
  assert.equal(made.status, 0, made.stderr);
  const manifest = join(archive, 'package.json');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replace(/"version": "[^"]*"/, '"version": "v1"'));
  // Installed already, which takes a minute otherwise.
  await git(folder, 'clone', '--quiet', program, join(archive, '.program'));
  await symlink(resolve('node_modules'), join(archive, '.program', 'node_modules'));
  await mkdir(join(archive, 'content/releases/2017'));
  const release = madeRelease({ office: 'senator-sample' }, 'A pier opens.');
  await writeFile(join(archive, 'content/releases/2017/2017-11-22-words.md'), release);
  await git(archive, 'init', '--quiet');
  await commitAll(archive);
  const remote = join(folder, 'remote.git');
  await git(folder, 'init', '--quiet', '--bare', remote);
  await git(remote, 'config', 'receive.advertisePushOptions', 'true'); // as GitLab does
  await git(archive, 'remote', 'add', 'origin', remote);
  await git(archive, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  return { archive, remote };
}

/** Runs lines of a shell as hosts do: the first that fails ends it. */
function shell(cwd: string, script: string, environment: Record<string, string> = {}) {
  const settings = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...settings, ...environment },
  });
  return { status, output: stdout + stderr };
}

const withoutBash = process.platform === 'win32' && 'the scripts of hosts are for bash';

test(
  'an archive of its own is built below its address, and takes a new version of the program without a conflict',
  { skip: withoutBash },
  async (t) => {
    const program = await programRepository(t);
    const { archive } = await archiveOf(t, program, 'netlify');
    const upgraded = shell(archive, 'npm run upgrade');
    assert.equal(upgraded.status, 0, upgraded.output);
    assert.match(upgraded.output, /On the Record v1 became v2/);
    assert.match(upgraded.output, /1 release, 0 errors/);
    assert.equal(await git(archive, 'status', '--porcelain'), ' M package.json\n');
    assert.ok(!existsSync(join(archive, '.program/content/releases/2019')));
    assert.match(shell(archive, 'npm run upgrade').output, /the newest version: v2/);

    const netlify = await readFile(join(archive, 'netlify.toml'), 'utf8');
    const command = /^command = "(.+)"$/m.exec(netlify)?.[1] ?? assert.fail('no command');
    const built = shell(archive, command, { URL: 'https://other.example.org' });
    assert.equal(built.status, 0, built.output);
    const page = await readFile(join(archive, 'dist/releases/2017/11/22/words/index.html'), 'utf8');
    assert.match(page, /<link rel="canonical" href="https:\/\/press\.example\.org\/repo\/releases/);

    const back = shell(archive, 'npm run upgrade -- v1');
    assert.match(back.output, /v2 became v1/);
    assert.equal(await git(archive, 'status', '--porcelain'), '');
    assert.match(shell(archive, 'npm run upgrade -- v9').output, /has no version v9/);
  },
);

interface Step {
  run?: string;
  env?: Record<string, string>;
}

test(
  'what hosts run publishes the site, and commits what was recorded',
  { skip: withoutBash },
  async (t) => {
    const program = await programRepository(t);
    for (const [host, file, job] of [
      ['github-pages', '.github/workflows/publish.yml', 'publish'],
      ['cloudflare', '.github/workflows/record.yml', 'check'],
      ['gitlab', '.gitlab-ci.yml', 'pages'],
    ] as const) {
      const { archive, remote } = await archiveOf(t, program, host);
      const text = await readFile(join(archive, file), 'utf8');
      const workflow = parse(text) as {
        jobs?: Record<string, { steps: Step[] }>;
        pages?: { script: string[] };
      };
      const lines =
        workflow.jobs?.[job]?.steps.map(({ run }) => run) ?? workflow.pages?.script ?? [];
      const scripts = lines.filter((line) => line !== undefined);
      assert.ok(scripts.length >= 2, file);
      // GitLab has its own address for the remote, which this computer cannot reach.
      const rewrite = `url.${remote}.insteadOf`;
      const environment = {
        ...(host === 'gitlab' && { OUT_DIR: 'public' }),
        LEDGER_TOKEN: 'token',
        CI_SERVER_HOST: 'gitlab.example.org',
        CI_PROJECT_PATH: 'press/archive',
        CI_COMMIT_BRANCH: 'main',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: rewrite,
        GIT_CONFIG_VALUE_0: 'https://oauth2:token@gitlab.example.org/press/archive.git',
        GIT_CONFIG_KEY_1: 'receive.advertisePushOptions',
        GIT_CONFIG_VALUE_1: 'true',
      };
      for (const script of scripts) {
        const { status, output } = shell(archive, script, environment);
        assert.equal(status, 0, `${file}: ${script}\n${output}`);
      }
      assert.match(
        await git(remote, 'log', '--format=%s', 'main'),
        /^Record published statements\n/,
      );
      assert.match(await git(remote, 'show', 'main:content/ledger/2017.jsonl'), /2017-11-22-words/);
      if (host === 'gitlab') {
        await writeFile(
          join(archive, 'content/releases/2017/2017-11-23-more.md'),
          madeRelease({ office: 'senator-sample', date: '2017-11-23' }),
        );
        await commitAll(archive);
        const refused = shell(archive, scripts.join('\n'), { ...environment, LEDGER_TOKEN: '' });
        assert.equal(refused.status, 1);
        assert.match(refused.output, /not recorded\. Run npm run record/);
      }
    }
  },
);
