import type { ImportResult, Outcome } from '../ports.ts';
import type { SkippedKind } from '../sources/source-item.ts';

/** What the report records of a source: everything except the text, which is in the release. */
export type ReportLine = Omit<ImportResult, 'body'> & { body?: undefined };

/** Recorded before a release is written, so that the next run understands an interrupted one. */
export interface BegunLine {
  file: string;
  status: 'begun';
  wrote: Outcome;
}

/** Something that was not imported and need not be, such as a draft in an export, and of what kind it is. */
export interface SkippedLine {
  file: string;
  status: 'skipped';
  kind: SkippedKind;
}

/** Parses one line of a report; undefined for anything else. */
export function parseReportLine(row: string): ReportLine | BegunLine | SkippedLine | undefined {
  try {
    const line = JSON.parse(row) as Partial<ReportLine | BegunLine | SkippedLine>;
    return typeof line.file === 'string' && typeof line.status === 'string'
      ? (line as ReportLine | BegunLine | SkippedLine)
      : undefined;
  } catch {
    return undefined;
  }
}
