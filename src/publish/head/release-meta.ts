import { displayName } from '../../archive/browse.ts';
import { formatDay } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';
import { authorsOf, officeNames } from '../citation/authors.ts';
import { headName } from '../citation/csl-item.ts';
import { citedStatus } from '../citation/release-citation.ts';
import { issuedAt, startOf } from '../../archive/instant.ts';
import { mediaTypeOf } from '../media-type.ts';
import { wordsFor } from '../../words/languages.ts';
import { fill, formatList } from '../../words/words.ts';
import type { Publication } from '../publication.ts';

/** The metadata in the head of a page: `name` and `property` are attributes of `meta`. */
export type Meta = { content: string } & ({ name: string } | { property: string });

/** A release in one line, for those who cite it by hand, with what has become of it since. */
export function sourceLine(publication: Publication, release: Release): string {
  const { site } = publication.archive;
  const words = wordsFor(site.language);
  const status = citedStatus(publication, release);
  const citation = fill(words.citation, {
    offices: formatList(words.language, officeNames(publication, release)),
    title: release.title,
    day: formatDay(release.date, words.language),
  });
  return status === undefined ? citation : fill(words.citationWithStatus, { citation, status });
}

/**
 * What reference managers and catalogues read of a release. `z:itemType` comes first: without it Zotero
 * takes whatever has a `citation_title` for an article of a journal. A description in Dublin Core lands in its
 * field Extra, where `Status:` is read as the status of what is cited; so there is none of anything else.
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 * @see https://www.dublincore.org/specifications/dublin-core/dc-html/
 */
export async function citationMeta(publication: Publication, release: Release): Promise<Meta[]> {
  const { archive, addressOf, fileOf, textOf, updatedOn } = publication;
  const { site } = archive;
  const {
    title,
    date,
    language = site.language,
    topics = [],
    bills = [],
    source,
    attachments = [],
  } = release;
  const url = addressOf(release.path);
  const offices = officeNames(publication, release);
  const status = citedStatus(publication, release);
  const keywords = [
    ...topics,
    ...(release.caucus ?? []).map((slug) => displayName(archive, 'caucuses', slug)),
    ...bills,
  ];
  const files = await Promise.all(
    attachments.map(async ({ file }) => ({ file, ...(await fileOf(file)) })),
  );
  const pdf = files.find(({ file, isPdf }) => isPdf && mediaTypeOf(file) === 'application/pdf');
  const named = (name: string, ...contents: (string | undefined)[]): Meta[] =>
    contents.filter((content) => content).map((content = '') => ({ name, content }));
  return [
    ...named('z:itemType', 'webpage'),
    ...named('citation_title', title),
    ...named('citation_author', ...authorsOf(publication, release).map(headName)),
    ...named('citation_publication_date', date.replaceAll('-', '/')),
    ...named('citation_publisher', offices.join('; ')),
    ...named('citation_public_url', url),
    ...named('citation_fulltext_html_url', url),
    ...named('citation_pdf_url', pdf && addressOf(`/media/${pdf.file}`)),
    ...named('citation_language', language),
    ...named('citation_keywords', ...keywords),
    ...named('citation_abstract', textOf(release.id)?.excerpt),
    ...named('DC.title', title),
    ...named('DC.creator', ...offices),
    ...named('DC.description', status && `Status: ${status}`),
    ...named('DC.publisher', site.publisher ?? site.title),
    ...named('DC.date', date),
    ...named('DC.type', 'Press release'),
    ...named('DC.identifier', url),
    ...named('DC.language', language),
    ...named('DC.subject', ...keywords),
    ...named('DC.source', source),
    ...named('DC.rights', site.license),
    ...named('DCTERMS.issued', date),
    ...named('DCTERMS.modified', updatedOn(release)),
    ...named('DCTERMS.bibliographicCitation', `${sourceLine(publication, release)}, ${url}`),
  ];
}

/** What programs that show a link read of a release. @see https://ogp.me/#type_article */
export function articleMeta(publication: Publication, release: Release): Meta[] {
  const { archive, modifiedOn } = publication;
  const { language, timezone } = archive.site;
  const published = issuedAt(release, timezone);
  const modified = modifiedOn(release);
  const locale = release.language ?? language;
  const meta = (property: string, content: string) => ({ property, content });
  return [
    meta('article:published_time', published.rfc3339),
    ...(modified > release.date
      ? [meta('article:modified_time', startOf(modified, timezone).rfc3339)]
      : []),
    ...[...(release.topics ?? []), ...(release.bills ?? [])].map((tag) => meta('article:tag', tag)),
    ...(/^[a-z]{2}-[A-Z]{2}$/.test(locale) ? [meta('og:locale', locale.replace('-', '_'))] : []),
  ];
}
