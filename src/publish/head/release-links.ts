import { collectionPath } from '../../archive/browse.ts';
import type { Release } from '../../archive/release.ts';
import { CITATION_FORMATS } from '../citation/citation-files.ts';
import { mediaTypeOf } from '../media-type.ts';
import type { Publication } from '../publication.ts';

/** A `link` in the head of a page. */
export interface HeadLink {
  rel: string;
  href: string;
  type?: string;
}

/**
 * What a program can follow from a release: how it is cited, what describes it, what belongs to it; and
 * what Dublin Core says by an address.
 * @see https://signposting.org/FAIR/
 * @see https://www.dublincore.org/specifications/dublin-core/dc-html/
 */
export function releaseLinks(publication: Publication, release: Release): HeadLink[] {
  const { archive, addressOf, connect } = publication;
  const { license } = archive.site;
  const { corrects, correctedBy } = connect(release);
  const page = (path: string) => ({ href: addressOf(path), type: 'text/html' });
  const beside = (file: string) => addressOf(release.path + file);
  return [
    { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' },
    { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
    { rel: 'DCTERMS.isPartOf', href: addressOf('/') },
    ...(license === undefined ? [] : [{ rel: 'DCTERMS.license', href: license }]),
    ...(corrects ? [{ rel: 'DCTERMS.replaces', href: addressOf(corrects.path) }] : []),
    ...correctedBy.map(({ path }) => ({ rel: 'DCTERMS.isReplacedBy', href: addressOf(path) })),
    { rel: 'cite-as', href: addressOf(release.path) },
    { rel: 'describedby', href: beside('release.json'), type: 'application/json' },
    ...CITATION_FORMATS.map(({ file, mediaType }) => ({
      rel: 'describedby',
      href: beside(file),
      type: mediaType,
    })),
    ...(release.attachments ?? []).map(({ file }) => ({
      rel: 'item',
      href: addressOf(`/media/${file}`),
      type: mediaTypeOf(file),
    })),
    { rel: 'collection', ...page('/') },
    ...release.office.map((slug) => ({ rel: 'author', ...page(collectionPath('offices', slug)) })),
    ...(license === undefined ? [] : [{ rel: 'license', href: license }]),
    { rel: 'type', href: 'https://schema.org/NewsArticle' },
    { rel: 'alternate', href: beside('release.json'), type: 'application/json' },
  ];
}
