/** Points OUT_DIR, CONTENT_DIR and CACHE_DIR at places where a build could do harm, or cannot write. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  cp,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { digests } from '../support/folder-bytes.ts';
import { type Files, writeFiles } from '../support/temp-folder.ts';

/** The user and group "nobody" of Linux systems. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const MEGABYTE = 2 ** 20;

const ARCHIVE: Files = {
  'archive/offices/office-of-samples.yaml': 'name: Office of Samples\n',
  'archive/media/letter.txt': 'A letter.',
  'archive/releases/2019/2019-05-10-sample.md': release('A first paragraph of a sample release.'),
};

function release(text: string): string {
  return `---\ntitle: A sample release\ndate: 2019-05-10\noffice: office-of-samples\ncontact: { name: Press Desk, phone: (916) 555-0100 }\n---\n\n${text}\n`;
}

interface Ended {
  status: number | null;
  output: string;
}

async function run(
  command: string[],
  environment: NodeJS.ProcessEnv,
  user?: number,
): Promise<Ended> {
  const [name = '', ...args] = command;
  const child = spawn(process.execPath, [`src/cli/${name}.ts`, ...args], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output };
}

/** What a folder holds: digests of files, targets of links, kinds of all else. */
async function stateOf(folder: string): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  const walk = async (path: string) => {
    const found = await lstat(path).catch(() => undefined);
    const name = relative(folder, path);
    if (found === undefined) return;
    if (found.isSymbolicLink()) state[name] = `link to ${await readlink(path)}`;
    else if (found.isFile()) state[name] = (await readFile(path)).toString('base64');
    else if (!found.isDirectory()) state[name] = 'special';
    else {
      state[name] = 'folder';
      for (const entry of await readdir(path)) await walk(join(path, entry));
    }
  };
  await walk(folder);
  return state;
}

let failures = 0;
function tell(what: string, isWell: boolean, more = '') {
  if (!isWell) failures++;
  console.log(
    `${isWell ? 'ok  ' : 'FAIL'}  ${what}${isWell || more === '' ? '' : `\n      ${more}`}`,
  );
}

/** Each is refused with exit status 2 before anything is written. */
async function refusals(user?: number) {
  const home = await mkdtemp(join(tmpdir(), 'on-the-record-folders-'));
  await chmod(home, 0o777);
  const cases: Record<string, string> = {
    'a home-like folder': 'person',
    'a checkout with .git and CNAME': 'checkout',
    'a folder with one file': 'one',
    'a folder with a hidden file': 'hidden',
    'a folder with an empty folder': 'nested',
    'another program’s site': 'web',
    'half of a site': 'half',
    'a regular file': 'file.txt',
    'a link to a file': 'to-file',
    'a link to a full folder': 'to-person',
    'a socket': 'socket',
    'the archive': 'archive',
    'the archive’s releases': 'archive/releases',
    'a new folder in the archive': 'archive/site',
    'a link to the archive': 'to-archive',
    'a link into the archive': 'to-releases',
    'a link to nothing in the archive': 'to-nothing',
    'the archive by way of a linked folder': 'around/archive',
    'the folder that holds the archive': '.',
    'the cache': 'cache',
    'the folder that holds the cache': 'holds',
    'the root of the disk': '/',
    'a device': '/dev/null',
    'the home folder': homedir(),
    'what holds the home folders': '/home',
    'a folder of the system': '/etc',
    'kernel files': '/proc',
    'the program': resolve(),
    'the program’s code': resolve('src'),
    'the sample archive': resolve('content'),
    'its packages': resolve('node_modules'),
    'the program’s history': resolve('.git'),
    'a circle of links': 'circle',
  };
  await writeFiles(home, {
    ...ARCHIVE,
    'person/.bashrc': 'x',
    'person/letters/one.txt': 'x',
    'checkout/.git/HEAD': 'ref',
    'checkout/CNAME': 'press.example.org',
    'one/a.txt': 'x',
    'hidden/.keep': '',
    'nested/empty/': '',
    'web/index.html': 'x',
    'half/data/sha256sums.txt': '',
    'file.txt': 'x',
    'to-file': { link: 'file.txt' },
    'to-person': { link: 'person' },
    'to-archive': { link: 'archive' },
    'to-releases': { link: 'archive/releases' },
    'to-nothing': { link: 'archive/site' },
    around: { link: '.' },
    'cache/': '',
    'holds/cache/': '',
    circle: { link: 'circle' },
  });
  const server = createServer().listen(join(home, 'socket'));
  await once(server, 'listening');
  const before = await stateOf(home);
  let refused = 0;
  for (const [name, path] of Object.entries(cases)) {
    const outDir = resolve(home, path);
    const cacheDir = join(
      home,
      name === 'the folder that holds the cache' ? 'holds/cache' : 'cache',
    );
    const { status, output } = await run(
      ['build'],
      {
        CONTENT_DIR: join(home, 'archive'),
        OUT_DIR: path === '.' ? home : outDir,
        CACHE_DIR: cacheDir,
      },
      user,
    );
    const isRefused = status === 2 && /cannot be/.test(output);
    if (isRefused) refused++;
    if (!isRefused) tell(`${name} is refused`, false, `${status}: ${output.slice(0, 300)}`);
  }
  const isSame = isDeepStrictEqual(await stateOf(home), before);
  const who = user === undefined ? 'this user' : 'nobody';
  tell(
    `${refused} of ${Object.keys(cases).length} places are refused (as ${who}), and nothing is touched`,
    isSame && refused === Object.keys(cases).length,
  );
  server.close();
  await rm(home, { recursive: true });
}

