import { displayName } from '../../archive/browse.ts';
import type { Release } from '../../archive/release.ts';
import { wordsFor } from '../../words/languages.ts';
import type { Publication } from '../publication.ts';
import { type CslItem, dateParts } from './csl-item.ts';

/** The names of the offices that issued a release. */
export const officeNames = ({ archive }: Pick<Publication, 'archive'>, { office }: Release) =>
  office.map((slug) => displayName(archive, 'offices', slug));

/** A release as it is cited. */
export function citationOf(publication: Publication, release: Release): CslItem {
  const { archive, addressOf } = publication;
  return {
    id: release.id,
    type: 'webpage',
    genre: wordsFor(archive.site.language).pressRelease,
    title: release.title,
    author: officeNames(publication, release).map((literal) => ({ literal })),
    issued: dateParts(release.date),
    'container-title': archive.site.title,
    language: release.language ?? archive.site.language,
    URL: addressOf(release.path),
  };
}
