import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { align, type Alignment } from '../archive/ledger/align.ts';
import type { LedgerEntry } from '../archive/ledger/entry.ts';
import type { Problem } from '../archive/problem.ts';
import { allowList } from './allow-list.ts';
import { readEndMark } from './end-mark.ts';
import { firstWords } from './first-words.ts';
import { plainText } from './plain-text.ts';
import { rehypeAllowList } from './rehype-allow-list.ts';
import { rehypeDateline } from './rehype-dateline.ts';
import { rehypeHeadingIds } from './rehype-heading-ids.ts';
import { rehypeHeadingRanks } from './rehype-heading-ranks.ts';
import { rehypeLedgerNotes } from './rehype-ledger-notes.ts';
import { type LinkOptions, rehypeLinks } from './rehype-links.ts';
import { rehypeParagraphs } from './rehype-paragraphs.ts';
import { rehypePermalinks } from './rehype-permalinks.ts';
import { rehypeRawHtml } from './rehype-raw-html.ts';
import { rehypeStatements, type Statement } from './rehype-statements.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeUnmarked } from './rehype-unmarked.ts';
import { type StatementSelector, statementSelectors } from './statement-selectors.ts';
import { nearestLanguage, wordsFor } from '../words/languages.ts';
import { once } from '../words/words.ts';
import { accountForWords } from './words/account-for-words.ts';
import { WORDS_RULE } from './words/report-losses.ts';

declare module 'vfile' {
  interface DataMap {
    hasRawHtml: boolean;
    hasDateline: boolean;
    links: { path: string; line: number }[];
    media: string[];
    statements: Statement[];
    /** What its page does not show of a text, as it is written. */
    hiddenWords: string[];
    /** The release's line in the ledger, and the alignment of the text with it. */
    entry: LedgerEntry;
    alignment: Alignment;
  }
}

export interface BodySource {
  markdown: string;
  /** The line of the file, from 1, on which the Markdown begins. */
  line: number;
  file: string;
  dateline?: string | undefined;
  /** As a BCP 47 tag; that of the site where it is left out. */
  language?: string | undefined;
  /** Its line in the ledger, if it has one: recorded statements then have the same ids. */
  entry?: LedgerEntry | undefined;
}

/** The text of a release, ready for its page. */
export interface Body {
  html: string;
  /** The same as plain text. */
  plain: string;
  statements: Statement[];
  /** Where each of them is in the text of the page. */
  selectors: StatementSelector[];
  /** The alignment of the text with the ledger. */
  alignment: Alignment;
  /** Whether the text itself prints the dateline. */
  hasDateline: boolean;
  /** Whether it ends with an end mark such as `###`. */
  hasEndMark: boolean;
  /** Paths of this site that it links to, and files under `media/` that it shows or links to. */
  links: { path: string; line: number }[];
  media: string[];
  /** Words that the page does not show where they are written, and the errors that report them. */
  hidden: { words: string[]; problems: Problem[] };
  errors: Problem[];
  warnings: Problem[];
}

export interface BodyOptions extends LinkOptions {
  /** False for texts that are no release: their statements have no addresses. */
  isCitable?: boolean;
  /** The language of the site, as a BCP 47 tag: that of notes about statements. */
  language?: string;
}

/**
 * Makes the renderer of release bodies. Markdown is CommonMark with GFM; words are never changed: no
 * smart quotes, and a single `~` is a `~`.
 */
