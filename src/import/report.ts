import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { replaceFiles } from '../archive/replace-files.ts';
import type { ImportResult } from './import-result.ts';
import { reportPage } from './report-page.ts';

/** What the report keeps of a source: all but the text, which is in the release. */
export type ReportLine = Omit<ImportResult, 'body'> & { body?: undefined };

/**
 * The report of imports, `import-report.jsonl`: a line a source, written as each is done, so that a
 * run that was broken off goes on where it stood; and the same as a page to read.
 */
export class Report {
  #file: string;
  #lines: Map<string, ReportLine>;

  private constructor(file: string, lines: Map<string, ReportLine>) {
    this.#file = file;
    this.#lines = lines;
  }

  /** @throws {Error} if the file is there and is no report. */
  static async open(file: string): Promise<Report> {
    const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return '';
      throw cause;
    });
    const lines = new Map<string, ReportLine>();
    const rows = text.split('\n');
    for (const [n, row] of rows.entries()) {
      if (row.trim() === '') continue;
      const line = readLine(row);
      if (line !== undefined) lines.set(line.file, line);
      else if (n < rows.length - 1) {
        throw new Error(
          `${file}:${n + 1}: is no line of an import report; give another file with --report`,
        );
      } // the last line may be half of one, where a run was killed
    }
    return new Report(file, lines);
  }

  /** The release that a source gave. */
  before(name: string): { sha256: string | undefined; release: string } | undefined {
    const line = this.#lines.get(name);
    return line?.release ? { sha256: line.sha256, release: line.release } : undefined;
  }

  async add(result: ImportResult): Promise<void> {
    if (result.status === 'done before') return; // what was told of it then still holds
    const line: ReportLine = { ...result, body: undefined };
    this.#lines.set(line.file, line);
    await mkdir(dirname(this.#file), { recursive: true });
    await appendFile(this.#file, `${JSON.stringify(line)}\n`);
  }

  /** Ends the run: a line a source, and the page. @returns the page's file. */
  async close(): Promise<string> {
    const lines = [...this.#lines.values()];
    const page = this.#file.replace(/(?:\.jsonl)?$/, '.html');
    const files = new Map([
      [basename(this.#file), lines.map((line) => `${JSON.stringify(line)}\n`).join('')],
      [basename(page), reportPage(lines)],
    ]);
    await replaceFiles(dirname(this.#file), files);
    return page;
  }
}

function readLine(row: string): ReportLine | undefined {
  try {
    const line = JSON.parse(row) as Partial<ReportLine>;
    return typeof line.file === 'string' && typeof line.status === 'string'
      ? (line as ReportLine)
      : undefined;
  } catch {
    return undefined;
  }
}
