import type { Day } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';
import { officeNames } from '../citation/release-citation.ts';
import { startOf } from '../instant.ts';
import type { Publication } from '../publication.ts';
import { escapeXml } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

const MOST = 50;

/** What was done to a release, by the place on its page that tells of it. */
interface Change {
  release: Release;
  on: Day;
  /** The id of the place. */
  place: string;
  title: string;
  text: string;
  /** The release that replaces it. */
  by?: Release;
}

/** The feed of corrections and withdrawals alone, for those who have quoted what was taken back. */
export function correctionsFeed(publication: Publication): Feed {
  const { archive, addressOf } = publication;
  const { site, releases } = archive;
  const changes = releases
    .flatMap((release) => changesOf(publication, release))
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
    .slice(0, MOST);
  const [last] = changes;
  return {
    title: `Corrections and withdrawals – ${site.title}`,
    description: `Press releases in ${site.title} that were corrected or withdrawn.`,
    page: addressOf('/feeds/'),
    folder: addressOf('/'),
    language: site.language,
    entries: changes.map((change) => entryOf(publication, change)),
    modified: last && startOf(last.on, site.timezone),
  };
}

function changesOf({ connect }: Publication, release: Release): Change[] {
  const { title, corrections = [], withdrawn } = release;
  const { correctedBy } = connect(release);
  return [
    ...(withdrawn
      ? [
          {
            release,
            on: withdrawn.date,
            place: 'page:withdrawn',
            title: `Withdrawn: ${title}`,
            text: withdrawn.reason,
          },
        ]
      : []),
    ...corrections.map(({ date, note }, n) => ({
      release,
      on: date,
      place: `page:correction-${n + 1}`,
      title: `Correction: ${title}`,
      text: note,
    })),
    ...correctedBy.map((by) => ({
      release,
      on: by.date,
      place: `page:corrected-by-${by.id}`,
      title: `Replaced: ${title}`,
      text: `Replaced by a later release: ${by.title}`,
      by,
    })),
  ];
}

function entryOf(
  publication: Publication,
  { release, on, place, title, text, by }: Change,
): FeedEntry {
  const { archive, addressOf } = publication;
  const { language, timezone } = archive.site;
  const address = addressOf(release.path);
  const time = startOf(on, timezone);
  const link = (to: string, words: string) => `<a href="${escapeXml(to)}">${escapeXml(words)}</a>`;
  const replacing = by ? `<p>${link(addressOf(by.path), by.title)}</p>` : '';
  return {
    id: `${address}#${place}`,
    title,
    published: time,
    modified: time,
    summary: text,
    html: `<p>${escapeXml(text)}</p>${replacing}<p>${link(address, release.title)}</p>`,
    authors: officeNames(publication, release),
    categories: [],
    language,
    attachments: [],
  };
}
