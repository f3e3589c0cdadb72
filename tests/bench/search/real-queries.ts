import type { Random } from '../identity/random.ts';
import { bounded, grep, type PlainText, wordsPattern } from './grep.ts';

/** A query as people type it, and what the texts themselves answer. */
export interface RealQuery {
  kind: string;
  q: string;
  /** The releases that grep finds; none where a word is in no release. */
  right: ReadonlySet<string>;
  /** Words that no release has: an answer must say so. */
  unknown: readonly string[];
}

/** Frequent words of public affairs, and names of public life: each is searched as it is. */
const WORDS =
  `immigration ethanol veterans medicare levees tobacco amtrak biodiesel steroids asbestos obesity
  methamphetamine broadband terrorism prescription pensions fisheries wildfires tuition autism`.split(
    /\s+/,
  );
const PAIRS = [
  'minimum wage',
  'border security',
  'stem cell',
  'global warming',
  'social security',
  'drug prices',
  'flood insurance',
  'veterans benefits',
  'highway funding',
  'avian flu',
  'identity theft',
  'body armor',
  'crop insurance',
  'oil drilling',
];
const NAMES = [
  'Harriet Miers',
  'Virginia Tech',
  'Samuel Alito',
  'Alberto Gonzales',
  'Hurricane Katrina',
  'Walter Reed',
  'Rosa Parks',
  'Purple Heart',
  'Coast Guard',
  'Farm Bill',
  'Terri Schiavo',
  'Homeland Security',
];
const EITHER = [
  ['katrina', 'rita'],
  ['corn', 'soybeans'],
  ['army', 'navy'],
  ['autism', 'obesity'],
  ['iraq', 'afghanistan'],
  ['amtrak', 'airport'],
  ['wind', 'solar'],
  ['salmon', 'trout'],
] as const;
const IDENTIFIERS: [typed: string, pattern: RegExp][] = [
  ['9/11', bounded('9/11')],
  ['AT&T', bounded('AT&T')],
  ['401(k)', bounded('401 ?\\(?k\\)?')],
  ['I-35', bounded('I[- ]?35')],
  ['F-22', bounded('F[- ]?22')],
  ['C-17', bounded('C[- ]?17')],
  ['24/7', bounded('24/7')],
  ['title IX', bounded('title ix')],
  ['U.N.', bounded('U\\.?N\\.?')],
  ['UN', bounded('U\\.?N\\.?')],
  ['E-85', bounded('E[- ]?85')],
  ['R&D', bounded('R&D')],
];
const COMPOUNDS: [typed: string, pattern: RegExp][] = [
  ['stem-cell', bounded('stem[- ]?cells?')],
  ['health-care', bounded('health[- ]?care')],
  ['healthcare', bounded('health[- ]?care')],
  ['Wal-Mart', bounded('wal[- ]?mart')],
  ['Walmart', bounded('wal[- ]?mart')],
  ['long-term', bounded('long[- ]?term')],
  ['bi-partisan', bounded('bi[- ]?partisan')],
  ['cost-effective', bounded('cost[- ]?effective')],
  ['e-mail', bounded('e[- ]?mail(?:s|ed|ing)?')],
  ['co-sponsored', bounded('co[- ]?sponsor(?:s|ed|ing)?')],
];

/** How many queries are drawn of each kind that is filled from the archive. */
const DRAWN = 12;

/**
 * Queries of all kinds that people type. Words and names are fixed; numbers, bills, misspellings and
 * words that no release has are drawn from the texts, so that nobody can know them beforehand.
 */
