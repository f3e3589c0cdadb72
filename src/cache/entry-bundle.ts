import { rm, utimes } from 'node:fs/promises';
import { Bundle, writeBundle } from './bundle.ts';

/**
 * A bundle of entries that belong together, such as the bodies of a month, each under a key of all that
 * it depends on. Entries that a build does not use are dropped when it is saved.
 */
export class EntryBundle {
  readonly #file: string;
  readonly #before: Bundle | undefined;
  /** The entries to save; undefined means the bytes that were there before. */
  readonly #now = new Map<string, Uint8Array | undefined>();
  #hasNew = false;

  /** Opens the bundle in a file; one that does not exist, or cannot be read, is empty. */
  constructor(file: string) {
    this.#file = file;
    this.#before = Bundle.open(file);
  }

  /** The SHA-256 of an entry, in hexadecimal digits. */
  digestOf = (key: string) => this.#before?.digestOf(key);

  /** Marks an entry as used without reading it. */
  reuse(key: string): void {
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
   * Writes the bundle, if it has changed, and closes it. In a folder that cannot be written to, nothing
   * is saved.
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
      await writeBundle(this.#file, bytes).catch(() => undefined);
    }
    this.#now.clear();
  }

  /** Closes the file. */
  close(): void {
    this.#before?.close();
  }

  #bytes(): Map<string, Uint8Array> {
    const all = new Map<string, Uint8Array>();
    for (const [key, bytes = this.#before?.get(key)] of this.#now) if (bytes) all.set(key, bytes);
    return all;
  }
}
