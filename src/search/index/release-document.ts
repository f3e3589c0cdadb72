import { AXES, displayName, namesOn } from '../../archive/browse.ts';
import type { Archive } from '../../archive/archive.ts';
import { yearOf } from '../../archive/day.ts';
import type { Release } from '../../archive/release.ts';
import { slugify } from '../../archive/slug.ts';

/** The axes of browsing as the search's filters and its address call them. */
export const FILTERS = {
  offices: 'office',
  caucuses: 'caucus',
  topics: 'topic',
  speakers: 'speaker',
} as const;

/**
 * The document that Pagefind indexes for a release: its words and statements, without the page
 * around them. Each statement gets `data-pagefind-title`, which makes it a result of its own.
 * @param html the release's rendered body.
 * @see https://pagefind.app/docs/metadata/ and https://pagefind.app/docs/filtering/
 */
export function releaseDocument(archive: Archive, release: Release, html: string): string {
  const filters = [
    ['year', yearOf(release.date)],
    ['day', release.date],
    ...AXES.flatMap((axis) => {
      return namesOn(axis, release).map((name) => [FILTERS[axis], slugify(name)]);
    }),
  ];
  const meta = [
    ['id', release.id],
    ['date', release.date],
    ['office', release.office.map((slug) => displayName(archive, 'offices', slug)).join(', ')],
    ['notice', release.withdrawn ? 'Withdrawn' : release.corrections ? 'Corrected' : ''],
    ['language', release.language ?? ''],
  ].filter(([, value]) => value !== '');
  const attributes = (kind: string, pairs: string[][]) =>
    pairs
      .map(
        ([name, value]) =>
          `<meta data-pagefind-${kind}="${name}[content]" content="${escape(value)}">`,
      )
      .join('');
  const indexed = html
    .replaceAll('data-statement=""', 'data-pagefind-title="¶"')
    .replaceAll(
      '<sup><a href="#user-content-fn-',
      '<sup data-pagefind-ignore><a href="#user-content-fn-',
    )
    .replaceAll(/data-(?:footnote-backref|note|removed)=""/g, 'data-pagefind-ignore')
    // A dash between spaces would count as a word, and no phrase would be found across it.
    .replaceAll(/ (?=[-–—]{1,3} )/g, JOINER);
  const subtitle = release.subtitle === undefined ? '' : `<p>${escape(release.subtitle)}</p>`;
  return (
    `<!doctype html><html lang="${archive.site.language}"><head><title></title></head>` +
    `<body data-pagefind-body>${attributes('meta', meta)}${attributes('filter', filters)}` +
    `<h1>${escape(release.title)}</h1>${subtitle}${indexed}</body></html>`
  );
}

/** Holds a dash to the word before it; whoever shows the indexed words makes it a space again. */
export const JOINER = '\u2060'; // word joiner

const escape = (text = '') =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
