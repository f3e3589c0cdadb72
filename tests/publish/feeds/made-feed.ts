import type { Day } from '../../../src/archive/day.ts';
import { connections } from '../../../src/archive/connections.ts';
import { daysOfChange } from '../../../src/archive/days-of-change.ts';
import type { Feed, FeedEntry } from '../../../src/publish/feeds/feed.ts';
import { startOf } from '../../../src/archive/instant.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import { siteSchema } from '../../../src/archive/site.ts';
import { type MadeParts, type Fields, madeArchive } from '../../support/made-release.ts';

export const ROOT = 'https://press.example.org/archive';
const ZONE = 'America/Los_Angeles';

/** An entry with every field, but for what is given. */
export function madeEntry(fields: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: `${ROOT}/releases/2017/11/22/a/`,
    title: 'Lanterns & <tides>',
    published: startOf('2017-11-22', ZONE),
    modified: startOf('2017-11-25', ZONE),
    summary: 'The lanterns are lit & burn.',
    html: '<p>The lanterns are lit.</p>',
    authors: ['Office of the North', 'Office of the South'],
    categories: ['Lanterns', 'Nhập cư'],
    language: 'en',
    attachments: [],
    ...fields,
  };
}

export function madeFeed(fields: Partial<Feed> = {}): Feed {
  return {
    title: 'Press & more',
    description: 'All releases',
    page: `${ROOT}/releases/`,
    folder: `${ROOT}/`,
    language: 'en',
    entries: [madeEntry()],
    modified: startOf('2017-11-25', ZONE),
    ...fields,
  };
}

/** A publication of releases with the words “Words of ID.”; attachments have seven bytes. */
export function madePublication(
  releases: Record<string, Fields>,
  { site = {}, ...parts }: Omit<MadeParts, 'site'> & { site?: Record<string, unknown> } = {},
  today: Day = '2026-01-01',
): Publication {
  const { archive, problems } = madeArchive(releases, {
    ...parts,
    site: siteSchema.parse({ title: 'Press', timezone: ZONE, ...site }),
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const connect = connections(archive);
  const changedOn: Publication['changedOn'] = (release) =>
    daysOfChange(release, connect(release), undefined);
  return {
    archive,
    connect,
    addressOf: (path) => ROOT + path,
    earlierOf: () => [],
    echoesOf: () => undefined,
    textOf: (id) => ({
      html: `<p>Words of <a href="/archive/releases/">${id}</a>.</p>`,
      plain: `Words of ${id}.`,
      excerpt: `Words of ${id}.`,
      statements: new Uint8Array(),
    }),
    fileOf: () => Promise.resolve({ bytes: 7, sha256: '', isPdf: true }),
    changedOn,
    modifiedOn: (release) => changedOn(release).at(-1) ?? release.date,
    inArchiveOn: changedOn,
    updatedOn: (release) => changedOn(release).at(-1) ?? release.date,
    gone: [],
    today,
  };
}