/** Runs with something mounted, which is taken away again. */
async function mounted(args: string[], point: string, work: () => Promise<void>) {
  const { status, stderr } = spawnSync('mount', [...args, point]);
  if (status !== 0) {
    console.log(`skip  ${args.join(' ')}: ${String(stderr).trim()}`);
    return;
  }
  try {
    await work();
  } finally {
    spawnSync('umount', [point]);
  }
}

async function withArchive(
  work: (home: string, settings: Record<string, string>) => Promise<void>,
) {
  const home = await mkdtemp(join(tmpdir(), 'on-the-record-folders-'));
  await writeFiles(home, ARCHIVE);
  const folder = (name: string) => join(home, name);
  const settings = {
    CONTENT_DIR: folder('archive'),
    OUT_DIR: folder('site'),
    CACHE_DIR: folder('cache'),
  };
  try {
    await work(home, settings);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Whether no file of a site is missing or changed; one that no build wrote may be there. */
const isWhole = async (site: string) =>
  / 0 missing, 0 changed, .* 0 problems/.test((await run(['verify', site], {})).output);
const edit = (home: string, text: string) =>
  writeFiles(home, { 'archive/releases/2019/2019-05-10-sample.md': release(text) });

/** A site on a disk of its own, as a Docker volume is: built, edited, and built again. */
async function mountPoints() {
  for (const kind of ['tmpfs', 'bind'] as const) {
    await withArchive(async (home, settings) => {
      await writeFiles(home, { 'site/': '', 'volume/': '' });
      const args = kind === 'tmpfs' ? ['-t', 'tmpfs', 'tmpfs'] : ['--bind', join(home, 'volume')];
      await mounted(args, settings['OUT_DIR'] ?? '', async () => {
        const first = await run(['build'], settings);
        await edit(home, 'Other words in a sample release.');
        await writeFile(join(home, 'site/CNAME'), 'press.example.org');
        const second = await run(['build'], settings);
        const site = join(home, 'site');
        const files = await readdir(site);
        const isWell =
          first.status === 0 &&
          second.status === 0 &&
          files.includes('CNAME') &&
          (await isWhole(site));
        tell(
          `a mount point (${kind}) takes a site and its changes`,
          isWell,
          first.output + second.output,
        );
      });
      await writeFiles(home, { 'site/below/': '' });
      await mounted(args, join(home, 'site/below'), async () => {
        const { status, output } = await run(['build'], settings);
        tell(
          `what holds a mount point (${kind}) is refused`,
          status === 2 && /cannot be/.test(output),
          output,
        );
      });
    });
  }
}

/** A site whose parent may not be written to, as a web server's document root. */
async function unwritableParent() {
  await withArchive(async (home, settings) => {
    await writeFiles(home, { 'srv/site/': '' });
    const outDir = join(home, 'srv/site');
    spawnSync('mount', ['--bind', join(home, 'srv'), join(home, 'srv')]);
    spawnSync('mount', ['--bind', outDir, outDir]);
    spawnSync('mount', ['-o', 'remount,ro,bind', join(home, 'srv')]);
    try {
      const { status, output } = await run(['build'], { ...settings, OUT_DIR: outDir });
      tell(
        'a folder in a read-only one takes a site',
        status === 0 && (await isWhole(outDir)),
        output,
      );
    } finally {
      spawnSync('umount', [outDir]);
      spawnSync('umount', [join(home, 'srv')]);
    }
  });
}

/** A full disk, and one that is only read, for each of the three folders. */
async function disks() {
  const small = (bytes: number) => ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs'];
  await withArchive(async (home, settings) => {
    const site = join(home, 'site');
    await writeFiles(home, { 'disk/': '' });
    await mounted(small(3 * MEGABYTE), join(home, 'disk'), async () => {
      const on = { ...settings, OUT_DIR: join(home, 'disk/site') };
      const first = await run(['build'], on);
      const before = await digests(join(home, 'disk/site'));
      const { bavail, bsize } = await import('node:fs').then(({ statfsSync }) =>
        statfsSync(join(home, 'disk')),
      );
      await writeFile(join(home, 'disk/filler'), Buffer.alloc(Math.max(0, bavail * bsize - 8192)));
      await edit(home, 'Other words in a sample release.');
      const second = await run(['build'], on);
      const isSame = isDeepStrictEqual(await digests(join(home, 'disk/site')), before);
      tell(
        'OUT_DIR full: an error, and the old site is whole',
        first.status === 0 && second.status === 1 && isSame,
        first.output + second.output,
      );
      const left = (await readdir(join(home, 'disk'))).sort();
      tell(
        'OUT_DIR full: nothing is left beside it',
        isDeepStrictEqual(left, ['filler', 'site']),
        left.join(),
      );
      await rm(join(home, 'disk/filler'));
      const third = await run(['build'], on);
      tell(
        'OUT_DIR full: with room again the next build is clean',
        third.status === 0 && (await isWhole(join(home, 'disk/site'))),
        third.output,
      );
      spawnSync('mount', ['-o', 'remount,ro', join(home, 'disk')]);
      await edit(home, 'Once more other words in a sample release.');
      const fourth = await run(['build'], on);
      tell(
        'OUT_DIR read-only: an error that says so',
        fourth.status !== 0 && /read-only|EROFS/i.test(fourth.output),
        fourth.output,
      );
      spawnSync('mount', ['-o', 'remount,rw', join(home, 'disk')]);
    });
    await rm(site, { recursive: true, force: true });
  });
  for (const [kind, size] of Object.entries({
    'full at once': 8192,
    'full midway': 200_000,
    roomy: 50 * MEGABYTE,
  })) {
    await withArchive(async (home, settings) => {
      await writeFiles(home, { 'cache/': '' });
      await mounted(small(size), settings['CACHE_DIR'] ?? '', async () => {
        const { status, output } = await run(['build'], settings);
        const warnings = output.match(/CACHE_DIR .* cannot be written to/g)?.length ?? 0;
        const isWell =
          status === 0 &&
          warnings === (kind === 'roomy' ? 0 : 1) &&
          (await isWhole(join(home, 'site')));
        tell(`CACHE_DIR ${kind}: the build ends well, with ${warnings} warning`, isWell, output);
        spawnSync('mount', ['-o', 'remount,ro', settings['CACHE_DIR'] ?? '']);
        await edit(home, 'Other words in a sample release.');
        const second = await run(['build'], settings);
        tell(
          `CACHE_DIR ${kind}, then read-only: likewise`,
          second.status === 0 && (await isWhole(join(home, 'site'))),
          second.output,
        );
      });
    });
  }
  await withArchive(async (home, settings) => {
    const { status, output } = await run(['build'], {
      ...settings,
      CACHE_DIR: join('/proc', 'on-the-record'),
    });
    tell('CACHE_DIR where no folder can be: the build ends well', status === 0, output);
    const other = await run(['build'], { ...settings, OUT_DIR: join('/proc', 'on-the-record') });
    tell(
      'OUT_DIR where no folder can be: an error',
      other.status !== 0 && other.status !== null,
      other.output,
    );
    await rm(home, { recursive: true, force: true });
  });
  await withArchive(async (home, settings) => {
    await writeFiles(home, {
      'disk/': '',
      'letter.txt':
        'FOR IMMEDIATE RELEASE\nMarch 10, 2018\n\nSAMPLE BRIDGE OPENS\n\nSALEM – The sample bridge opens tomorrow morning, the office said. It is made of wood.\n\n###\n',
    });
    await mounted(small(MEGABYTE), join(home, 'disk'), async () => {
      const content = join(home, 'disk/archive');
      await cp(join(home, 'archive'), content, { recursive: true });
      const on = { ...settings, CONTENT_DIR: content };
      const { bavail, bsize } = await import('node:fs').then(({ statfsSync }) =>
        statfsSync(content),
      );
      await writeFile(join(home, 'disk/filler'), Buffer.alloc(bavail * bsize));
      const contact = [
        '--contact-name',
        'Press Desk',
        '--contact-phone',
        '(916) 555-0100',
        '--office',
        'office-of-samples',
      ];
      const commands = [
        ['record'],
        ['new', '--title', 'Another', '--date', '2019-06-01', ...contact],
        ['import', join(home, 'letter.txt'), '--accept-guesses', ...contact],
      ];
      const before = await digests(content);
      for (const command of commands) {
        const full = await run(command, on);
        const isSame = isDeepStrictEqual(await digests(content), before);
        tell(
          `CONTENT_DIR full: ${command[0]} ends with an error, the archive is as it was`,
          full.status !== 0 && full.status !== null && isSame,
          `${full.status} ${full.output}`,
        );
      }
      await rm(join(home, 'disk/filler'));
      spawnSync('mount', ['-o', 'remount,ro', join(home, 'disk')]);
      for (const command of commands) {
        const { status, output } = await run(command, on);
        tell(
          `CONTENT_DIR read-only: ${command[0]} ends with an error that says so`,
          status !== 0 && status !== null && /read-only|EROFS/i.test(output),
          output,
        );
      }
      const built = await run(['build'], on);
      tell('CONTENT_DIR read-only: the build ends well', built.status === 0, built.output);
      spawnSync('mount', ['-o', 'remount,rw', join(home, 'disk')]);
      for (const command of commands) {
        const { status, output } = await run(command, on);
        tell(`CONTENT_DIR with room again: ${command[0]} ends well`, status === 0, output);
      }
    });
  });
}

const PARTS = {
  refusals,
  refusalsAsNobody: () => refusals(NOBODY),
  mountPoints,
  unwritableParent,
  disks,
};
const only = process.argv[2];
for (const [name, part] of Object.entries(PARTS)) {
  if (only !== undefined && only !== name) continue;
  if (process.platform !== 'linux') console.log(`skip  ${name} needs Linux`);
  else if (name !== 'refusals' && !isRoot) console.log(`skip  ${name} needs root`);
  else await part();
}
process.exitCode = failures === 0 ? 0 : 1;
