import { type BillMention, findBills } from '../../archive/find-bills.ts';
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
    suggestedBills: suggestedBills(imported),
    leftOut: [...(imported?.leftOut ?? [])],
    account: imported?.account,
    warnings: [...(imported?.warnings ?? [])],
    problems: [],
  };
}

/** The bills in the headline (on line 0) and in the text, each once. */
function suggestedBills(imported: ConvertedDocument | undefined): BillMention[] {
  if (imported === undefined) return [];
  const { title, subtitle } = imported.fields;
  const inHead = findBills([title, subtitle].filter(Boolean).join('\n'));
  const all = [...inHead.map((one) => ({ ...one, line: 0 })), ...findBills(imported.story)];
  return all.filter(({ bill }, n) => all.findIndex((one) => one.bill === bill) === n);
}

/** The object that `--json` prints; bills only where the text names some. */
export function asContract({
  file,
  release,
  fields,
  confidence,
  body,
  leftOut,
  problems,
  suggestedBills,
}: ImportResult) {
  const object = { file, release, fields, confidence, body, leftOut, problems };
  return suggestedBills.length === 0 ? object : { ...object, suggestedBills };
}
