import type { ImportResult, Outcome } from '../ports.ts';

/** What the report records of a source: everything except the text, which is in the release. */
export type ReportLine = Omit<ImportResult, 'body'> & { body?: undefined };

/** Recorded before a release is written, so that the next run understands an interrupted one. */
export interface BegunLine {
  file: string;
  status: 'begun';
  wrote: Outcome;
}

/** Parses one line of a report; undefined for anything else. */
export function parseReportLine(row: string): ReportLine | BegunLine | undefined {
  try {
    const line = JSON.parse(row) as Partial<ReportLine | BegunLine>;
    return typeof line.file === 'string' && typeof line.status === 'string'
      ? (line as ReportLine | BegunLine)
      : undefined;
  } catch {
    return undefined;
  }
}
