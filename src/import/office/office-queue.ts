import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReadFailure, UnreadableSource } from '../read/document.ts';
import {
  isForLibreOffice,
  LIBREOFFICE_FILTERS,
  type LibreOfficeFormat,
  officeFormat,
} from '../read/office-format.ts';
import type { OfficeConversion } from '../read/read-office.ts';
import { readWhole } from '../read/read-whole.ts';
import type { SourceItem } from '../sources/source-item.ts';
import type { WorkFolder } from '../sources/work-folder.ts';
import { findLibreOffice } from './find-libreoffice.ts';
import { type NoOutput, type OfficeOutput, runLibreOffice } from './run-libreoffice.ts';

/** Files that one run of LibreOffice converts: starting it takes as long as some ten of them. */
const BATCH = 40;
/** Formats whose words no other reader of ours finds: LibreOffice writes these as text, too. */
const WITHOUT_READER: ReadonlySet<LibreOfficeFormat> = new Set(['wordperfect', 'works', 'write', 'pages', 'word6', 'word95', 'word2']); // prettier-ignore

interface Job {
  format: LibreOfficeFormat;
  bytes: Uint8Array;
  done(conversion: OfficeConversion): void;
}

/**
 * Converts documents of word processors with LibreOffice, where it is installed: many with one run of it,
 * and never two at a time.
 */
export class OfficeQueue {
  readonly #program: string | undefined;
  #waiting: Job[] = [];
  #run: Promise<void> | undefined;
  #folder: WorkFolder;

  /** @param folder takes copies of the documents, and what becomes of them. */
  constructor(folder: WorkFolder, program = findLibreOffice()) {
    this.#folder = folder;
    this.#program = program;
  }

  /** Whether enough documents of one format wait for a run. */
  get isFull(): boolean {
    return (this.#largest?.length ?? 0) >= BATCH;
  }

  /** The documents that wait of the format that most are of. */
  get #largest(): Job[] | undefined {
    const formats = Map.groupBy(this.#waiting, ({ format }) => format).values();
    return [...formats].toSorted((a, b) => b.length - a.length)[0];
  }

  /** Whether documents wait, or are being converted. */
  get isBusy(): boolean {
    return this.#waiting.length > 0 || this.#run !== undefined;
  }

  /**
   * Adds a source to what the next run converts.
   * @returns what LibreOffice makes of it, which comes after `start`; undefined for what needs no
   * LibreOffice or was imported before, and where there is none.
   */
  async add(item: SourceItem): Promise<{ conversion: Promise<OfficeConversion> } | undefined> {
    if (this.#program === undefined || item.kind !== 'office') return undefined;
    try {
      const bytes = item.bytes ?? (await readWhole(item.path ?? item.name));
      if (hash('sha256', bytes) === item.importedSha256) return undefined;
      const format = await officeFormat(bytes);
      if (!isForLibreOffice(format)) return undefined;
      const conversion = new Promise<OfficeConversion>((done) => {
        this.#waiting.push({ format, bytes, done });
      });
      return { conversion };
    } catch (cause) {
      if (cause instanceof UnreadableSource) return undefined; // its reader will find the same, and report it
      throw cause;
    }
  }

  /** Starts a run for documents of one format, unless one is under way; others follow it. */
  start(): void {
    const batch = this.#largest?.slice(0, BATCH) ?? [];
    const [first] = batch;
    if (first === undefined || this.#run !== undefined || this.#program === undefined) return;
    this.#waiting = this.#waiting.filter((job) => !batch.includes(job));
    this.#run = this.#convert(first.format, batch, this.#program).finally(() => {
      this.#run = undefined;
      this.start();
    });
  }

  /** Waits for the run that is under way. */
  async close(): Promise<void> {
    this.#waiting = [];
    await this.#run;
  }

  async #convert(format: LibreOfficeFormat, batch: readonly Job[], program: string) {
    const folder = await this.#folder.newFolder();
    const [filter, ending] = LIBREOFFICE_FILTERS[format];
    const files = new Map<string, string>();
    for (const [n, { bytes }] of batch.entries()) {
      // Each in a folder of its own: nothing that it refers to is beside it.
      const own = join(folder, String(n));
      await mkdir(own);
      files.set(String(n), join(own, `${n}.${ending}`));
      await writeFile(join(own, `${n}.${ending}`), bytes);
    }
    const run = (output: OfficeOutput) =>
      runLibreOffice(files, { program, filter, folder, output });
    const documents = await run('docx');
    const texts = WITHOUT_READER.has(format) ? await run('txt') : undefined;
    for (const [n, job] of batch.entries())
      job.done(conversionOf(documents.get(String(n)), texts?.get(String(n))));
  }
}

type Result = { path: string } | NoOutput | undefined;

const conversionOf = (document: Result = 'crashed', text: Result): OfficeConversion =>
  typeof document === 'string'
    ? { failure: FAILURES[document] }
    : { document: document.path, text: typeof text === 'object' ? text.path : undefined };

const BY_HAND = 'open it in the program that it was written with, and save it as .docx or PDF';
const FAILURES: Record<NoOutput, ReadFailure> = {
  refused: { message: 'cannot be read by LibreOffice: it is damaged or protected', hint: BY_HAND },
  crashed: { message: 'crashed LibreOffice', hint: BY_HAND },
  stuck: { message: 'took LibreOffice longer than 2 minutes and was stopped', hint: BY_HAND },
};
