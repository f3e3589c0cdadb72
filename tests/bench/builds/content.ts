import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeMadeUp } from '../made-up.ts';
import { unpackReleases } from '../samples.ts';

/** What is done to the content before a build. */
export const CHANGES = ['cold', 'nothing changed', 'one edited', 'one added'] as const;
export type Change = (typeof CHANGES)[number];

/** A content folder laid out for measuring, which can be changed and put back. */
export class BenchContent {
  readonly folder: string;
  /** Bytes of all releases. */
  readonly bytes: number;
  #edited: string;
  #before: string;
  #newest: string;
  #added: string;

  private constructor(folder: string, files: Map<string, number>, before: string) {
    this.folder = folder;
    this.bytes = files.values().reduce((sum, size) => sum + size, 0);
    const names = [...files.keys()];
    this.#edited = middleOf(names);
    this.#before = before;
    this.#newest = names.at(-1) ?? '';
    this.#added = this.#newest.replace(/\.md$/, '-again.md');
  }

  /**
   * Lays out releases, real ones unless they are to be made up.
   * @throws {RangeError} if there are not so many.
   */
  static async lay(folder: string, count: number, isMadeUp: boolean): Promise<BenchContent> {
    await rm(folder, { recursive: true, force: true });
    await (isMadeUp ? writeMadeUp(count, folder) : unpackReleases(count, folder));
    // As it is by itself in archives of more than a thousand: else small sizes are measured with more.
    await writeFile(join(folder, 'site.yaml'), 'share_pictures: false\n');
    const files = new Map<string, number>();
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.md$/.test(name));
    // Reading all of it puts it into the system's cache, so that the first builder gains nothing by it.
    for (const name of names.sort(byDay)) {
      files.set(join(folder, name), (await readFile(join(folder, name))).length);
    }
    if (files.size !== count) {
      throw new RangeError(`there are only ${files.size} real ones; --made-up makes more`);
    }
    const before = await readFile(middleOf([...files.keys()]), 'utf8');
    return new BenchContent(folder, files, before);
  }

  /** Changes it; what was changed before stays so. */
  async change(what: Change): Promise<void> {
    if (what === 'one edited') {
      // No words are made up for those who issued it: the release says once more what it said.
      const said = this.#before.slice(this.#before.indexOf('\n---\n', 3) + 5).trim();
      await writeFile(this.#edited, `${this.#before.trimEnd()}\n\n${said.split('\n\n')[0]}\n`);
    }
    if (what === 'one added') await writeFile(this.#added, await readFile(this.#newest));
  }

  /** Takes all changes back. */
  async restore(): Promise<void> {
    await writeFile(this.#edited, this.#before);
    await rm(this.#added, { force: true });
  }
}

const middleOf = (names: string[]) => names[Math.floor(names.length / 2)] ?? '';

/** By the names of files alone, which begin with the day. */
function byDay(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((path) => path.replace(/^.*[/\\]/, ''));
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
