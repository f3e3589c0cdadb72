import { KnownTexts } from './duplicates.ts';
import type { ImportArchive } from '../ports.ts';

/** The archive as a run changes it, or in a dry run would: which releases there are, and their words. */
export class WorkingArchive {
  #archive: ImportArchive;
  #texts = new KnownTexts();
  /** The file by id of what the run wrote. */
  #written = new Map<string, string>();

  /** @param isCompared whether texts will be looked for: then those of the whole archive are read. */
  constructor(archive: ImportArchive, isCompared: boolean) {
    this.#archive = archive;
    if (!isCompared) return;
    for (const { id, markdown } of archive.texts()) this.#texts.add(id, markdown);
  }

  fileOf(id: string): string | undefined {
    return this.#written.get(id) ?? this.#archive.fileOf(id);
  }

  /** Whether the run itself wrote it. */
  isNew = (id: string) => this.#written.has(id);

  /** The release that has these words, or nearly. */
  findAlike(markdown: string) {
    const found = this.#texts.find(markdown);
    return found && { ...found, file: this.fileOf(found.id) ?? found.id };
  }

  /** The id, or the same with a number where another release of that day has it. */
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
