import { displayName } from '../../archive/browse.ts';
import type { Archive } from '../../archive/model.ts';
import type { Release } from '../../archive/release.ts';
import { hasSigns, spaceSigns, UNSPACED } from '../signs.ts';

/**
 * The document that Pagefind indexes for a release: its words and statements, without the page
 * around them. Each statement gets `data-pagefind-title`, which makes it a result of its own.
 * What a search is narrowed by is not in it, but in the table of releases.
 * @param html the release's rendered body.
 * @see https://pagefind.app/docs/metadata/
 */
export function releaseDocument(archive: Archive, release: Release, html = ''): string {
  const indexed = html
    .replaceAll('data-statement=""', 'data-pagefind-title="¶"')
    .replaceAll(
      '<sup><a href="#user-content-fn-',
      '<sup data-pagefind-ignore><a href="#user-content-fn-',
    )
    .replaceAll(/data-(?:footnote-backref|note|removed)=""/g, 'data-pagefind-ignore')
    // A dash between spaces would count as a word, and no phrase would be found across it.
    .replaceAll(/ (?=[-–—]{1,3} )/g, JOINER);
  const words = hasSigns(indexed) ? indexed.replaceAll(/(?<=>)[^<]+/g, spaced) : indexed;
  return `${documentHead(archive, release)}${words}</body></html>`;
}

/** What stands before the body in the document of a release: all that is indexed of it beside the body. */
export function documentHead(archive: Archive, release: Release): string {
  const meta = [
    ['title', release.title],
    ['id', release.id],
    ['date', release.date],
    ['office', release.office.map((slug) => displayName(archive, 'offices', slug)).join(', ')],
    ['notice', release.withdrawn ? 'Withdrawn' : release.corrections ? 'Corrected' : ''],
    ['language', release.language ?? ''],
  ].filter(([, value]) => value !== '');
  const attributes = meta
    .map(
      ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escape(value)}">`,
    )
    .join('');
  const subtitle =
    release.subtitle === undefined ? '' : `<p>${spaced(escape(release.subtitle))}</p>`;
  return (
    `<!doctype html><html lang="${archive.site.language}"><head><title></title></head>` +
    `<body data-pagefind-body>${attributes}<h1>${spaced(escape(release.title))}</h1>${subtitle}`
  );
}

const spaced = (text: string) => spaceSigns(text, UNSPACED);

/** Holds a dash to the word before it; whoever shows the indexed words makes it a space again. */
export const JOINER = '\u2060'; // word joiner

const escape = (text = '') =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
