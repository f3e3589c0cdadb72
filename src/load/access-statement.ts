import { join } from 'node:path';
import type { AccessCounts } from '../archive/access-fault.ts';
import { formatDay } from '../archive/day.ts';
import type { OwnPage } from '../archive/model.ts';
import { contactLink } from '../archive/public-contact.ts';
import type { Site } from '../archive/site.ts';
import { wordsFor } from '../words/languages.ts';
import { fill, fillCount, formatList } from '../words/words.ts';
import type { OwnPageText } from './load-own-pages.ts';
import { countBarriers, countUntagged, type PublishedTexts } from './access-counts.ts';

/** Where the statement is, and the archive's own page that replaces it. */
const PATH = '/accessibility/';

/**
 * The page with the statement on accessibility, without its text: for archives that name a contact, and have no
 * published page of their own at its address.
 */
export function statementPage(
  { accessibility, language }: Site,
  own: readonly OwnPage[],
): OwnPage | undefined {
  if (accessibility === undefined || own.some(({ path }) => path === PATH)) return undefined;
  const words = wordsFor(language);
  const { title } = words.accessibility;
  return {
    path: PATH,
    title,
    isInNav: false,
    order: Infinity,
    isDraft: false,
    language: words.language,
  };
}

/** What the statement is made from. */
interface StatementFacts {
  site: Site;
  contentDir: string;
  /** Published files, by their paths below `media/`. */
  media: Iterable<string>;
  texts: PublishedTexts;
  /** Where it is remembered what was found in texts and documents. */
  cacheDir: string | undefined;
}

/** Writes the statement by what is true of the archive. */
export async function writeStatement(page: OwnPage, facts: StatementFacts): Promise<OwnPageText> {
  const { site, contentDir, media, texts, cacheDir } = facts;
  const pdfs = [...media]
    .filter((path) => /\.pdf$/i.test(path))
    .map((path) => join(contentDir, 'media', path));
  const untagged = await countUntagged(pdfs, cacheDir);
  const barriers = await countBarriers(texts, cacheDir);
  const { bodyRenderer } = await import('../markdown/render-body.ts'); // slow to load
  const { language } = wordsFor(site.language);
  const render = bodyRenderer({ base: '/', media: new Map(), language, isCitable: false });
  const markdown = accessStatement(site, { pdfs: pdfs.length, untagged, barriers });
  const { html } = render({ markdown, line: 1, file: PATH });
  return { ...page, html, excerpt: wish(site) };
}

const wish = ({ language, publisher, title }: Site) =>
  fill(wordsFor(language).accessibility.wish, { publisher: publisher ?? title });

/** What was counted for the statement. */
interface StatementCounts {
  pdfs: number;
  untagged: number;
  barriers: AccessCounts;
}

/** The kinds of barriers in texts, in the order in which the statement lists them. */
const IN_TEXTS = ['picture', 'link', 'table', 'heading', 'capitals', 'recording'] as const;

/** The statement as Markdown. */
export function accessStatement(site: Site, count: StatementCounts): string {
  const words = wordsFor(site.language);
  const { accessibility: say, language } = words;
  const { contact = [], reviewed } = site.accessibility ?? {};
  const links = contact.map(contactLink).map(({ name, href }) => `[${plain(name)}](<${href}>)`);
  const { archived_before: before } = site;
  const documents = [
    fillCount(words, say.pdfs, count.pdfs),
    count.untagged > 0 ? fillCount(words, say.untagged, count.untagged) : say.allTagged,
  ];
  const limits = [
    say.issued,
    ...IN_TEXTS.flatMap((kind) => {
      const found = count.barriers[kind] ?? 0;
      return found === 0 ? [] : [fillCount(words, say.barriers[kind], found)];
    }),
    ...(count.pdfs > 0 ? [documents.join(' ')] : []),
    ...(before === undefined ? [] : [fill(say.archived, { day: formatDay(before, language) })]),
  ];
  return [
    plain(wish(site)),
    `## ${say.standard}`,
    say.conforms,
    `## ${say.tested}`,
    say.machine,
    `## ${say.limits}`,
    limits.map((text) => `- ${text}`).join('\n'),
    `## ${say.help}`,
    fill(say.ask, { contact: formatList(language, links) }),
    ...(reviewed === undefined ? [] : [fill(say.reviewed, { day: formatDay(reviewed, language) })]),
  ].join('\n\n');
}

/** Words that Markdown must not take for markup. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#~|&]/g, '\\$&');
