import type { Day } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';
import { officeNames } from '../citation/authors.ts';
import { startOf } from '../../archive/instant.ts';
import { wordsFor } from '../../words/languages.ts';
import { fill } from '../../words/words.ts';
import type { Publication } from '../publication.ts';
import { escapeXml } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

const MAX_ENTRIES = 50;

/** A change of a release, with the id of the notice on its page. */
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

/** The feed of corrections and withdrawals only, for people who have quoted a release. */
export function correctionsFeed(publication: Publication): Feed {
  const { archive, addressOf } = publication;
  const { site, releases } = archive;
  const changes = releases
    .flatMap((release) => changesOf(publication, release))
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
    .slice(0, MAX_ENTRIES);
  const [last] = changes;
  const { feeds, language } = wordsFor(site.language);
  const named = { site: site.title };
  return {
    title: fill(feeds.correctionsTitle, named),
    description: fill(feeds.correctionsDescription, named),
    page: addressOf('/feeds/'),
    folder: addressOf('/'),
    language,
    entries: changes.map((change) => entryOf(publication, change)),
    modified: last && startOf(last.on, site.timezone),
  };
}

function changesOf({ archive, connect }: Publication, release: Release): Change[] {
  const words = wordsFor(archive.site.language);
  const { title, corrections = [], withdrawn } = release;
  const { correctedBy } = connect(release);
  return [
    ...(withdrawn
      ? [
          {
            release,
            on: withdrawn.date,
            place: 'page:withdrawn',
            title: fill(words.withdrawnTitle, { title }),
            text: withdrawn.reason,
          },
        ]
      : []),
    ...corrections.map(({ date, note }, n) => ({
      release,
      on: date,
      place: `page:correction-${n + 1}`,
      title: fill(words.correctionTitle, { title }),
      text: note,
    })),
    ...correctedBy.map((by) => ({
      release,
      on: by.date,
      place: `page:corrected-by-${by.id}`,
      title: fill(words.replacedTitle, { title }),
      text: fill(words.feeds.replacedBy, { title: by.title }),
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
