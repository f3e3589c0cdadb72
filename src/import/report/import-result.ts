import type { ConvertedDocument } from '../convert/convert-document.ts';
import type { ReleaseFields } from '../parse/parse-release.ts';
import type { ImportResult } from '../ports.ts';

const NO_FIELDS: ReleaseFields = {
  title: null,
  subtitle: null,
  date: null,
  dateline: null,
  contact: null,
  endMark: null,
};

/** The result of a source before anything is decided. */
export function resultOf(
  file: string,
  sha256: string | undefined,
  bytes: number,
  imported: ConvertedDocument | undefined,
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

/** The object that `--json` prints. */
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
