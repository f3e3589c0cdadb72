import { appendFile, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { replaceFiles } from '../../files/replace-files.ts';
import { renderReportPage } from './report-page.ts';
import type { EarlierImports, ImportResult, Outcome } from '../ports.ts';
import type { SkippedKind } from '../sources/source-item.ts';
import {
  type BegunLine,
  parseReportLine,
  type ReportLine,
  type SkippedLine,
} from './report-line.ts';

/**
 * The report of imports, `import-report.jsonl`: a line for each source, written when it is done, so that
 * an interrupted import continues where it stopped; and the same as a page to read.
 */
export class Report {
  #file: string;
  #lines = new Map<string, ReportLine>();
  #begun = new Map<string, BegunLine>();
  #skipped = new Map<string, SkippedLine>();

  private constructor(file: string) {
    this.#file = file;
  }

  /** @throws {Error} if the file exists and is not a report. */
  static async open(file: string): Promise<Report> {
    const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return '';
      throw cause;
    });
    const report = new Report(file);
    const rows = text.split('\n');
    for (const [n, row] of rows.entries()) {
      if (row.trim() === '') continue;
      const line = parseReportLine(row);
      if (line !== undefined) report.#add(line);
      else if (n < rows.length - 1) {
        throw new Error(
          `${file}:${n + 1}: is not a line of an import report; give another file with --report`,
        );
      } // an interrupted run may have written half of the last line
    }
    return report;
  }

  /** What the last import wrote for a source, and what an interrupted one began to write. */
  earlierImports(name: string): EarlierImports {
    return { done: this.#lines.get(name)?.wrote, begun: this.#begun.get(name)?.wrote };
  }

  /** Records what is about to be written. */
  async begin(file: string, wrote: Outcome): Promise<void> {
    await this.#append({ file, status: 'begun', wrote });
  }

  /** Records what is not imported and need not be; it is written at the end. */
  skip(file: string, kind: SkippedKind): void {
    this.#add({ file, status: 'skipped', kind });
  }

  async add(result: ImportResult): Promise<void> {
    const earlier = this.#lines.get(result.file);
    if (result.status === 'done before' && earlier !== undefined) return; // its line is still right
    // A source that fails now still has the release that it gave before.
    await this.#append({ ...result, body: undefined, wrote: result.wrote ?? earlier?.wrote });
  }

  async #append(line: ReportLine | BegunLine): Promise<void> {
    this.#add(line);
    makeFolder(dirname(this.#file));
    await appendFile(this.#file, `${JSON.stringify(line)}\n`);
  }

  #add(line: ReportLine | BegunLine | SkippedLine) {
    if (line.status === 'begun') this.#begun.set(line.file, line);
    else if (line.status === 'skipped') this.#skipped.set(line.file, line);
    else {
      this.#skipped.delete(line.file);
      this.#lines.set(line.file, line);
      this.#begun.delete(line.file);
    }
  }

  /** Ends the run: a line a source, and the page. @returns the page's file. */
  async close(): Promise<string> {
    const lines = [...this.#lines.values()];
    const page = this.#file.replace(/(?:\.jsonl)?$/, '.html');
    const files = new Map([
      [
        basename(this.#file),
        [...lines, ...this.#begun.values(), ...this.#skipped.values()]
          .map((line) => `${JSON.stringify(line)}\n`)
          .join(''),
      ],
      [basename(page), renderReportPage(lines, [...this.#skipped.values()])],
    ]);
    await replaceFiles(dirname(this.#file), files);
    return page;
  }
}
