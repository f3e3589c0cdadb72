import { isOld } from '../archive/age.ts';
import { type Attribution, isInferredSpeaker, speakersOf } from '../archive/attributions.ts';
import { type Axis, displayName, collectionPath } from '../archive/browse.ts';
import { yearOf } from '../archive/day.ts';
import type { Contact } from '../archive/frontmatter.ts';
import { heldIn, type HeldRelease } from '../archive/held-releases.ts';
import { hasClosed } from '../archive/issuer.ts';
import type { Release } from '../archive/release.ts';
import { slugify } from '../archive/slug.ts';
import { type ChangedWords, changedWords } from '../archive/wordings/changed-words.ts';
import type { RenderedBody } from '../load/read-release.ts';
import { citedStatus } from '../publish/citation/release-citation.ts';
import { releaseContentDigest } from '../publish/data/release-record.ts';
import { decodeStatements } from '../publish/data/statements.ts';
import { formatThing, releaseThing } from '../publish/head/json-ld.ts';
import { type HeadLink, releaseLinks } from '../publish/head/release-links.ts';
import { articleMeta, citationMeta, type Meta, sourceLine } from '../publish/head/release-meta.ts';
import { pictureMeta } from '../publish/share-picture/picture.ts';
import type { Named } from './listed-release.ts';
import type { ShownEchoes } from './release-echoes.ts';
import { markedBody, type SaidElsewhere, saidElsewhere } from './said-elsewhere.ts';
import type { SiteView } from './site-view.ts';

/** What the page of a release shows, except its fields and other releases. */
export interface ReleasePage {
  body: RenderedBody | undefined;
  /** How the words of its statements changed since they were recorded, where the archive publishes that. */
  changedWords: ChangedWords[];
  /** What it says to programs: `meta` and `link` elements, and JSON-LD. */
  head: { meta: Meta[]; links: HeadLink[]; thing: string };
  /** The release in one line, as copied quotations cite it. */
  source: string;
  /** Its absolute address. */
  address: string;
  /** Of its content, as in `release.json`: which version was printed. */
  digest: string;
  /** What has become of it since it was issued, for those who cite it. */
  status: string | undefined;
  /** In a preview: that it is not published yet. */
  held?: HeldRelease;
  offices: Named[];
  /** Those of them that issue nothing any more, and the day they closed. */
  closedOffices: { name: string; closed: string }[];
  /** If it is older than two years: its year, and whom the press may ask today. */
  age?: { year: string; contacts: Contact[] };
  caucuses: Named[];
  topics: Named[];
  speakers: NamedSpeakers;
  /** Who says which of its statements. */
  said: Said[];
  /** Undefined where none of its statements is in another release. */
  elsewhere: SaidElsewhere | undefined;
  bills: Named[];
  /** The size in bytes of each attachment, by its path below `media/`. */
  sizes: Readonly<Record<string, number>>;
}

type NamedSpeakers = (Named & { isInferred: boolean })[];

/** A person, and what the person says in a release. */
export interface Said extends Named {
  statements: readonly Attribution[];
  /** Whether all of it was inferred. */
  isInferred: boolean;
}

/** @param echoes which of its statements are in other releases. */
export async function releasePage(
  view: SiteView,
  release: Release,
  echoes: ShownEchoes | undefined,
): Promise<ReleasePage> {
  const { archive, publication } = view;
  const named = (axis: Axis, names: readonly string[] = []): Named[] =>
    names.map((name) => ({
      name: displayName(archive, axis, name),
      path: collectionPath(axis, name),
    }));
  const held = heldIn(archive, release);
  return {
    body: markedBody(view, release, echoes),
    changedWords: changedWordsOf(view, release),
    head: {
      meta: [
        ...(await citationMeta(publication, release)),
        ...articleMeta(publication, release),
        ...pictureMeta(publication, release),
      ],
      links: releaseLinks(publication, release),
      thing: formatThing(await releaseThing(publication, release)),
    },
    source: sourceLine(publication, release),
    address: publication.addressOf(release.path),
    digest: releaseContentDigest(publication, release),
    status: citedStatus(publication, release),
    ...(held && { held }),
    ...(isOld(release.date, publication.today) && { age: ageOf(view, release) }),
    offices: named('offices', release.office),
    closedOffices: release.office.flatMap((slug) => {
      const office = archive.offices.get(slug);
      if (office?.closed === undefined || !hasClosed(office, publication.today)) return [];
      return [{ name: office.name, closed: office.closed }];
    }),
    caucuses: named('caucuses', release.caucus),
    topics: named('topics', release.topics),
    speakers: named('speakers', speakersOf(release)).map((one) => {
      return { ...one, isInferred: isInferredSpeaker(release, slugify(one.name)) };
    }),
    said: saidIn(release),
    elsewhere: echoes && saidElsewhere(view, release, echoes),
    bills: named('bills', release.bills),
    sizes: Object.fromEntries(
      (release.attachments ?? []).map(({ file }) => [file, archive.media.get(file)?.bytes ?? 0]),
    ),
  };
}

/** Those who speak, in the order in which they do. */
function saidIn({ attributions = [] }: Release): Said[] {
  const bySpeaker = Map.groupBy(attributions, ({ speaker }) => slugify(speaker));
  return [...bySpeaker.values()].map((statements) => {
    const { speaker = '' } = statements[0] ?? {};
    const isInferred = statements.every(({ inferred }) => inferred !== undefined);
    return { name: speaker, path: collectionPath('speakers', speaker), statements, isInferred };
  });
}

function changedWordsOf({ archive, publication }: SiteView, { id, language }: Release) {
  const wordings = archive.earlier.get(id);
  if (wordings === undefined) return [];
  const { statements } = decodeStatements(publication.textOf(id)?.statements);
  const present = statements.flatMap(({ id, text, former = [] }) =>
    [id, ...former].map((one) => [one, { id, text }] as const),
  );
  return changedWords(wordings, new Map(present), language ?? archive.site.language);
}

/** Offices that have closed, and those whose files name nobody, have no contact today. */
function ageOf({ archive, publication }: SiteView, { date, office }: Release) {
  const present = office.flatMap((slug) => {
    const { contact = [], closed } = archive.offices.get(slug) ?? {};
    return hasClosed({ closed }, publication.today) ? [] : contact;
  });
  return { year: yearOf(date), contacts: present };
}
