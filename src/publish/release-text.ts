import { formatDay } from '../archive/day.ts';
import type { Release } from '../archive/release.ts';
import { wordsFor } from '../words/languages.ts';
import { fill, formatList } from '../words/words.ts';
import { officeNames } from './citation/authors.ts';
import { citedStatus } from './citation/release-citation.ts';
import type { Publication } from './publication.ts';

/** The file beside a release with its text. */
export const RELEASE_TEXT = 'release.txt';

/**
 * A release as plain text for the systems of newsrooms: its head, its words with a blank line between paragraphs, its
 * press contacts and its address. What was withdrawn or corrected says so at the top.
 */
export function formatReleaseText(publication: Publication, release: Release): string {
  const { archive, addressOf, textOf } = publication;
  const words = wordsFor(archive.site.language);
  const { title, subtitle, date, dateline, withdrawn, corrections = [], contact } = release;
  const status = citedStatus(publication, release);
  const own = wordsFor(release.language ?? archive.site.language).language;
  const notices = [
    status && `[${status}]`,
    withdrawn?.reason,
    ...corrections.map(
      (correction) => `${formatDay(correction.date, words.language)}: ${correction.note}`,
    ),
  ];
  const day = [dateline, formatDay(date, own)].filter(Boolean).join(', ');
  const people = contact.map(({ name, title: role, office, phone, email }) =>
    [[name, role, office].filter(Boolean).join(', '), phone, email].filter(Boolean).join('\n'),
  );
  const parts = [
    notices.filter(Boolean).join('\n'),
    formatList(words.language, officeNames(publication, release)),
    [title, subtitle].filter(Boolean).join('\n'),
    day,
    textOf(release.id)?.plain,
    `${words.release.contact}\n${people.join('\n\n')}`,
    fill(words.release.print, {
      site: archive.site.title,
      day: formatDay(date, words.language),
      address: addressOf(release.path),
    }),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
