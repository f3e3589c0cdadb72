import { parseArgs } from 'node:util';
import { readSettings } from '../settings.ts';
import { headersOf } from '../publish/hosts/policy.ts';
import { serveLocally } from '../serve/serve-locally.ts';
import { siteHandler } from '../serve/site-handler.ts';
import { buildArchive } from './build.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm start

Builds the site if anything has changed since the last build, and serves it on this computer, to this
computer alone. PORT chooses the port (default: 4321).`;

async function main(args: string[]): Promise<0 | 1> {
  parseArgs({ args, options: {} });
  const settings = readSettings(process.env);
  if ((await buildArchive(settings)) === 1) return 1;
  const { port, base, outDir } = settings;
  const handler = siteHandler(outDir, { base, headers: headersOf });
  const server = await serveLocally(port, handler).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new Error(`Port ${port} is taken by another program. Set PORT to a free one.`, { cause });
  });
  console.log(`The site is at http://localhost:${port}${base} (Ctrl+C ends it)`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}

await run(main, USAGE);
