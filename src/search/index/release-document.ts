import { displayName } from '../../archive/browse.ts';
import type { Archive } from '../../archive/model.ts';
import type { Release } from '../../archive/release.ts';
import { indexHtml } from '../../markdown/html-forms.ts';
import { wordsFor } from '../../words/languages.ts';
import type { SiteWords } from '../../words/words.ts';
import { bindIndexedSymbols } from '../symbols.ts';
import { hasUnspacedScript, spaceCharacters, UNSPACED } from '../characters.ts';

/**
 * The document that Pagefind indexes for a release: its words and statements, without the page
 * around them. Each statement gets `data-pagefind-title`, which makes it a result of its own. What
 * filters need is not in it, but in the table of releases.
 * @param html the release's rendered body.
 * @see https://pagefind.app/docs/metadata/
 */
export function releaseDocument(archive: Archive, release: Release, html = ''): string {
  const indexed = indexHtml(html, {
    statement: 'data-pagefind-title="¶"',
    ignored: 'data-pagefind-ignore',
  });
  const words = indexed
    .replaceAll(/(?<=>)[^<]+/g, (text) => toIndex(text, true))
    .replaceAll(BLOCK_END, `$&${BLOCK_ENDED}`);
  return `${documentHead(archive, release)}${words}</body></html>`;
}

/**
 * All that `documentHead` is made from, as it is written: binding symbols in the headlines of a whole archive takes
 * longer than to find out by this that nothing has changed.
 */
export const headSources = (archive: Archive, release: Release): unknown => [
  archive.site.language,
  metadataOf(archive, release),
  release.subtitle,
];

/** What is stored of a release beside its words. */
function metadataOf(archive: Archive, release: Release): string[][] {
  const words = wordsFor(archive.site.language);
  return [
    ['title', release.title],
    ['id', release.id],
    ['date', release.date],
    ['office', release.office.map((slug) => displayName(archive, 'offices', slug)).join(', ')],
    ['notice', noticeOf(release, words)],
    ['language', release.language ?? ''],
  ].filter(([, value]) => value !== '');
}

/** The part of a release's document before its body: all that is indexed of it beside the body. */
export function documentHead(archive: Archive, release: Release): string {
  const attributes = metadataOf(archive, release)
    .map(
      ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escape(value)}">`,
    )
    .join('');
  const subtitle =
    release.subtitle === undefined ? '' : `<p>${escape(toIndex(release.subtitle))}</p>`;
  return (
    `<!doctype html><html lang="${archive.site.language}"><head><title></title></head>` +
    `<body data-pagefind-body>${attributes}<h1>${escape(toIndex(release.title))}</h1>${subtitle}`
  );
}

/** What its result says of it at a glance. */
function noticeOf({ withdrawn, corrections, isArchived }: Release, words: SiteWords): string {
  const state = withdrawn ? words.withdrawn : corrections ? words.corrected : '';
  return [state, isArchived ? words.archived.flag : ''].filter(Boolean).join(' · ');
}

/** How many words the headline of a release has in the index, in which it comes first. */
export const headlineWords = ({ title }: Pick<Release, 'title'>): number =>
  toIndex(title).split(/\s+/).filter(Boolean).length;

/** A text with its symbols bound, and a space between the characters of a script without spaces. */
function toIndex(text: string, isEscaped = false): string {
  const joined = text.replaceAll(BEFORE_SIGN, JOINER);
  const spaced = isEscaped ? spaceEscaped(joined) : spaceCharacters(joined, UNSPACED);
  return bindIndexedSymbols(spaced, isEscaped);
}

/** The space before a dash or an ampersand between spaces: else it would be counted as a word, and no phrase found across it. */
const BEFORE_SIGN = / (?=(?:[^\s\p{L}\p{N}<>&]|&(?:#x26;)?){1,3} )/gu;

const REFERENCE = /&#?\w+;/g;
const HIDDEN = '\uE00D'; // of the private use area, which texts of the index have for our symbols alone

/** Spaces the characters of a text with references such as `&#x26;`, which stay whole. */
function spaceEscaped(text: string): string {
  if (!hasUnspacedScript(text) || !text.includes('&')) return spaceCharacters(text, UNSPACED);
  const references = text.match(REFERENCE) ?? [];
  const hidden = text.replaceAll(HIDDEN, '').replace(REFERENCE, HIDDEN);
  return spaceCharacters(hidden, UNSPACED).replaceAll(HIDDEN, () => references.shift() ?? '');
}

/**
 * The last character of a block that has text at its end, beside tags that are closed there, such as those of a
 * link to the statement.
 */
const BLOCK_END =
  /[^\s<>](?=(?:<a data-permalink[^<>]*>|<\/(?!(?:h\d|p|td|div|li|ul|article|section)>)\w+>)*<\/(?:h\d|p|td|div|li)>)/g;
/** Behind a letter Pagefind ends a block with a full stop, which would be shown though nobody issued it. */
const BLOCK_ENDED = '\u200B'; // zero-width space: Pagefind leaves it out

/** Joins a sign to the word before it; `splitWords` makes it a space again. */
const JOINER = '\u2060'; // word joiner

const escape = (text = '') =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
