import { spawnSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { editorSettings, UNKNOWN_OWNER } from '../archive/editor-settings.ts';
import { slugFromTitle } from '../archive/new-release.ts';
import { siteSchema } from '../archive/site.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { UsageError } from '../settings.ts';
import { starterWords } from '../starter/starter-words.ts';
import {
  type Starter,
  STARTER_HOSTS,
  type StarterHost,
  starterFiles,
} from '../starter/starter-files.ts';
import { asTyped } from './as-typed.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

const USAGE = `Usage: npm run init -- DIR [OPTION...]

Starts an empty archive of your own in DIR, a folder that is missing or empty: a first office, a README for those
who write, and what publishes it. On a terminal it asks for what is missing.
  --office NAME         the name of the office (default: First Office, in the language of the site)
  --member NAME         the name of its member
  --member-title TITLE  as in Assemblymember
  --title TITLE         the name of the archive (default: that of the office)
  --language TAG        of the site and of what it begins with: en, es, fr, vi, zh-Hant … (default: en)
  --timezone ZONE       in which its days begin and end (default: that of this computer)
  --editor              adds /admin/, a page on which releases are written in a browser
  --repository NAME     for --editor: the owner and the name of the archive's repository on GitHub or GitLab, as in
                        sample-office/press-archive
  --host HOST           where it will be published: ${STARTER_HOSTS.join(', ')}; again
                        for several (default: github-pages)
  --site ADDRESS        the address there, as in https://press.example.org/archive/, if it is known
  --program ADDRESS     where git finds this program (default: where this copy came from)`;

const OPTIONS = {
  office: { type: 'string' },
  member: { type: 'string' },
  'member-title': { type: 'string' },
  title: { type: 'string' },
  language: { type: 'string', default: 'en' },
  timezone: { type: 'string' },
  host: { type: 'string', multiple: true },
  editor: { type: 'boolean', default: false },
  repository: { type: 'string' },
  site: { type: 'string' },
  program: { type: 'string' },
} as const;

const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [typed, ...more] = positionals;
  if (typed === undefined) throw new UsageError('Name the folder of the new archive.');
  if (more.length > 0) throw new UsageError(`Name one folder only; ${more.join(' ')} is more.`);
  const folder = resolve(asTyped(typed, process.env));
  refuseUsed(folder);
  const known = readOptions(values);
  const answers = Terminal.isThere() ? await ask(values) : {};
  const { office: name = starterWords(known.language).office, member = values.member } = {
    ...values,
    ...answers,
  };
  // It is the address of the office, and what every release calls it: the member's name is shorter.
  const slug = slugFromTitle(member ?? name) || slugFromTitle(name) || 'first-office';
  const starter: Starter = {
    ...known,
    title: values.title ?? name,
    slug,
    office: { name, member, title: values['member-title'] },
    editor: values.editor
      ? { repository: values.repository ?? `${UNKNOWN_OWNER}/${slug}-archive` }
      : undefined,
    program: programOf(values.program, folder),
  };
  for (const [path, text] of starterFiles(starter)) await writeNewFile(join(folder, path), text);
  console.log(`An archive of ${name} is in ${folder}.`);
  if (starter.editor && values.repository === undefined) {
    console.log(
      'Name your repository in content/site.yaml, under editor: the page /admin/ needs it.',
    );
  }
  console.log(`Next: cd ${typed}, then npm start. README.md there says how to write and publish.`);
  return 0;
}

/** @throws {UsageError} if there is anything in the folder that could be lost or mixed up. */
function refuseUsed(folder: string) {
  if (!relative(PROGRAM, folder).startsWith('..')) {
    throw new UsageError(
      `${folder} is inside the program: choose a folder beside it, as in ../archive`,
    );
  }
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new UsageError(`${folder} cannot be used: ${message}`);
  }
  const used = names.filter((name) => name !== '.git');
  if (used.length > 0) {
    throw new UsageError(
      `${folder} is not empty (${used.slice(0, 3).join(', ')}): choose a new folder`,
    );
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** @throws {UsageError} that names each option that cannot be right. */
function readOptions(values: Values) {
  const { language = 'en', timezone, host = ['github-pages'], site } = values;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const faults: string[] = [];
  const read = siteSchema.safeParse({ language, timezone: timezone ?? here });
  for (const { path, message } of read.error?.issues ?? []) {
    faults.push(`--${path.join('.')} ${message}`);
  }
  const isKnown = (name: string): name is StarterHost =>
    STARTER_HOSTS.some((known) => known === name);
  for (const name of host.filter((name) => !isKnown(name))) {
    faults.push(`--host cannot be ${name}; it is one of ${STARTER_HOSTS.join(', ')}`);
  }
  if (site !== undefined && !/^https?:$/.test(URL.parse(site)?.protocol ?? '')) {
    faults.push(
      `--site cannot be ${site}; give an address as in https://press.example.org/archive/`,
    );
  }
  faults.push(...editorFaults(values));
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return { language, timezone: timezone ?? here, hosts: host.filter(isKnown), site };
}

function editorFaults({ editor, repository, host = [] }: Values): string[] {
  if (repository === undefined) return [];
  if (!editor) return ['--repository is for --editor: add it'];
  const backend = host[0] === 'gitlab' ? 'gitlab' : 'github';
  const { error } = editorSettings.safeParse({ backend, repository });
  return (error?.issues ?? []).map(({ message }) => `--repository ${message}`);
}

async function ask(values: Values): Promise<{ office?: string; member?: string }> {
  const answers: { office?: string; member?: string } = {};
  const terminal = new Terminal();
  try {
    if (values.office === undefined) answers.office = await terminal.ask('Name of the office');
    if (values.member === undefined) {
      const member = await terminal.ask('Name of its member', { empty: 'none' });
      if (member !== '') answers.member = member;
    }
  } finally {
    terminal.close();
  }
  return answers;
}

/** Where the archive gets the program from: the repository of this copy, in the version of this copy. */
function programOf(given: string | undefined, folder: string): Starter['program'] {
  const git = (...words: string[]) => {
    const { status, stdout } = spawnSync('git', words, { cwd: PROGRAM, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : '';
  };
  // Else it may have been copied into the repository of something else.
  const isOwn = realPath(git('rev-parse', '--show-toplevel') || '/') === realPath(PROGRAM);
  const version = isOwn ? git('rev-parse', 'HEAD') : '';
  const origin = git('remote', 'get-url', 'origin');
  if (version === '') {
    throw new UsageError(
      'This copy of the program was not made by git clone, so a new archive cannot say which version it uses: clone the repository, and start the command there',
    );
  }
  const isAddress = /^(?:[a-z+]+:\/\/|[^/\\:@]+@[^/\\:]+:)/i.test(given ?? origin);
  if (!isAddress) {
    console.error(
      'warning: this copy of the program has no address that other computers know; publishing needs one: give it with --program, or in package.json (onTheRecord.repository)',
    );
  }
  return { repository: given ?? (isAddress ? origin : relative(folder, PROGRAM)), version };
}

const realPath = (path: string) => realpathSync.native(path);

await run(main, USAGE);
