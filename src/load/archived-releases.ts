import { alteredSince } from '../archive/archived.ts';
import { type Day, formatDay } from '../archive/day.ts';
import { hasNews } from '../archive/ledger/record-entry.ts';
import type { Problem } from '../archive/problem.ts';
import type { Site } from '../archive/site.ts';
import type { ProcessedRelease } from './read-release.ts';

const ALTERED_HINT =
  'see that its page and its documents conform to WCAG 2.1 AA as new ones must, or take the alteration back';

/**
 * Returns a function that marks a release as archived web content, by `archived_before` of `site.yaml`, and warns
 * of one that has lost that by an alteration.
 * @param committedOn the days of the commits of files, by their paths below the content folder.
 */
export function archivedMarker(
  { archived_before: before }: Site,
  committedOn: ReadonlyMap<string, readonly Day[]>,
  today: Day,
  warnings: Problem[],
) {
  return (read: ProcessedRelease): ProcessedRelease => {
    const { release, file, path, body, news } = read;
    if (before === undefined || release === undefined || release.date >= before) return read;
    const isChanged = news?.isRecorded === true && hasNews(news.recording);
    const altered = alteredSince(before, release, {
      changes: body?.changes ?? [],
      committedOn: committedOn.get(path) ?? [],
      changedToday: isChanged ? today : undefined,
    });
    if (altered === undefined) return { ...read, release: { ...release, isArchived: true } };
    const message = `was altered on ${formatDay(altered, 'en')}, after archived_before in site.yaml: it no longer counts as archived web content (28 CFR 35.104), and the exemption of 35.201 is lost`;
    warnings.push({ file, line: 1, field: 'file', message, hint: ALTERED_HINT });
    return read;
  };
}
