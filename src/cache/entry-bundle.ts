import { rm, utimes } from 'node:fs/promises';
import { Pack, writePack } from './bundle.ts';

/**
 * A pack of things that belong together, such as the bodies of a month, each under a key of all that
 * it depends on. What is not asked for in a build is gone from the next one.
 */
export class KeptPack {
  readonly #file: string;
  readonly #before: Pack | undefined;
  /** What is to be in it; undefined stands for the bytes that were there before. */
  readonly #now = new Map<string, Uint8Array | undefined>();
  #hasNew = false;

  /** Opens the pack in a file; one that is not there, or cannot be read, is empty. */
  constructor(file: string) {
    this.#file = file;
    this.#before = Pack.open(file);
  }

  /** The SHA-256 of what is kept under a key, in hexadecimal digits. */
  digestOf = (key: string) => this.#before?.digestOf(key);

  /** Asks for something without reading it. */
  keep(key: string): void {
    if (this.#before?.has(key)) this.#now.set(key, undefined);
  }

  get(key: string): Buffer | undefined {
    const found = this.#before?.get(key);
    if (found !== undefined) this.#now.set(key, undefined);
    return found;
  }

  set(key: string, bytes: Uint8Array): void {
    this.#hasNew = true;
    this.#now.set(key, bytes);
  }

  /**
   * Writes the pack, if it is another than it was, and lets go of all that it holds. A folder that takes
   * no files keeps none.
   */
  async save(): Promise<void> {
    const now = new Date();
    const isSame = !this.#hasNew && this.#now.size === (this.#before?.size ?? 0);
    const bytes = isSame ? undefined : this.#bytes();
    this.close(); // Windows puts nothing in the place of an open file
    if (bytes === undefined) {
      await utimes(this.#file, now, now).catch(() => undefined);
    } else if (bytes.size === 0) {
      await rm(this.#file, { force: true }).catch(() => undefined);
    } else {
      await writePack(this.#file, bytes).catch(() => undefined);
    }
    this.#now.clear();
  }

  /** Lets go of the file. */
  close(): void {
    this.#before?.close();
  }

  #bytes(): Map<string, Uint8Array> {
    const all = new Map<string, Uint8Array>();
    for (const [key, bytes = this.#before?.get(key)] of this.#now) if (bytes) all.set(key, bytes);
    return all;
  }
}
