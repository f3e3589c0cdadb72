/**
 * Addresses that mark words of a page (`#:~:text=…`). The text of a page is one string here: each
 * block on a line of its own, white space made single, as `page-text.ts` reads it.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export interface PageText {
  text: string;
  /** Where the words begin that are meant, and where they end. */
  start: number;
  end: number;
}

interface Terms {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

const LONG = 300; // characters from which the first and the last words are used
const FIRST_WORDS = 4;
const SHORT = 20; // characters below which a later edit of the page may well bring the same words
const NEIGHBOURS = [0, 1, 2, 3, 5, 8, 13, 21, 34]; // words on either side: as few as make them unique

/**
 * Names words of a page so that a browser finds these and no earlier ones. What holds half a word at
 * its ends is widened to whole ones, since browsers find nothing else.
 * @returns such as `text=clear%20violation`; undefined where nothing distinguishes the words from earlier
 * ones, as when two paragraphs are the same.
 */
export function textDirective(page: PageText): string | undefined {
  if (!('Segmenter' in Intl)) return undefined; // Firefox before 125
  const meant = widenToWords(page);
  const folded = fold(page.text);
  const start = fold(page.text.slice(0, meant.start)).length;
  const end = fold(page.text.slice(0, meant.end)).length;
  for (const terms of candidates(meant)) {
    const found = patternOf(terms).exec(folded);
    if (found?.index === start && found[0].length === end - start) return encodeTerms(terms);
  }
  return undefined;
}

/** Ways to name the words, the best first: each next one adds more of the context. */
function* candidates({ text, start, end }: PageText): Generator<Terms> {
  const words = text.slice(start, end);
  const first = lineAfter(words);
  const last = lineBefore(words);
  const isRange = words.length > LONG || first !== words;
  // The words of other blocks are next to these only as long as the page is laid out this way.
  for (const isWide of [false, true]) {
    for (const count of NEIGHBOURS.slice(words.length < SHORT ? 1 : 0)) {
      const prefix = lastWords(lineBefore(text.slice(0, start), isWide), count);
      const suffix = firstWords(lineAfter(text.slice(end), isWide), count);
      yield {
        start: isRange ? (firstWords(first, FIRST_WORDS + count) ?? first) : words,
        ...(isRange && { end: lastWords(last, FIRST_WORDS + count) ?? last }),
        ...(prefix && { prefix }),
        ...(suffix && { suffix }),
      };
    }
  }
}

/** @param isWide takes the line before where this one has nothing; the words at its end touch as well. */
function lineBefore(text: string, isWide = false): string {
  return (isWide ? text.trimEnd() : text).split('\n').at(-1) ?? '';
}

function lineAfter(text: string, isWide = false): string {
  return (isWide ? text.trimStart() : text).split('\n', 1)[0] ?? '';
}

function widenToWords({ text, start, end }: PageText): PageText {
  const from = start - lineBefore(text.slice(0, start)).length;
  const to = end + lineAfter(text.slice(end)).length;
  const segments = segmenter().segment(text.slice(from, to));
  const first = segments.containing(start - from);
  const last = segments.containing(end - 1 - from);
  return {
    text,
    start: first?.isWordLike ? from + first.index : start,
    end: last?.isWordLike ? from + last.index + last.segment.length : end,
  };
}

function firstWords(line: string, count: number): string | undefined {
  const last = wordsOf(line).slice(0, count).at(-1);
  return last && line.slice(0, last.index + last.segment.length).trim();
}

function lastWords(line: string, count: number): string | undefined {
  const first = count === 0 ? undefined : wordsOf(line).slice(-count)[0];
  return first && line.slice(first.index).trim();
}

const wordsOf = (line: string) => [...segmenter().segment(line)].filter((part) => part.isWordLike);
const segmenter = () => new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * What browsers take for the same: they see no case, no accents, no shape of quotation marks, and not
 * all of them see all of these. Whoever takes too much for the same only says more than is needed.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .toLowerCase()
    .replaceAll('ς', 'σ'); // the one letter whose small form hangs on what follows it
}

/**
 * Finds what the terms refer to, as the standard says, but for this: of the ends of words it knows those
 * of the Latin script alone. So it may find more than a browser does, never less.
 */
function patternOf({ prefix, start, end, suffix }: Terms): RegExp {
  const literal = (term = '') => fold(term).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const startOfWord = (term: string) => (/^[a-z]/.test(term) ? '(?<![a-z])' : '');
  const endOfWord = (term: string) => (/[a-z]$/.test(term) ? '(?![a-z])' : '');
  const [before, first, last, after] = [
    literal(prefix),
    literal(start),
    literal(end),
    literal(suffix),
  ];
  const words = first + (last ? `${endOfWord(first)}[^]*?${startOfWord(last)}${last}` : '');
  return new RegExp(
    (before ? `(?<=${startOfWord(before)}${before}\\s*)` : startOfWord(words)) +
      words +
      (after ? `(?=\\s*${after}${endOfWord(after)})` : endOfWord(words)),
  );
}

function encodeTerms({ prefix, start, end, suffix }: Terms): string {
  const terms = [
    prefix && `${encode(prefix)}-`,
    encode(start),
    end && encode(end),
    suffix && `-${encode(suffix)}`,
  ];
  return `text=${terms.filter(Boolean).join(',')}`;
}

/** `-`, `,` and `&` mean something in a directive, brackets and quotation marks where links are pasted. */
function encode(term: string): string {
  return encodeURIComponent(term).replace(
    /[-!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