export function drawRealQueries(texts: readonly PlainText[], random: Random): RealQuery[] {
  const queries: RealQuery[] = [];
  const known = wordCounts(texts);
  const add = (kind: string, q: string, right: Set<string>, unknown: string[] = []) =>
    queries.push({ kind, q, right, unknown });

  for (const word of WORDS) add('a word', word, grep(texts, [inflected(word)]));
  for (const pair of PAIRS) add('two words', pair, grep(texts, pair.split(' ').map(inflected)));
  for (const name of NAMES) {
    add('a name', name, grep(texts, name.split(' ').map(inflected)));
    add('a phrase', `"${name}"`, grep(texts, [wordsPattern(name)]));
  }
  for (const [a, b] of EITHER) {
    const [first, second] = [inflected(a), inflected(b)];
    add('either', `${a} OR ${b}`, grep(texts, [either(first, second)]));
    add('without', `${a} NOT ${b}`, grep(texts, [first], [second]));
  }
  for (const [typed, pattern] of IDENTIFIERS) add('an identifier', typed, grep(texts, [pattern]));
  for (const [typed, pattern] of COMPOUNDS) add('a compound', typed, grep(texts, [pattern]));

  const frequent = [...known]
    .filter(([word, count]) => count > 20 && /^[a-z]{7,}$/.test(word))
    .map(([word]) => word);
  for (let left = DRAWN; left > 0; left--) {
    const wrong = misspelled(random.pick(frequent), known, random);
    add('misspelled', wrong, new Set(), [wrong]);
    const other = random.pick(frequent);
    add('misspelled beside another', `${wrong} ${other}`, new Set(), [wrong]);
    const longer = longerThan(random.pick(frequent), known, random);
    add('longer than a word', longer, new Set(), [longer]);
    const number = String(10_000 + random.below(89_999));
    const commas = grep(texts, [bounded(`${number.slice(0, 2)},${number.slice(2)}`)]);
    if (!known.has(number) && commas.size === 0)
      add('a number that is nowhere', number, new Set(), [number]);
  }
  for (const [number, digits] of drawn(
    texts,
    /(?<![\p{L}\d.,$])\d{2},\d{3}(?![\d,]|\.\d)/gu,
    random,
  )) {
    const pattern = bounded(`${digits}|${number}`);
    add('a number', digits, grep(texts, [pattern]));
  }
  for (const [amount] of drawn(texts, /\$\d{1,3}(?:\.\d)? (?:m|b)illion/g, random)) {
    const right = grep(texts, [bounded(escape(amount).replace(' ', '[ -]'))]);
    add('an amount', amount, right);
    add('an amount in quotation marks', `"${amount}"`, right);
  }
  for (const [bill] of drawn(texts, /(?<![\p{L}.])S\. ?\d{3,4}(?![\d,]|\.\d)/gu, random)) {
    const number = /\d+/.exec(bill)?.[0] ?? '';
    const right = grep(texts, [bounded(`S\\.? ?${number}`)]);
    for (const q of [`S. ${number}`, `S.${number}`, `S${number}`]) add('a bill', q, right);
  }
  for (const [bill] of drawn(texts, /(?<![\p{L}.])H\.? ?R\. ?\d{1,4}(?![\d,]|\.\d)/gu, random)) {
    const number = /\d+/.exec(bill)?.[0] ?? '';
    const right = grep(texts, [bounded(`H\\.? ?R\\.? ?${number}`)]);
    add('a bill', random.pick([`H.R. ${number}`, `HR${number}`, `hr ${number}`]), right);
  }
  for (const [acronym] of drawn(texts, /(?<![\p{L}\p{N}])[A-Z]{3,4}(?![\p{L}\p{N}])/gu, random)) {
    const right = grep(texts, [bounded(acronym.split('').join('\\.?'))]);
    const word = grep(texts, [bounded(acronym.toLowerCase(), 'u')]);
    if (word.size === 0) add('an acronym', acronym, right); // else grep cannot tell the two apart
  }
  return queries;
}

/** A word with the endings of its plural and its past. */
function inflected(word: string): RegExp {
  const lower = word.toLowerCase();
  const ending = /(?:ies|y)$/.exec(lower)?.[0];
  if (ending !== undefined) return bounded(`${lower.slice(0, -ending.length)}(?:y|ies|ied|ying)`);
  const stem = lower.replace(/(?:ing|e?s|e)$/, '');
  return bounded(`${stem}(?:e?s?|e?d|ing)`);
}

const either = (a: RegExp, b: RegExp) => new RegExp(`${a.source}|${b.source}`, 'iu');
const escape = (text: string) => text.replace(/[$.]/g, '\\$&');

function wordCounts(texts: readonly PlainText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The word with a letter left out, doubled or exchanged with the next one. */
function misspelled(word: string, known: ReadonlyMap<string, number>, random: Random): string {
  for (let tries = 0; tries < 100; tries++) {
    const place = 1 + random.below(word.length - 2);
    const [before, letter = '', next = ''] = [word.slice(0, place), word[place], word[place + 1]];
    const after = word.slice(place + 2);
    const wrong = before + random.pick([next, letter + letter + next, next + letter]) + after;
    if (wrong !== word && !known.has(wrong)) return wrong;
  }
  return `${word}qx`;
}

function longerThan(word: string, known: ReadonlyMap<string, number>, random: Random): string {
  const longer = ['ville', 'burg', 'ton', 'aic', 'ford'].map((end) => word + end);
  return random.pick(longer.filter((name) => !known.has(name)));
}

/** Different strings that the texts have, each with its digits alone. */
function drawn(texts: readonly PlainText[], pattern: RegExp, random: Random): [string, string][] {
  const found = new Set<string>();
  for (let tries = 0; tries < 5_000 && found.size < DRAWN; tries++) {
    const all = random.pick(texts).text.match(pattern) ?? [];
    if (all.length > 0) found.add(random.pick(all));
  }
  return [...found].map((text) => [text, text.replace(/\D/g, '')]);
}
