import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../files/files-below.ts';
import { digestFile } from '../../publish/file-digest.ts';
import type { StandingSite } from '../replace/existing-site.ts';

/**
 * The files of a site in the making. What the site that stands has with the same bytes is not written
 * again, but kept: of 60,000 files one new release changes a few hundred. Others may write into `folder`
 * too. Paths are below the site's root, with `/`.
 */
export class SiteFolder {
  /** Where files are made; whole if no site stands. */
  readonly folder: string;
  readonly #standing: StandingSite | undefined;
  readonly #kept = new Set<string>();
  readonly #parents = new Set<string>(); // folders that are there

  constructor(folder: string, standing?: StandingSite) {
    this.folder = folder;
    this.#standing = standing;
  }

  /**
   * Writes a file, unless it stands as it is to be.
   * @param sha256 of the bytes, in hexadecimal digits, if it is known.
   */
  write(path: string, bytes: string | Uint8Array, sha256?: string): void {
    const isKnown = this.#standing?.digests.has(path);
    if (this.keepSame(path, isKnown ? (sha256 ?? hash('sha256', bytes)) : '')) return;
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.#parents.has(parent)) mkdirSync(parent, { recursive: true });
    this.#parents.add(parent);
    writeFileSync(file, bytes);
  }

  /** Copies a file, unless it stands as it is to be. */
  async copy(path: string, source: string): Promise<void> {
    const isKnown = this.#standing?.digests.has(path);
    const sha256 = isKnown ? (await digestFile(source)).sha256 : '';
    if (this.keepSame(path, sha256)) return;
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await cp(source, file, { dereference: true });
  }

  /**
   * Keeps a file, if it stands with these bytes.
   * @param sha256 in hexadecimal digits.
   */
  keepSame(path: string, sha256: string): boolean {
    const isSame = sha256 !== '' && this.#standing?.digests.get(path) === sha256;
    if (isSame) this.#kept.add(path);
    else this.#kept.delete(path); // of an earlier writing
    return isSame;
  }

  /**
   * Keeps a file whose name tells what is in it.
   * @throws {Error} if the site that stands does not have it.
   */
  keep(path: string): void {
    if (!this.#standing?.digests.has(path)) throw new Error(`No site has ${path} to keep`);
    this.#kept.add(path);
  }

  /** Whether a file has been made. */
  isMade = (path: string) => existsSync(join(this.folder, path));

  /** Where the bytes of a file lie that has been written or kept. */
  fileOf(path: string): string {
    const isKept = this.#standing !== undefined && this.#kept.has(path);
    return join(isKept ? this.#standing.folder : this.folder, path);
  }

  /**
   * All files and the SHA-256 of each, in the order of their paths. What was made is read again, so that
   * they tell what lies on the disk and not what was meant to.
   */
  async *digests(): AsyncGenerator<{ path: string; sha256: string }> {
    const made = new Set(filesBelow(this.folder));
    for (const path of [...new Set([...made, ...this.#kept])].sort()) {
      const known = made.has(path) ? undefined : this.#standing?.digests.get(path);
      yield { path, sha256: known ?? (await digestFile(join(this.folder, path))).sha256 };
    }
  }

  /** The files of the site that stands which are no longer to be. */
  gone(): string[] {
    const made = new Set(filesBelow(this.folder));
    const standing = this.#standing?.digests.keys() ?? [];
    return [...standing].filter((path) => !made.has(path) && !this.#kept.has(path));
  }
}
