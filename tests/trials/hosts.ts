/**
 * Serves former addresses and a whole site as each host does, and prints what becomes of them.
 *
 * It installs the hosts' emulators in a temporary folder, or in the one given, and uses nginx and Apache
 * where they are installed: `npm run trial -- hosts [FOLDER]`. It ends with 1 where a host does other
 * than `check` says: leads to a wrong release, or nowhere without a warning; or where the site complains.
 */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, HOSTS } from '../../src/archive/hosts.ts';
import { hostFiles } from '../../src/publish/hosts/host-files.ts';
import { unreachableOn } from '../../src/publish/hosts/unreachable.ts';
import { ask } from '../support/ask.ts';
import { caseRedirects, caseSite, HOST_CASES, targetOf } from '../support/host-cases.ts';
import { EMULATORS, installEmulators, startEmulator } from '../support/host-emulators.ts';
import { builtSite } from '../support/site.ts';
import { type Ending, writeFiles } from '../support/temp-folder.ts';
import { trySite } from '../support/try-site.ts';
import { servedFolder, startServer, whyNot } from '../support/web-servers.ts';

const isPage = (path: string) => ['/', '/releases', '/offices'].includes(path);
/** What became of an address. */
type Outcome = 'redirect' | 'page' | '–' | 'WRONG' | 'not tried';

const home = await installEmulators(process.argv[2]);
const faults: string[] = [];
const table = new Map<string, Outcome[]>();
const columns: string[] = [];
for (const host of HOSTS) {
  const reason = host === 'nginx' || host === 'apache' ? whyNot(host) : false;
  if (reason !== false) console.log(`Left out: ${reason}`);
  // Netlify and Cloudflare share a file where no host is named.
  const isSharing = host === 'netlify' || host === 'cloudflare';
  for (const named of reason === false ? (isSharing ? [host, undefined] : [host]) : []) {
    const column = named === undefined ? `${host}, shared` : host;
    columns.push(column);
    console.error(`Trying ${column}`);
    await ending(async (t) => {
      const outcomes = await tryCases(t, host, named);
      for (const [n, outcome] of outcomes.entries()) {
        const kind = HOST_CASES[n]?.kind ?? '';
        table.set(kind, [...(table.get(kind) ?? []), outcome]);
      }
      const missed = unreachableOn(host, caseRedirects()).map(({ from }) => from);
      for (const [n, outcome] of outcomes.entries()) {
        const { kind, from } = HOST_CASES[n] ?? { kind: '', from: '' };
        if (outcome === 'not tried') continue;
        const isSaid = missed.includes(from);
        const isLed = outcome === 'redirect' || outcome === 'page';
        if (isLed === isSaid) {
          faults.push(
            `${column}: ${kind} ${outcome}, but check says ${isSaid ? 'never' : 'always'}`,
          );
        }
      }
    });
  }
}
const hasHeaders = (host: Host) => ['netlify', 'cloudflare', 'apache', 'nginx'].includes(host);
const content = await archiveWithFormerAddresses();
for (const host of HOSTS) {
  if ((host === 'nginx' || host === 'apache') && whyNot(host)) continue;
  console.error(`Trying a whole site on ${host}`);
  await ending(async (t) => {
    const folder = join(await servedFolder(t), 'site');
    await cp(await builtSite({ content }), folder, { recursive: true });
    const origin = await serve(t, host, folder);
    const hasCaching = host !== 'netlify'; // its emulator has it all asked for anew
    const wrong = await trySite(`${origin}/`, { folder, hasHeaders: hasHeaders(host), hasCaching });
    faults.push(...wrong.map((one) => `${host}: ${one}`));
  });
}

const line = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);
line(['address', ...columns]);
line(['---', ...columns.map(() => '---')]);
for (const [kind, outcomes] of table) line([`\`${kind.replaceAll('|', '\\|')}\``, ...outcomes]);
console.log(
  [...new Set(Object.values(EMULATORS).map(({ name, version }) => `${name} ${version}`))].join(
    ', ',
  ),
);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** The samples, with former addresses of both kinds: those with a query give Cloudflare a worker. */
async function archiveWithFormerAddresses(): Promise<string> {
  const file = 'releases/2019/2019-04-10-library-cards-for-every-first-grader.md';
  const folder = await mkdtemp(join(tmpdir(), 'hosts-'));
  await cp('content', folder, { recursive: true });
  const text = await readFile(join(folder, file), 'utf8');
  const aliases = 'aliases: [/news/library-cards/, "/view.php?id=7"]';
  await writeFile(join(folder, file), text.replace('\n---\n', `\n${aliases}\n---\n`));
  return folder;
}

async function tryCases(t: Ending, host: Host, named: Host | undefined): Promise<Outcome[]> {
  const site = join(await servedFolder(t), 'site');
  const files = hostFiles(caseRedirects(), { base: '/', host: named, isPage });
  await writeFiles(site, { ...caseSite(), ...files });
  const origin = await serve(t, host, site);
  const outcomes: Outcome[] = [];
  for (const [n, { asked, others = [], untried }] of HOST_CASES.entries()) {
    if (untried?.includes(host)) {
      outcomes.push('not tried');
      continue;
    }
    const found = await Promise.all(asked.map((path) => follow(origin, path, n)));
    const strays = await Promise.all(others.map((path) => follow(origin, path, n)));
    const worst = (['WRONG', '–', 'page', 'redirect'] as const).find((one) => found.includes(one));
    outcomes.push(
      strays.some((one) => one === 'redirect' || one === 'page') ? 'WRONG' : (worst ?? '–'),
    );
  }
  return outcomes;
}

/** What becomes of one request, followed as a browser would. */
async function follow(origin: string, path: string, n: number): Promise<Outcome> {
  let answer = await ask(origin, path);
  for (let step = 0; step < 5 && answer.location !== undefined; step++) {
    answer = await ask(origin, answer.location);
  }
  if (answer.location !== undefined) return 'WRONG'; // in a circle
  const [, release] = /<title>Release (\d+)</.exec(answer.body) ?? [];
  if (release !== undefined) return Number(release) === n ? 'redirect' : 'WRONG';
  const [, target] = /url=([^"]+)"/.exec(answer.body) ?? [];
  if (target !== undefined) return target === targetOf(n) ? 'page' : 'WRONG';
  return '–';
}

function serve(t: Ending, host: Host, site: string): Promise<string> {
  if (host === 'nginx' || host === 'apache') return startServer(t, host, { root: site });
  return startEmulator(t, host, { site, home });
}

/** Runs something, and takes away at its end what it was given. */
async function ending(run: (t: Ending) => Promise<void>): Promise<void> {
  const works: (() => unknown)[] = [];
  try {
    await run({ after: (work) => void works.push(work as () => unknown) });
  } finally {
    for (const work of works.reverse()) await work();
  }
}