export function bodyRenderer({
  language = 'en',
  ...options
}: BodyOptions): (source: BodySource) => Body {
  const commonMark = unified().use(remarkParse).freeze();
  const gfm = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
  const toHtml = once((textLanguage) => htmlProcessor(textLanguage, language, options));
  const toString = unified().use(rehypeStringify).freeze();

  function render(source: BodySource): Body {
    const { line, file: name, dateline, entry, language: textLanguage } = source;
    const { markdown: value, hasEndMark } = readEndMark(source.markdown);
    const file = new VFile({ value, data: entry === undefined ? {} : { entry } });
    const written = (GFM_SYNTAX.test(value) ? gfm : commonMark).parse(file);
    const tree = toHtml(textLanguage ?? language).runSync(written, file);
    rehypeDateline({ dateline })(tree, file);
    const html = toString.stringify(tree, file);
    accountForWords({ markdown: value, written, tree, html }, file);
    const { hasDateline = false, links = [], media = [], statements = [] } = file.data;
    const toProblem = (message: VFile['messages'][number]): Problem => ({
      file: name,
      line: line + (message.line ?? 1) - 1,
      field: 'body',
      message: message.reason,
      hint: message.note ?? '',
    });
    const selectors = statementSelectors(tree);
    return {
      html,
      plain: plainText(tree), // the last to read the tree
      statements,
      selectors,
      alignment: file.data.alignment ?? align([], []),
      hasDateline,
      hasEndMark,
      links: links.map((link) => ({ ...link, line: line + link.line - 1 })),
      media,
      hidden: {
        words: file.data.hiddenWords ?? [],
        problems: file.messages.filter(({ ruleId }) => ruleId === WORDS_RULE).map(toProblem),
      },
      errors: file.messages.filter(({ fatal }) => fatal).map(toProblem),
      warnings: file.messages.filter(({ fatal }) => !fatal).map(toProblem),
    };
  }

  return (source) => {
    if (TOO_DEEP.test(source.markdown)) return tooDeep(source);
    try {
      return render(source);
    } catch (cause) {
      if (!isFullStack(cause)) throw cause;
      return tooDeep(source);
    }
  };
}

/**
 * Without one of these a text is the same in GFM as in CommonMark, and is read in a third of the time:
 * GFM asks of each letter whether an address begins there. They are what tables, strikethrough,
 * footnotes, tasks and addresses have, and characters written as references, which may be any.
 */
export const GFM_SYNTAX = /[|~@]|\[[\^\sx]|:-|-:|www|http|&#|&\w+;/i;

/** A line that begins a hundred quotations or lists in one another: reading it takes minutes. */
export const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){100}.*[\p{L}\p{N}]/mu;

/** Where V8 runs out of room for calls; inside a regular expression it calls that a syntax error. */
const isFullStack = (cause: unknown) =>
  cause instanceof RangeError || (cause instanceof SyntaxError && /overflow/.test(cause.message));

/** A body of which nothing can be shown: no page has so many quotations or lists in one another. */
function tooDeep({ file, line }: BodySource): Body {
  const message = 'has quotations, lists or tags too deep inside one another to be read';
  const hint = 'take out what begins many times over, such as > or -';
  const errors = [{ file, line, field: 'body', message, hint }];
  return {
    html: '',
    plain: '',
    statements: [],
    selectors: [],
    alignment: align([], []),
    hasDateline: false,
    hasEndMark: false,
    links: [],
    media: [],
    hidden: { words: [], problems: [] },
    errors,
    warnings: [],
  };
}

/**
 * From Markdown's tree to the page's.
 * @param textLanguage of the release: what is within its text, and read with it, is in that language.
 */
function htmlProcessor(
  textLanguage: string,
  language: string,
  { isCitable = true, ...options }: Omit<BodyOptions, 'language'>,
) {
  const words = wordsFor(language);
  const { text } = nearestLanguage(textLanguage) === undefined ? words : wordsFor(textLanguage);
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, footnoteLabel: text.notes })
    .use(rehypeRawHtml)
    .use(rehypeAllowList, allowList)
    .use(rehypeParagraphs)
    .use(rehypeHeadingRanks)
    .use(rehypeSlug)
    .use(rehypeHeadingIds)
    .use(rehypeLinks, options)
    .use(rehypeTables, { label: text.table })
    .use(rehypeStatements);
  if (!isCitable) return processor.use(rehypeUnmarked).freeze();
  return processor
    .use(rehypeLedgerNotes, { words, textLanguage, base: options.base })
    .use(rehypePermalinks, {
      label: (said) => text.linkTo.replace('{words}', () => firstWords(said)),
    })
    .freeze();
}
