import type { Problem } from '../../archive/problem.ts';
import type { Account } from '../account.ts';
import type { LeftOut } from '../read/document.ts';
import type { ImportedDocument } from '../import-document.ts';
import type { ReleaseFields } from '../parse/parse-release.ts';
import type { Wrote } from '../write/outcome.ts';

/** How the import of a source ended. */
export type Status =
  'written' | 'updated' | 'unchanged' | 'ready' | 'duplicate' | 'done before' | 'failed';

/** All that is to be told of the import of one source. */
export interface ImportResult {
  file: string;
  sha256: string | undefined;
  bytes: number;
  status: Status;
  /** The path written; null if nothing was. */
  release: string | null;
  fields: ReleaseFields;
  confidence: Partial<ImportedDocument['confidence']>;
  lines: ImportedDocument['lines'];
  body: string | null;
  leftOut: LeftOut[];
  account: Account | undefined;
  warnings: string[];
  problems: Problem[];
  /** What was written, for the next import of this source. */
  wrote?: Wrote | undefined;
}

const NO_FIELDS: ReleaseFields = {
  title: null,
  subtitle: null,
  date: null,
  dateline: null,
  contact: null,
  endMark: null,
};

/** A result before anything is decided. */
export function resultOf(
  file: string,
  sha256: string | undefined,
  bytes: number,
  imported: ImportedDocument | undefined,
): ImportResult {
  return {
    file,
    sha256,
    bytes,
    status: 'failed',
    release: null,
    fields: imported?.fields ?? NO_FIELDS,
    confidence: imported?.confidence ?? {},
    lines: imported?.lines ?? {},
    body: imported?.story ?? null,
    leftOut: [...(imported?.leftOut ?? [])],
    account: imported?.account,
    warnings: [...(imported?.warnings ?? [])],
    problems: [],
  };
}

/** The contract's object. */
export function asContract({
  file,
  release,
  fields,
  confidence,
  body,
  leftOut,
  problems,
}: ImportResult) {
  return { file, release, fields, confidence, body, leftOut, problems };
}
