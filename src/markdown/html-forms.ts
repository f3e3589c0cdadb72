/*
 * Other forms of a rendered text. They are made of its HTML, and not once more of its tree: a text is
 * cached as HTML, and parsing it again would cost as much as rendering. So this is the one place outside
 * of the renderer that knows how the renderer writes its elements and attributes.
 */

/** The link of a statement to itself. */
const PERMALINK = /<a data-permalink(?:[^<>"]|"[^"]*")*><\/a>/g;
/** An address in a start tag, up to where it begins. */
const ADDRESS = /(<\w+(?:\s[\w-]+(?:="[^"]*")?)*?\s(?:href|src)=")([#/])(?!\/)/g;

/**
 * The text of a release as it can be read away from its page, such as in a feed: addresses are absolute,
 * and without permalinks.
 * @param page the whole address of the release.
 */
export function feedHtml(html: string, page: string): string {
  const { origin } = new URL(page);
  return html
    .replace(PERMALINK, '')
    .replace(
      ADDRESS,
      (_, tag: string, first: string) => tag + (first === '#' ? page : origin) + first,
    );
}

/** The mark of a footnote in the text. */
const NOTE_MARK = '<sup><a href="#user-content-fn-';
/** What is added to a text: the way back from a footnote, notes about edits, markers of removed statements. */
const ADDED = /data-(?:footnote-backref|note|removed)=""/g;

/**
 * The text of a release as a search index reads it.
 * @param attributes those by which the index recognizes a statement, and what it must not read.
 */
export const indexHtml = (
  html: string,
  { statement, ignored }: { statement: string; ignored: string },
): string =>
  html
    .replaceAll('data-statement=""', statement)
    .replaceAll(NOTE_MARK, NOTE_MARK.replace('<sup', `<sup ${ignored}`))
    .replaceAll(ADDED, ignored);
