import { type Axis, displayName, collectionPath } from '../../archive/browse.ts';
import type { Contact } from '../../archive/frontmatter.ts';
import type { Release } from '../../archive/release.ts';
import { familyNames } from '../citation/authors.ts';
import { fullFamily, partName } from '../../archive/person-name.ts';
import { decodeStatements } from '../data/statements.ts';
import { issuedAt, startOf } from '../../archive/instant.ts';
import { mediaTypeOf } from '../media-type.ts';
import type { Publication } from '../publication.ts';

/** A thing that schema.org has a name for. What is undefined is left out when it is written. */
export type Thing = { '@type': string } & Record<string, unknown>;

/**
 * A release in schema.org's vocabulary. It has no type for press releases: `NewsArticle` with a genre is the
 * nearest; the definition of `ReportageNewsArticle` excludes public relations.
 * @see https://schema.org/NewsArticle
 */
export async function releaseThing(publication: Publication, release: Release): Promise<Thing> {
  const { archive, addressOf, connect, modifiedOn, textOf } = publication;
  const { site } = archive;
  const { title, subtitle, dateline, language, topics, speakers, bills, source, withdrawn } =
    release;
  const url = addressOf(release.path);
  const { statements } = decodeStatements(textOf(release.id)?.statements);
  const { translations } = connect(release);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: title,
    alternativeHeadline: subtitle,
    genre: 'Press release',
    dateline,
    datePublished: issuedAt(release, site.timezone).rfc3339,
    dateModified: startOf(modifiedOn(release), site.timezone).rfc3339,
    inLanguage: language ?? site.language,
    keywords: (topics ?? bills) && [...(topics ?? []), ...(bills ?? [])],
    about: aboutThings(publication, release),
    mentions: speakers?.map((name) => personThing(name, familyNames(archive))),
    license: site.license,
    sameAs: source,
    archivedAt: source && url,
    isPartOf: { '@type': 'WebSite', '@id': addressOf('/'), name: site.title, url: addressOf('/') },
    author: release.office.map((slug, n) =>
      officeThing(publication, slug, n === 0 ? release.contact : []),
    ),
    publisher: {
      '@type': 'Organization',
      name: site.publisher ?? site.title,
      url: addressOf('/'),
      correctionsPolicy: addressOf('/about/'),
    },
    correction: release.corrections?.map(({ date, note }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: date,
    })),
    creativeWorkStatus: withdrawn && 'Withdrawn',
    associatedMedia: await mediaThings(publication, release),
    workTranslation:
      translations.length === 0
        ? undefined
        : translations.map(({ path, title: name, language: inLanguage }) => ({
            '@type': 'NewsArticle',
            '@id': addressOf(path),
            name,
            inLanguage: inLanguage ?? site.language,
          })),
    hasPart: statements.map(({ id, text: words }) => ({
      '@type': 'Statement',
      '@id': `${url}#${id}`,
      text: words,
    })),
  };
}

/** What a release is about: topics and bills, each with its page. */
function aboutThings({ addressOf }: Publication, { topics, bills }: Release): Thing[] | undefined {
  if (topics === undefined && bills === undefined) return undefined;
  const url = (axis: Axis, name: string) => addressOf(collectionPath(axis, name));
  return [
    ...(topics ?? []).map((name) => ({ '@type': 'Thing', name, url: url('topics', name) })),
    ...(bills ?? []).map((name) => ({
      '@type': 'Legislation', // https://schema.org/Legislation, which holds proposed laws too
      name,
      legislationIdentifier: name,
      url: url('bills', name),
    })),
  ];
}

function officeThing(
  { archive, addressOf }: Publication,
  slug: string,
  contacts: readonly Contact[],
): Thing {
  const { member, family, title, url } = archive.offices.get(slug) ?? {};
  const page = addressOf(collectionPath('offices', slug));
  return {
    '@type': 'GovernmentOrganization',
    '@id': page,
    name: displayName(archive, 'offices', slug),
    url: url ?? page,
    employee: member && {
      ...personThing(member, familyNames(archive, family)),
      jobTitle: title,
    },
    contactPoint:
      contacts.length === 0
        ? undefined
        : contacts.map(({ name, phone, email }) => ({
            '@type': 'ContactPoint',
            contactType: 'press',
            name,
            telephone: phone,
            email,
          })),
  };
}

function personThing(name: string, families: readonly string[]): Thing {
  const parts = partName(name, families);
  return {
    '@type': 'Person',
    name,
    givenName: parts.given,
    familyName: fullFamily(parts),
    honorificSuffix: parts.suffix,
  };
}

async function mediaThings({ addressOf, fileOf }: Publication, { attachments }: Release) {
  if (attachments === undefined) return undefined;
  return Promise.all(
    attachments.map(async ({ file, title, alt, credit, rights }): Promise<Thing> => {
      const { bytes, sha256 } = await fileOf(file);
      return {
        '@type': 'MediaObject',
        name: title,
        description: alt,
        creditText: credit,
        copyrightNotice: rights,
        contentUrl: addressOf(`/media/${file}`),
        encodingFormat: mediaTypeOf(file),
        contentSize: String(bytes),
        sha256,
      };
    }),
  );
}

/** JSON for a script element, which nothing in it can end. */
export const formatThing = (thing: Thing): string =>
  JSON.stringify(thing).replaceAll('<', '\\u003c');
