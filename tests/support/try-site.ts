import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CONTENT_POLICY } from '../../src/publish/hosts/policy.ts';
import { webCopy } from '../../src/publish/verify/copies.ts';
import { verifyCopy } from '../../src/publish/verify/verify-copy.ts';
import { ask } from './ask.ts';
import { launchBrowser } from './browser.ts';

const PICTURE = 'media/2019/sample-point-tide-gauge-chart.png';
const PAGES = [
  '',
  'releases/',
  'releases/2019/04/10/library-cards-for-every-first-grader/',
  'offices/',
  'about/',
  'data/',
];

/**
 * What is wrong with a built site of the samples on a server: files that differ, pages that complain, a
 * search that finds nothing, and, where the server can send headers, headers that are missing.
 * @param root the address of the site, with a `/` at its end.
 * @param folder in which the site lies.
 * @param hasCaching is false for a server that says by itself how long files may be held on to.
 */
export async function trySite(
  root: string,
  { folder, hasHeaders, hasCaching }: { folder: string; hasHeaders: boolean; hasCaching: boolean },
): Promise<string[]> {
  const wrong: string[] = [];
  const { missing, changed, problems } = await verifyCopy(webCopy(root));
  for (const path of missing) wrong.push(`missing: ${path}`);
  for (const path of changed) wrong.push(`changed: ${path}`);
  for (const { path, message } of problems) wrong.push(`${path} ${message}`);
  if (hasHeaders) wrong.push(...(await wrongHeaders(root, folder, hasCaching)));
  wrong.push(...(await visit(root, hasHeaders)));
  return wrong;
}

async function wrongHeaders(root: string, folder: string, hasCaching: boolean): Promise<string[]> {
  const [asset = ''] = await readdir(join(folder, 'assets'));
  const [part = ''] = await readdir(join(folder, 'pagefind', 'index'));
  const { origin, pathname: base } = new URL(root);
  const page = `${CONTENT_POLICY}; frame-ancestors 'none'`;
  const cases: [path: string, status: number, name: string, value: string | RegExp][] = [
    ['', 200, 'content-security-policy', page],
    ['', 200, 'x-content-type-options', 'nosniff'],
    ['', 200, 'referrer-policy', 'strict-origin-when-cross-origin'],
    ['', 200, 'content-type', /^text\/html/],
    ['offices/', 200, 'content-security-policy', page],
    ['nothing/', 404, 'content-security-policy', page],
    ['nothing/', 404, 'x-content-type-options', 'nosniff'],
    ['assets/nothing.js', 404, 'cache-control', /^(?!.*(?:immutable|max-age=31536000))/],
    [PICTURE, 200, 'content-security-policy', /^default-src 'none'.*; sandbox$/],
    [PICTURE, 200, 'content-type', 'image/png'],
    ['rss.xml', 200, 'content-security-policy', /^default-src 'none'.*; sandbox$/],
    [`assets/${asset}`, 200, 'cache-control', 'public, max-age=31536000, immutable'],
    [`assets/${asset}`, 200, 'content-security-policy', page],
    [`pagefind/index/${part}`, 200, 'cache-control', 'public, max-age=604800'],
    ['pagefind/catalogue.json', 200, 'content-type', /^application\/json/],
    ['pagefind/catalogue.json', 200, 'cache-control', /^(?!.*604800)/],
    ['robots.txt', 200, 'content-type', /^text\/plain/],
    ['data/manifest.json', 200, 'content-type', /^application\/json/],
  ];
  const wrong: string[] = [];
  for (const [path, status, name, value] of cases) {
    if (name === 'cache-control' && !hasCaching) continue;
    const answer = await ask(origin, base + path);
    const got = String(answer.headers[name] ?? '');
    const isRight = typeof value === 'string' ? got === value : value.test(got);
    if (answer.status !== status || !isRight)
      wrong.push(`/${path} ${answer.status} ${name}: ${got}`);
  }
  return wrong;
}

async function visit(root: string, hasHeaders: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on('console', (message) => void wrong.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => void wrong.push(`${page.url()}: ${error.message}`));
    for (const path of PAGES) await page.goto(root + path);
    await page.goto(`${root}search/?q=library`);
    await page.waitForSelector('[data-result]', { timeout: 20_000 });
    const picture = await page.goto(root + PICTURE);
    const width = await page.evaluate(() => document.querySelector('img')?.naturalWidth ?? 0);
    if (!picture?.ok() || width === 0) wrong.push('a picture does not show');
    if (hasHeaders && !(await isRefusedInFrames(page, root)))
      wrong.push('shows in frames of others');
  } catch (cause) {
    wrong.push(String(cause));
  } finally {
    await browser.close();
  }
  return wrong;
}

/** Whether a page of another site is not allowed to show this one in a frame. */
async function isRefusedInFrames(page: Page, root: string): Promise<boolean> {
  page.removeAllListeners('console'); // the browser says that it refuses
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(`<iframe src="${root}"></iframe>`),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return page.frames().every((frame) => !frame.url().startsWith(root));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
