import { heldIn } from '../../archive/held-releases.ts';
import { displayName, isInferred, onFrontPage, type Collection } from '../../archive/browse.ts';
import { type Day, formatDay } from '../../archive/day.ts';
import { hasClosed } from '../../archive/issuer.ts';
import type { Release } from '../../archive/release.ts';
import { officeNames } from '../citation/authors.ts';
import { issuedAt, latest, startOf } from '../../archive/instant.ts';
import { mediaTypeOf } from '../media-type.ts';
import { languageName } from '../../words/language-name.ts';
import { directionOf } from '../../words/direction.ts';
import { wordsFor } from '../../words/languages.ts';
import { fill } from '../../words/words.ts';
import type { Publication } from '../publication.ts';
import { escapeXml } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { feedHtml } from '../../markdown/html-forms.ts';

/** Releases in a feed. Withdrawn ones are not in it, but in `/corrections.xml`. */
const MOST = 50;

/** The feed of the whole archive. */
export function archiveFeed(publication: Publication): Promise<Feed> {
  const { title, description } = publication.archive.site;
  const { releases } = publication.archive;
  return feedOf(publication, { title, description, path: '/', page: '/releases/', releases });
}

/** The languages of the releases, as tags, where there are several: each has a feed. */
export function feedLanguages({ archive }: Publication): string[] {
  const { site, releases } = archive;
  const tags = new Set(releases.map(({ language }) => language ?? site.language));
  return tags.size < 2 ? [] : [...tags].sort();
}

/** The feed of the releases in one language. */
export async function languageFeed(publication: Publication, language: string): Promise<Feed> {
  const { site, releases } = publication.archive;
  const feed = await feedOf(publication, {
    title: `${site.title} – ${languageName(language, site.language)}`,
    description: site.description,
    path: '/',
    page: '/releases/',
    releases: releases.filter((release) => (release.language ?? site.language) === language),
  });
  return { ...feed, language, suffix: `-${language}` };
}

/** A collection with the releases that its feed holds, and no others. */
export const inFeed = (collection: Collection): Collection => ({
  ...collection,
  releases: onFrontPage(collection.releases, MOST),
});

/** The day on which the office of a collection has closed, which ends its feed. */
export function closedOn(
  { archive, today }: Publication,
  { axis, slug }: Pick<Collection, 'axis' | 'slug'>,
): Day | undefined {
  const office = axis === 'offices' ? archive.offices.get(slug) : undefined;
  return office && hasClosed(office, today) ? office.closed : undefined;
}

/**
 * The feed of an office, a caucus, a topic, a speaker or a bill. That of an office which has closed ends with an
 * entry that says so.
 */
export async function collectionFeed(
  publication: Publication,
  collection: Collection,
): Promise<Feed> {
  const { archive } = publication;
  const { path, releases } = collection;
  const title = `${collection.name} – ${archive.site.title}`;
  const { feeds, attributions } = wordsFor(archive.site.language);
  const about = fill(feeds.collectionDescription, { name: collection.name });
  const description = isInferred(collection) ? `${about} (${attributions.byRule})` : about;
  const feed = await feedOf(publication, { title, description, path, page: path, releases });
  const end = endOf(publication, collection);
  if (end === undefined) return feed;
  const isLast = feed.modified === undefined || feed.modified.rfc3339 < end.modified.rfc3339;
  return {
    ...feed,
    entries: [end, ...feed.entries].slice(0, MOST),
    modified: isLast ? end.modified : feed.modified,
    isEnded: true,
  };
}

interface Source {
  title: string;
  description: string;
  /** The path of the folder of the feed's files. */
  path: string;
  /** The page that it is the feed of. */
  page: string;
  releases: readonly Release[];
}

async function feedOf(publication: Publication, source: Source): Promise<Feed> {
  const { archive, addressOf, modifiedOn } = publication;
  const { language, timezone } = archive.site;
  const isPublic = (release: Release) => heldIn(archive, release) === undefined; // as in a preview of all
  const releases = onFrontPage(source.releases.filter(isPublic), MOST);
  const modified = latest(releases.map(modifiedOn));
  return {
    title: source.title,
    description: source.description,
    page: addressOf(source.page),
    folder: addressOf(source.path),
    language,
    entries: await Promise.all(releases.map((release) => entryOf(publication, release))),
    modified: modified === undefined ? undefined : startOf(modified, timezone),
  };
}

async function entryOf(publication: Publication, release: Release): Promise<FeedEntry> {
  const { archive, addressOf, fileOf, modifiedOn, textOf } = publication;
  const { language, timezone } = archive.site;
  const { caucus = [], topics = [], bills = [], attachments = [] } = release;
  const id = addressOf(release.path);
  const text = textOf(release.id);
  const published = issuedAt(release, timezone);
  const modified = modifiedOn(release);
  return {
    id,
    title: release.title,
    published,
    modified: modified > release.date ? startOf(modified, timezone) : published,
    summary: text?.excerpt || release.title, // a picture alone has no words
    html: inDirection(feedHtml(text?.html ?? '', id), release.language ?? language),
    authors: officeNames(publication, release),
    categories: [
      ...caucus.map((slug) => displayName(archive, 'caucuses', slug)),
      ...topics,
      ...bills,
    ],
    language: release.language ?? language,
    attachments: await Promise.all(
      attachments.map(async ({ file, title }) => ({
        url: addressOf(`/media/${file}`),
        title,
        mediaType: mediaTypeOf(file),
        bytes: (await fileOf(file)).bytes,
      })),
    ),
  };
}

/** Feed readers do not see a release's page, so a text from right to left states its direction itself. */
const inDirection = (html: string, language: string) =>
  directionOf(language) === 'rtl' ? `<div lang="${language}" dir="rtl">${html}</div>` : html;

function endOf(publication: Publication, collection: Collection): FeedEntry | undefined {
  const { archive, addressOf } = publication;
  const { timezone } = archive.site;
  const { feeds, language } = wordsFor(archive.site.language);
  const closed = closedOn(publication, collection);
  if (closed === undefined) return undefined;
  const { name, path } = collection;
  const page = addressOf(path);
  const summary = fill(feeds.closed, { name, day: formatDay(closed, language) });
  const link = (to: string, text: string) => `<a href="${escapeXml(to)}">${escapeXml(text)}</a>`;
  const links = fill(escapeXml(feeds.closedLinks), {
    address: link(page, page),
    feeds: link(addressOf('/feeds/'), feeds.otherFeeds),
  });
  return {
    id: `${page}#page:closed`,
    title: fill(feeds.closedTitle, { name }),
    published: startOf(closed, timezone),
    modified: startOf(closed, timezone),
    summary,
    html: `<p>${escapeXml(summary)}</p><p>${links}</p>`,
    authors: [archive.site.publisher ?? archive.site.title],
    categories: [],
    language,
    attachments: [],
  };
}
