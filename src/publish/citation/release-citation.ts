import type { Release } from '../../archive/release.ts';
import { formatDay } from '../../archive/day.ts';
import { wordsFor } from '../../words/languages.ts';
import { fill } from '../../words/words.ts';
import type { Publication } from '../publication.ts';
import { authorsOf } from './authors.ts';
import { type CslItem, dateParts } from './csl-item.ts';

/**
 * What has become of a release since it was issued, with the day; undefined if it is as sound as then. Of
 * several things it says the gravest: withdrawn, corrected by a later release, corrected.
 */
export function citedStatus(
  { archive, connect }: Publication,
  release: Release,
): string | undefined {
  const { status, language } = wordsFor(archive.site.language);
  const on = (text: string, day: string | undefined) =>
    day === undefined ? undefined : fill(text, { day: formatDay(day, language) });
  const lastOf = (dated: readonly { date: string }[] = []) =>
    dated
      .map(({ date }) => date)
      .sort()
      .at(-1);
  return (
    on(status.withdrawn, release.withdrawn?.date) ??
    on(status.correctedBy, lastOf(connect(release).correctedBy)) ??
    on(status.corrected, lastOf(release.corrections))
  );
}

/** A release as it is cited. */
export function citationOf(publication: Publication, release: Release): CslItem {
  const { archive, addressOf } = publication;
  const status = citedStatus(publication, release);
  return {
    id: release.id,
    type: 'webpage',
    genre: wordsFor(archive.site.language).pressRelease,
    title: release.title,
    author: authorsOf(publication, release),
    issued: dateParts(release.date),
    'container-title': archive.site.title,
    language: release.language ?? archive.site.language,
    ...(status !== undefined && { status }),
    URL: addressOf(release.path),
  };
}
