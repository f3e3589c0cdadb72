/** Kills build, record, import and new at random moments and at each file operation; what is left must be whole. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { finishReplacing } from '../../src/files/replace-files.ts';
import { digests } from '../support/folder-bytes.ts';
import { writeFiles } from '../support/temp-folder.ts';

const USAGE = `Usage: npm run trial -- kills [--rounds N] [--only NAME] [--seed N]

  --rounds N   kills of each kind: N at random moments, N spread over all file operations (default: 20)
  --only NAME  one of build-whole, build-changes, build-in-place, record, import, new
  --seed N     other random moments (default: 1)`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}
const rounds = Number(values.rounds);
let state = Number(values.seed);
/** A number from 0 to 1, the same for the same seed (Park and Miller's generator). */
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

interface Ended {
  status: number | null;
  milliseconds: number;
  output: string;
}

/** Runs a command of ours as the launcher does; `after` milliseconds later it is killed. */
async function runCommand(
  args: string[],
  environment: NodeJS.ProcessEnv,
  after?: number,
): Promise<Ended> {
  const start = performance.now();
  const [command = '', ...rest] = args;
  const script = ['--import', './tests/support/kill-at.ts', `src/cli/${command}.ts`, ...rest];
  const child = spawn(process.execPath, script, {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  if (after !== undefined) {
    await Promise.race([pause(after), ended]);
    child.kill('SIGKILL');
  }
  const [status] = await ended;
  return { status, milliseconds: performance.now() - start, output };
}

/** What is killed, and what must be true of it afterwards. */
interface Scenario {
  name: string;
  args: string[];
  /** Lays out the state before the command in an empty folder. */
  prepare(home: string): Promise<void>;
  environment(home: string): Record<string, string>;
  /** Below `home`: what must be as before or as after, as one. */
  whole: string;
  /** Below `home`: what may be part of the way, each file as before or as after. */
  perFile?: string;
  /** Whether between the kill and the next run old and new may be mixed. */
  mayBeMixed?: boolean;
  /** What every command does first that reads the archive, before what it finds is judged. */
  read?(home: string): Promise<void>;
}

const release = (n: number, words: string) => `---
title: Sample release number ${n}
date: 2019-05-${String(10 + n)}
office: office-of-samples
contact: { name: Press Desk, phone: (916) 555-0100 }
---
The first ${words} paragraph of the sample release with the number ${n}.

A second paragraph says the same in other words, ${words} once more.
`;
const archive = (words: string) => ({
  'content/offices/office-of-samples.yaml': 'name: Office of Samples\n',
  'content/media/2019/letter.txt': 'A letter.',
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, n) => [
      `content/releases/2019/2019-05-${10 + n}-sample-${n}.md`,
      release(n, words).replace(
        'A second',
        n === 0 ? '[A letter](/media/2019/letter.txt).\n\nA second' : 'A second',
      ),
    ]),
  ),
});
const folders = (home: string) => ({
  CONTENT_DIR: join(home, 'content'),
  OUT_DIR: join(home, 'site'),
  CACHE_DIR: join(home, 'cache'),
});

/** A site that was built twice, so that the site before waits, and an archive that has been edited since. */
async function prepareBuild(home: string) {
  for (const words of ['very old', 'old', 'new']) {
    await writeFiles(home, archive(words));
    if (words !== 'new') await succeed(['build'], folders(home));
    if (words === 'old') await writeFiles(home, { 'site/CNAME': 'press.example.org' });
  }
}

