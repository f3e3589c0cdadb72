import { rm, utimes } from 'node:fs/promises';
import { readPack, writePack } from './pack.ts';

/**
 * A pack of things that belong together, such as the bodies of a month, each under a key of all that
 * it depends on. What is not asked for in a build is gone from the next one.
 */
export class KeptPack {
  readonly #file: string;
  readonly #sizeBefore: number;
  #before: ReadonlyMap<string, Buffer>;
  readonly #now = new Map<string, Uint8Array>();
  #hasNew = false;

  private constructor(file: string, before: ReadonlyMap<string, Buffer>) {
    this.#file = file;
    this.#before = before;
    this.#sizeBefore = before.size;
  }

  /** Opens the pack in a file; one that is not there, or cannot be read, is empty. */
  static async open(file: string): Promise<KeptPack> {
    return new KeptPack(file, (await readPack(file).catch(() => undefined)) ?? new Map());
  }

  get(key: string): Buffer | undefined {
    const found = this.#before.get(key);
    if (found !== undefined) this.#now.set(key, found);
    return found;
  }

  set(key: string, bytes: Uint8Array): void {
    this.#hasNew = true;
    this.#now.set(key, bytes);
  }

  /** Lets go of what was not asked for: all has been asked for that ever will be. */
  forget(): void {
    this.#before = new Map();
  }

  /**
   * Writes the pack, if it is another than it was, and lets go of all that it holds. A folder that takes
   * no files keeps none.
   */
  async save(): Promise<void> {
    const now = new Date();
    if (!this.#hasNew && this.#now.size === this.#sizeBefore) {
      await utimes(this.#file, now, now).catch(() => undefined);
    } else if (this.#now.size === 0) {
      await rm(this.#file, { force: true }).catch(() => undefined);
    } else {
      await writePack(this.#file, this.#now).catch(() => undefined);
    }
    this.#now.clear();
  }
}
