import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { type ReadRelease, readRelease } from '../archive/release.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { type Body, bodyRenderer } from '../markdown/render-body.ts';
import type { LinkOptions } from '../markdown/rehype-links.ts';

/** What the pages need of a body. Its statements stay behind: the HTML holds them. */
export interface RenderedBody extends Omit<Body, 'statements'> {
  excerpt: string;
}

export interface WorkerOptions extends LinkOptions {
  contentDir: string;
}

/** A release and its rendered body, as they leave the worker. */
export interface WorkedRelease extends Omit<ReadRelease, 'body'> {
  body: RenderedBody | undefined;
}

const { contentDir, ...options } = workerData as WorkerOptions;
const render = bodyRenderer(options);

/** Reads, checks and renders some releases. Paths are below the content folder. */
export default async function work(paths: string[]): Promise<WorkedRelease[]> {
  return Promise.all(
    paths.map(async (path) => {
      const file = join(contentDir, path);
      const { body: source, ...read } = readRelease(await readFile(file), file);
      if (source === undefined) return { ...read, body: undefined };
      const { statements, ...body } = render({ ...source, file, dateline: read.release?.dateline });
      return { ...read, body: { ...body, excerpt: excerpt(statements) } };
    }),
  );
}