const SCENARIOS: Scenario[] = [
  {
    name: 'build-whole',
    args: ['build'],
    async prepare(home) {
      await prepareBuild(home);
      await rm(join(home, 'cache/last-build.json')); // then nothing is known of the site
    },
    environment: folders,
    whole: 'site',
  },
  {
    name: 'build-changes',
    args: ['build'],
    prepare: prepareBuild,
    environment: folders,
    whole: 'site',
  },
  {
    name: 'build-in-place',
    args: ['build'],
    async prepare(home) {
      await writeFiles(home, archive('old'));
      await succeed(['build'], folders(home));
      await writeFiles(home, {
        ...archive('new'),
        'site/.git/HEAD': 'ref',
        'site/CNAME': 'press.example.org',
      });
    },
    environment: folders,
    whole: 'site',
    mayBeMixed: true,
  },
  {
    name: 'record',
    args: ['record'],
    async prepare(home) {
      await writeFiles(home, archive('old'));
      await succeed(['record'], folders(home));
      await writeFiles(home, archive('new'));
    },
    environment: folders,
    whole: 'content',
    read: (home) => finishReplacing(join(home, 'content')),
  },
  {
    name: 'import',
    args: [
      'import',
      'HOME/letters',
      '--office',
      'office-of-samples',
      '--accept-guesses',
      '--contact-name',
      'Press Desk',
      '--contact-phone',
      '(916) 555-0100',
    ],
    async prepare(home) {
      const letters = Array.from({ length: 8 }, (_, n) => [
        `letters/2018-03-${10 + n} letter.txt`,
        `FOR IMMEDIATE RELEASE\nMarch ${10 + n}, 2018\n\nSAMPLE BRIDGE NUMBER ${n} OPENS\n\nSALEM – The bridge with the number ${n} opens tomorrow morning, the office said. It is made of wood.\n\nIt was closed for ${n + 2} years.\n\n###\n`,
      ]);
      await writeFiles(home, {
        ...archive('old'),
        ...(Object.fromEntries(letters) as Record<string, string>),
      });
    },
    environment: folders,
    whole: 'nothing',
    perFile: 'content',
  },
  {
    name: 'new',
    args: [
      'new',
      '--title',
      'A Sample Of Something New',
      '--office',
      'office-of-samples',
      '--date',
      '2019-06-01',
      '--contact-name',
      'Press Desk',
      '--contact-phone',
      '(916) 555-0100',
    ],
    prepare: (home) => writeFiles(home, archive('old')),
    environment: folders,
    whole: 'content',
  },
];

