import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { billSlug } from '../archive/bill.ts';
import { listContent } from '../archive/content-folder.ts';
import { type BillMention, findBills } from '../archive/find-bills.ts';
import { readRelease } from '../archive/release.ts';

/** Bills that a release names, and that its frontmatter lacks. */
export interface BillSuggestion {
  /** The file of the release. */
  file: string;
  /** All that the field would hold: those that it has, then those found. */
  bills: string[];
  /** The bills found; lines are those of the file. */
  mentions: BillMention[];
}

/**
 * Looks for bills in the headlines and texts of all releases. Nobody but the office knows whether a release is
 * about a bill that it names, so nothing is written.
 */
export async function suggestBills(contentDir: string): Promise<BillSuggestion[]> {
  const { releases } = await listContent(contentDir);
  const suggestions: BillSuggestion[] = [];
  for (const path of releases) {
    const file = join(contentDir, path);
    const { release, body, lines } = readRelease(await readFile(file), file);
    if (release === undefined) continue;
    const known = new Set((release.bills ?? []).map(withoutSession));
    const found = [
      ...findBills(release.title).map((one) => ({ ...one, line: lines['title'] ?? 1 })),
      ...findBills(release.subtitle ?? '').map((one) => ({ ...one, line: lines['subtitle'] ?? 1 })),
      ...findBills(body?.markdown ?? '').map((one) => ({
        ...one,
        line: one.line + (body?.line ?? 1) - 1,
      })),
    ];
    const mentions = found.filter(({ bill }) => {
      const key = withoutSession(bill);
      return !known.has(key) && known.add(key);
    });
    if (mentions.length === 0) continue;
    const bills = [...(release.bills ?? []), ...mentions.map(({ bill }) => bill)];
    suggestions.push({ file, bills, mentions });
  }
  return suggestions;
}

/** `SB 54 (2017)` in the frontmatter is the `SB 54` of the text. */
const withoutSession = (bill: string) => billSlug(bill.replace(/ ?\([^()]*\)$/, ''));
