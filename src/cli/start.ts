import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { readSettings } from '../build/settings.ts';
import { siteConfig } from '../build/site-config.ts';
import { buildArchive } from './build.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm start

Builds the site if anything has changed since the last build, and serves it on this computer. PORT
chooses the port (default: 4321).`;

async function main(args: string[]): Promise<0 | 1> {
  parseArgs({ args, options: {} });
  const settings = readSettings(process.env);
  if ((await buildArchive(settings)) === 1) return 1;
  const { port, base } = settings;
  const server = await preview({
    ...siteConfig({ settings }),
    vite: { preview: { strictPort: true } },
    root: process.cwd(),
    configFile: false,
    logLevel: 'silent',
  }).catch((cause: NodeJS.ErrnoException) => {
    if (!/already in use|EADDRINUSE/.test(cause.message)) throw cause;
    throw new Error(`Port ${port} is taken by another program. Set PORT to a free one.`, { cause });
  });
  console.log(`The site is at http://localhost:${port}${base} (Ctrl+C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void server.stop().then(() => process.exit(0)));
  }
  await server.closed();
  return 0;
}

await run(main, USAGE);