async function succeed(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const { status, output, milliseconds } = await runCommand(args, environment);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${output}`);
  return milliseconds;
}

/** Drafts of killed commands, which no command reads and the next one deletes. */
const DRAFT = /(?:^|\/)\.(?:draft|replacing)-/;

/** The digests of files, by their paths; none where there is no such folder. */
async function stateOf(home: string, path: string): Promise<Record<string, string>> {
  const files: Record<string, string> = await digests(join(home, path)).catch(() => ({}));
  return Object.fromEntries(Object.entries(files).filter(([file]) => !DRAFT.test(file)));
}

interface Outcome {
  kills: number;
  old: number;
  new: number;
  mixed: number;
  faults: string[];
}

async function tryScenario(scenario: Scenario): Promise<Outcome> {
  const root = await mkdtemp(join(tmpdir(), 'on-the-record-kills-'));
  const outcome: Outcome = { kills: 0, old: 0, new: 0, mixed: 0, faults: [] };
  try {
    const home = join(root, 'home');
    await writeFiles(home, {});
    await scenario.prepare(home);
    const work = resolveWork();
    const before = { home: join(root, 'before'), works: join(root, 'works') };
    await cp(home, before.home, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    });
    const args = scenario.args.map((arg) => arg.replace('HOME', home));
    const environment = scenario.environment(home);
    const reset = async () => {
      await rm(home, { recursive: true, force: true });
      await cp(before.home, home, {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
      });
    };
    const oldWhole = await stateOf(home, scenario.whole);
    const oldFiles = await stateOf(home, scenario.perFile ?? 'nothing');
    const counter = join(root, 'count');
    const milliseconds = await succeed(args, { ...environment, COUNT_INTO: counter });
    const operations = Number(await readFile(counter, 'utf8'));
    const newWhole = await stateOf(home, scenario.whole);
    const newFiles = await stateOf(home, scenario.perFile ?? 'nothing');

    const judge = async (how: string) => {
      outcome.kills++;
      await scenario.read?.(home);
      const whole = await stateOf(home, scenario.whole);
      const files = await stateOf(home, scenario.perFile ?? 'nothing');
      const report = (fault: string) => outcome.faults.push(`${scenario.name}, ${how}: ${fault}`);
      const isAs = (expectedWhole: object, expectedFiles: object) =>
        isDeepStrictEqual(whole, expectedWhole) && isDeepStrictEqual(files, expectedFiles);
      if (isAs(oldWhole, oldFiles)) outcome.old++;
      else if (isAs(newWhole, newFiles)) outcome.new++;
      else {
        outcome.mixed++;
        if (!scenario.mayBeMixed && scenario.perFile === undefined)
          report(`${scenario.whole} is neither as before nor as after`);
      }
      for (const [path, digest] of Object.entries(oldFiles)) {
        if (files[path] !== digest) report(`${path} is not as before`);
      }
      for (const [path, digest] of Object.entries(files)) {
        if (oldFiles[path] !== digest && newFiles[path] !== digest)
          report(`${path} is half-written`);
      }
      const isNewCommand = scenario.name === 'new'; // a second time it refuses to write over the first
      const next = await runCommand(args, environment);
      if (next.status !== 0 && !isNewCommand)
        report(`the next run ended with ${next.status}: ${next.output.slice(-300)}`);
      if (!isDeepStrictEqual(await stateOf(home, scenario.whole), newWhole))
        report('after the next run it is not as it should be');
      if (!isDeepStrictEqual(await stateOf(home, scenario.perFile ?? 'nothing'), newFiles))
        report('after the next run files are not as they should be');
      const left = await readdir(work).catch(() => []);
      const works = left.filter((name) => name.startsWith('work-'));
      if (works.length > 0) report(`work folders are left: ${works.join(', ')}`);
      const strays = (await readdir(home)).filter((name) => name.startsWith('.'));
      if (strays.length > 0) report(`beside the site is left: ${strays.join(', ')}`);
    };

    for (let round = 0; round < rounds; round++) {
      await reset();
      const after = Math.round(random() * milliseconds * 1.1);
      await runCommand(args, environment, after);
      await judge(`killed after ${after} ms`);
    }
    const steps = Math.min(rounds, 2 * operations);
    for (let step = 0; step < steps; step++) {
      await reset();
      // Towards the end lie the operations that change the site; so each of the last ones is tried.
      const half = Math.floor(step / 2);
      const isSpread = rounds < 2 * operations && step % 4 < 2;
      const at = isSpread ? 1 + Math.floor(random() * operations) : Math.max(1, operations - half);
      const when = step % 2 === 0 ? 'before' : 'after';
      await runCommand(args, { ...environment, KILL_AT: String(at), KILL_WHEN: when });
      await judge(`killed ${when} operation ${at} of ${operations}`);
    }
    return outcome;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Where builds work: see `WORK_FOLDERS` in src/site-output/build-site.ts. */
const resolveWork = () => join('node_modules', '.cache', 'on-the-record', 'builds');

const chosen = SCENARIOS.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0 || !(rounds > 0)) {
  console.error(USAGE);
  process.exit(2);
}
const faults: string[] = [];
console.log('command          kills   as before   as after   mixed   faults');
for (const scenario of chosen) {
  const { kills, old, new: after, mixed, faults: own } = await tryScenario(scenario);
  const cells = [
    scenario.name.padEnd(14),
    ...[kills, old, after, mixed, own.length].map((n) => String(n).padStart(8)),
  ];
  console.log(cells.join(' '));
  for (const fault of own.slice(0, 20)) console.log(`  ${fault}`);
  faults.push(...own);
}
process.exitCode = faults.length === 0 ? 0 : 1;
