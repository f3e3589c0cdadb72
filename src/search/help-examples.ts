import { type Axis, type Collection, timeline } from '../archive/browse.ts';
import type { Archive } from '../archive/model.ts';
import type { Release } from '../archive/release.ts';
import { slugify } from '../archive/slug.ts';
import { normalizeBill } from '../archive/bill.ts';
import type { Words } from '../words/words.ts';

/** A search that finds something in this archive, as an example of one way to write a search. */
export interface HelpExample {
  way: keyof Words['searchHelp'];
  example: string;
}

/** Headlines in which words for examples are looked for: the newest. */
const MAX_TITLES = 500;
const MIN_LETTERS = 5; // shorter words are mostly the language's own
/** Of headlines; a word in more of them, such as a title of members, finds too much. */
const MAX_SHARE = 0.05;
const MIN_TITLES = 5; // in a small archive no share says much
/** Scripts in which a word is a few characters, and has no beginning to search for. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The examples that an archive has, what most visitors miss first. What it lacks is left out.
 * @param collections of the archive, by axis.
 */
export function helpExamples(
  archive: Archive,
  collections: Readonly<Record<Axis, Collection[]>>,
): HelpExample[] {
  const examples: [HelpExample['way'], string | undefined][] = [
    ['phrase', phraseIn(archive, collections.speakers)],
    ...wordExamples(archive),
    ...axisExamples(collections),
    ['language', languageIn(archive)],
    ...dayExamples(archive.releases),
  ];
  return examples.flatMap(([way, example]) => (example === undefined ? [] : [{ way, example }]));
}

/** A name that the texts have, of whom most releases quote; else words of the newest headline. */
function phraseIn(archive: Archive, speakers: readonly Collection[]): string | undefined {
  const names = byReleases(speakers).map(({ name }) => name);
  const name = names.find((one) => /^\p{L}+\s\p{L}+$/u.test(one));
  const inTitle = /(?<!\p{L})\p{L}{3,30}\s\p{L}{3,30}(?!\p{L})/u.exec(
    archive.releases[0]?.title ?? '',
  )?.[0];
  const phrase = name ?? inTitle;
  return phrase && `"${phrase}"`;
}

const OPERATORS: readonly [Axis, 'office' | 'caucus' | 'topic' | 'speaker' | 'bill'][] = [
  ['offices', 'office'],
  ['caucuses', 'caucus'],
  ['topics', 'topic'],
  ['speakers', 'speaker'],
  ['bills', 'bill'],
];

function axisExamples(
  collections: Readonly<Record<Axis, Collection[]>>,
): [HelpExample['way'], string | undefined][] {
  return OPERATORS.map(([axis, operator]) => {
    const [first] = byReleases(collections[axis]);
    return [operator, first && `${operator}:${valueOf(axis, first)}`];
  });
}

/** A value as it is typed: of caucuses and bills the name, since few would guess their addresses. */
function valueOf(axis: Axis, { slug, name }: Collection): string {
  if (axis === 'bills' && normalizeBill(name) !== undefined) return name;
  const isName = (axis === 'caucuses' || axis === 'bills') && slugify(name) === slug;
  return isName && name.includes(' ') ? `"${name.replaceAll('"', '')}"` : slug;
}

/** The collections that have releases, those with the most first. */
const byReleases = (collections: readonly Collection[]): Collection[] =>
  collections
    .filter(({ releases }) => releases.length > 0)
    .sort((a, b) => b.releases.length - a.releases.length);

/** The language that most releases are in, of those beside the site's own. */
function languageIn({ site, releases }: Archive): string | undefined {
  const tags = releases.flatMap(({ language = site.language }) =>
    language === site.language ? [] : [language],
  );
  const [most] = [...Map.groupBy(tags, (tag) => tag)].sort(([, a], [, b]) => b.length - a.length);
  return most && `language:${most[0].toLowerCase()}`;
}

function dayExamples(releases: readonly Release[]): [HelpExample['way'], string | undefined][] {
  const years = timeline(releases).filter(({ count }) => count > 0);
  const [first, last] = [years.at(0)?.year, years.at(-1)?.year];
  const middle = releases[Math.floor(releases.length / 2)]?.date;
  const [most] = years.toSorted((a, b) => b.count - a.count);
  const isOne = first === last;
  return [
    ['year', most && `year:${most.year}`],
    ['range', isOne || middle === undefined ? undefined : `${first}..${middle.slice(0, 4)}`],
    ['before', isOne ? undefined : `before:${last}`],
    ['after', middle === undefined || middle === releases[0]?.date ? undefined : `after:${middle}`],
  ];
}

/** Examples of plain words, from headlines in the language of the site. */
function wordExamples({ site, releases }: Archive): [HelpExample['way'], string | undefined][] {
  const own = releases.filter(({ language = site.language }) => language === site.language);
  const titles = own.slice(0, MAX_TITLES).map(({ title }) => wordsOf(title, site.language));
  const ofOffices = new Set(
    releases.flatMap(({ office }) => office.flatMap((slug) => slug.split('-'))),
  );
  const counts = new Map<string, number>();
  for (const words of titles) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts]
    .filter(([word]) => !ofOffices.has(word))
    .filter(([, count]) => count <= Math.max(MIN_TITLES, titles.length * MAX_SHARE))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
  const has = (word: string) => (words: readonly string[]) => words.includes(word);
  const [one] = frequent;
  if (one === undefined) return [];
  const withOne = titles.filter(has(one));
  const beside = frequent.find((word) => word !== one && withOne.some(has(word)));
  const parting = frequent.findLast(
    // the rarest: the texts of the others will lack it
    (word) => withOne.some(has(word)) && withOne.some((words) => !words.includes(word)),
  );
  const apart = frequent.find((word) => word !== one && !withOne.some(has(word)));
  const isWhole = DENSE.test(one);
  return [
    ['words', beside && `${one} ${beside}`],
    ['without', parting && `${one} -${parting}`],
    ['either', apart && `${one} OR ${apart}`],
    ['several', apart && beside && `(${one} OR ${apart}) ${beside}`],
    ['beginning', isWhole ? undefined : `${[...one].slice(0, -1).join('')}*`],
  ];
}

function wordsOf(title: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(title);
  return [...segments]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLocaleLowerCase(language))
    .filter((word) => /^[\p{L}\p{M}]+$/u.test(word))
    .filter((word) => [...word].length >= (DENSE.test(word) ? 2 : MIN_LETTERS));
}
