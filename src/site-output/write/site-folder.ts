import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../files/files-below.ts';
import { digestFile } from '../../publish/file-digest.ts';
import type { ExistingSite } from '../replace/existing-site.ts';

/**
 * The files of the site being built. Files that the existing site has with the same bytes are reused and not
 * written again: a new release changes a few hundred of 60,000 files. Others may write into `folder` too.
 * Paths are relative to the site's root, with `/`.
 */
export class SiteFolder {
  /** Where files are written; has the complete site if there is no existing one. */
  readonly folder: string;
  readonly #existing: ExistingSite | undefined;
  readonly #reused = new Set<string>();
  readonly #parents = new Set<string>(); // folders known to exist
  /** The SHA-256 of what was written here, by path: reading tens of thousands of small files again takes seconds. */
  readonly #written = new Map<string, string>();

  constructor(folder: string, existing?: ExistingSite) {
    this.folder = folder;
    this.#existing = existing;
  }

  /**
   * Writes a file, unless the existing site has the same.
   * @param sha256 of the bytes, in hexadecimal, if it is known.
   */
  write(path: string, bytes: string | Uint8Array, sha256?: string): void {
    const digest = sha256 ?? hash('sha256', bytes);
    if (this.reuseIfSame(path, digest)) return;
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.#parents.has(parent)) mkdirSync(parent, { recursive: true });
    this.#parents.add(parent);
    writeFileSync(file, bytes);
    this.#written.set(path, digest);
  }

  /** Copies a file, unless the existing site has the same. */
  async copy(path: string, source: string): Promise<void> {
    const isKnown = this.#existing?.digests.has(path);
    const sha256 = isKnown ? (await digestFile(source)).sha256 : '';
    if (this.reuseIfSame(path, sha256)) return;
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await cp(source, file, { dereference: true });
    this.#written.delete(path); // if the path was written before
  }

  /**
   * Reuses a file of the existing site if it has this digest.
   * @param sha256 in hexadecimal.
   */
  reuseIfSame(path: string, sha256: string): boolean {
    const isSame = sha256 !== '' && this.#existing?.digests.get(path) === sha256;
    if (isSame) this.#reused.add(path);
    else this.#reused.delete(path); // if the path was written before
    return isSame;
  }

  /**
   * Reuses a file of the existing site, whose name is derived from its contents.
   * @throws {Error} if the existing site does not have it.
   */
  reuse(path: string): void {
    if (!this.#existing?.digests.has(path))
      throw new Error(`The existing site has no file ${path} to reuse`);
    this.#reused.add(path);
  }

  /** Whether a file has been written by this build. */
  isMade = (path: string) => existsSync(join(this.folder, path));

  /** The file on the disk of a path that has been written or reused. */
  fileOf(path: string): string {
    const isReused = this.#existing !== undefined && this.#reused.has(path);
    return join(isReused ? this.#existing.folder : this.folder, path);
  }

  /** The paths of all files, sorted. */
  paths(): string[] {
    return [...new Set([...filesBelow(this.folder), ...this.#reused])].sort();
  }

  /** All files and their SHA-256, sorted by path. Files that were not written by `write` are read. */
  async *digests(): AsyncGenerator<{ path: string; sha256: string }> {
    const made = new Set(filesBelow(this.folder));
    for (const path of [...new Set([...made, ...this.#reused])].sort()) {
      const known = (made.has(path) ? this.#written : this.#existing?.digests)?.get(path);
      yield { path, sha256: known ?? (await digestFile(join(this.folder, path))).sha256 };
    }
  }

  /** The files of the existing site that the next one does not have. */
  gone(): string[] {
    const made = new Set(filesBelow(this.folder));
    const existing = this.#existing?.digests.keys() ?? [];
    return [...existing].filter((path) => !made.has(path) && !this.#reused.has(path));
  }
}
