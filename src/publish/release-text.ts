import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { formatDay } from '../archive/day.ts';
import type { Release } from '../archive/release.ts';
import { wordsFor } from '../words/languages.ts';
import { fill, formatList } from '../words/words.ts';
import { officeNames } from './citation/authors.ts';
import { citedStatus } from './citation/release-citation.ts';
import type { Publication } from './publication.ts';

/** The file beside a release with its text. */
export const RELEASE_TEXT = 'release.txt';

/** What a page adds to the words: links of statements to themselves, notes about them, ways back from footnotes. */
const ADDED = ['dataPermalink', 'dataNote', 'dataRemoved', 'dataFootnoteBackref'];

/**
 * A release as plain text for the systems of newsrooms: its head, its words with a blank line between paragraphs, its
 * press contacts and its address. What was withdrawn or corrected says so at the top.
 */
export function formatReleaseText(publication: Publication, release: Release): string {
  const { archive, addressOf, textOf } = publication;
  const words = wordsFor(archive.site.language);
  const { title, subtitle, date, dateline, withdrawn, corrections = [], contact } = release;
  const status = citedStatus(publication, release);
  const own = wordsFor(release.language ?? archive.site.language).language;
  const notices = [
    status && `[${status}]`,
    withdrawn?.reason,
    ...corrections.map(
      (correction) => `${formatDay(correction.date, words.language)}: ${correction.note}`,
    ),
  ];
  const day = [dateline, formatDay(date, own)].filter(Boolean).join(', ');
  const people = contact.map(({ name, title: role, office, phone, email }) =>
    [[name, role, office].filter(Boolean).join(', '), phone, email].filter(Boolean).join('\n'),
  );
  const parts = [
    notices.filter(Boolean).join('\n'),
    formatList(words.language, officeNames(publication, release)),
    [title, subtitle].filter(Boolean).join('\n'),
    day,
    plainText(textOf(release.id)?.html ?? ''),
    `${words.release.contact}\n${people.join('\n\n')}`,
    fill(words.release.print, {
      site: archive.site.title,
      day: formatDay(date, words.language),
      address: addressOf(release.path),
    }),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** The words of a rendered text as they are read: items have their numbers or a bullet, cells a tab between them. */
function plainText(html: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    if (parent && index !== undefined && ADDED.some((name) => name in node.properties)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (/^h[1-6]$/.test(node.tagName)) node.tagName = 'p'; // which has a blank line after it
    if ('dataFootnoteRef' in node.properties) {
      node.children.unshift({ type: 'text', value: ' [' });
      node.children.push({ type: 'text', value: ']' });
    }
    if (node.tagName === 'ul' || node.tagName === 'ol') numberItems(node);
    return undefined;
  });
  return toText(tree).trim();
}

function numberItems({ tagName, properties, children }: Element): void {
  let number = Number(properties['start'] ?? 1);
  for (const item of children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue;
    const value = `${tagName === 'ol' ? `${number++}.` : '•'} `;
    const first = item.children.find((child) => child.type === 'element' && child.tagName === 'p');
    const holder = first?.type === 'element' ? first : item;
    holder.children.unshift({ type: 'text', value });
  }
}
