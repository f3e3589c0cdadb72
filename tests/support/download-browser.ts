import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserProgram } from './browsers-here.ts';

const LIMIT = 10 * 60 * 1000; // milliseconds for about 170 MB

/**
 * Downloads Playwright's own browser.
 * @throws {Error} with the reason if that fails.
 */
export async function downloadBrowser(): Promise<BrowserProgram> {
  console.error('No browser was found: Playwright downloads one.');
  const home = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const args = [join(home, 'cli.js'), 'install', 'chromium'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 2, 'pipe'], timeout: LIMIT });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    const reasons = new Set(said.split('\n').filter((line) => line.startsWith('Error')));
    throw new Error([...reasons].join(' ') || 'the download did not end in time');
  }
  return { executablePath: chromium.executablePath() };
}
