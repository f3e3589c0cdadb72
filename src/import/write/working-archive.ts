import { KnownTexts } from './duplicates.ts';
import type { ImportArchive } from '../ports.ts';

/** The releases of the archive, with those that this run wrote, or would write in a dry run. */
export class WorkingArchive {
  #archive: ImportArchive;
  #texts = new KnownTexts();
  /** The files of releases that this run wrote, by id. */
  #written = new Map<string, string>();

  /** @param isCompared whether to find duplicates, for which all texts of the archive are read. */
  constructor(archive: ImportArchive, isCompared: boolean) {
    this.#archive = archive;
    if (!isCompared) return;
    for (const { id, markdown } of archive.texts()) this.#texts.add(id, markdown);
  }

  fileOf(id: string): string | undefined {
    return this.#written.get(id) ?? this.#archive.fileOf(id);
  }

  /** Whether this run wrote it. */
  isNew = (id: string) => this.#written.has(id);

  /** The release with these words, or with similar ones. */
  findAlike(markdown: string) {
    const found = this.#texts.find(markdown);
    return found && { ...found, file: this.fileOf(found.id) ?? found.id };
  }

  /** The id, with a number if another release has it. */
  freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.fileOf(id) !== undefined; n++) id = `${wanted}-${n}`;
    return id;
  }

  add(id: string, file: string, markdown: string): void {
    this.#written.set(id, file);
    this.#texts.add(id, markdown);
  }
}
