import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Command, Cost } from '../builds/measure.ts';
import { TreeMemory, treeCpu } from '../builds/process-tree.ts';

const POLL = 50; // milliseconds between two looks at the page
const PATIENCE = 300_000; // milliseconds

/** What the preview costs until it shows its first page, and until it shows an edit. */
export interface PreviewCosts {
  first: Cost;
  edit: Cost;
}

/**
 * Starts the preview, and looks at the page of a release until it is there, and then until it has one statement more.
 * @param preview the command for a port.
 * @param path of the page.
 * @param edit adds a statement to the release.
 */
export async function measurePreview(
  preview: (port: string) => Command,
  { path, edit }: { path: string; edit: () => Promise<unknown> },
): Promise<PreviewCosts> {
  const port = String(await freePort());
  const { program, args, folder, environment } = preview(port);
  const start = performance.now();
  const server = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    stdio: 'ignore',
  });
  const memory = new TreeMemory(server.pid ?? -1);
  const shows = async (isShown: (html: string) => boolean) => {
    const end = performance.now() + PATIENCE;
    while (performance.now() < end) {
      if (server.exitCode !== null) throw new Error('The preview has ended');
      const html = await fetch(`http://localhost:${port}${path}`)
        .then(async (response) => (response.ok ? await response.text() : ''))
        .catch(() => ''); // not started yet
      memory.sample();
      if (isShown(html)) return;
      await setTimeout(POLL);
    }
    throw new Error(`The preview has not shown ${path} in time`);
  };
  const costSince = (when: number, cpu: number): Cost => ({
    seconds: (performance.now() - when) / 1000,
    cpu: treeCpu(server.pid ?? -1, cpu),
    largest: memory.largest || undefined,
    all: memory.all || undefined,
  });
  try {
    let before = 0;
    await shows((html) => (before = statementsIn(html)) > 0);
    const first = costSince(start, 0);
    const edited = performance.now();
    await edit();
    await shows((html) => statementsIn(html) > before);
    return { first, edit: costSince(edited, first.cpu ?? 0) };
  } finally {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }
}

const statementsIn = (html: string) => html.match(/ id="s-/g)?.length ?? 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
