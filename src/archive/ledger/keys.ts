import { shadowedWords } from './sketch.ts';

/** What a word of a text can identify: see `KINDS`. */
export type KeyKind = 'reference' | 'date' | 'number' | 'speaker' | 'place' | 'name';

/** A word of a present text. */
export interface PresentWord {
  word: string;
  /** As the ledger has it: see `sketch`. */
  shadow: string;
  /** Where it begins in the text, in UTF-16 units. */
  start: number;
  key: KeyKind | undefined;
  /** Whether it is written in small letters, and so is no name. */
  isLower: boolean;
  isNegation: boolean;
  /** Whether it is within quotation marks. */
  isQuoted: boolean;
}

/** Words before the number of a bill, an order, a case or a version; with capitals, as they are written. */
const REFERENCE =
  /^(?:AB|SB|HB|LD|HR|HRes|HJR|SJR|ACA|SCA|ACR|SCR|AJR|SJR|HCR|HJ|SJ|S|H|A|R|Res|Bill|Bills|Measure|Prop|Proposition|Resolution|Order|Directive|Docket|Case|Permit|Ordinance|Act|No|Nos|Nr|Version|version|Rev|Revision|Release|v|V|Ley|Proyecto|Loi)$/;
const VERSION = /^[vV]\d+$/;
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/i;
const YEAR = /^(?:1[89]|20)\d\d$/;
/** Words after the name of a place or of a body that is named for one. */
const PLACE =
  /^(?:County|City|Town|Township|Village|Borough|Parish|Valley|Island|Islands|Lake|River|Creek|Bay|Harbor|Beach|District|Fair|Hospital|School|College|University|Airport|Street|Avenue|Highway|Bridge|Park|Department|Condado|Comté)$/;
const SPEECH =
  /^(?:said|says|added|adds|noted|stated|explained|told|concluded|continued|dijo|declaró|agregó|déclaré|affirmé|ajouté)$/i;
const QUOTE = /["“”«»„]/;
/** What is quoted, up to the mark that ends it: of straight ones every second does. */
const QUOTED = /[“«„][^“”«»„"]*|"[^"“”«»„]*"?/g;
const NEGATION =
  /^(?:no|not|never|none|nobody|nothing|neither|nor|cannot|without|nunca|jamás|ningún|ninguna|sin|tampoco|pas|jamais|aucun|aucune|sans|không|chưa|chẳng|不|沒|没|未|無|无|非)$/i;
/** The end of “isn’t”, “won’t”: a word of its own in a sketch. */
const CONTRACTED = /n['’]$/i;
/** What ends a sentence or begins a quotation: a capital behind it says nothing. */
const OPENING = /(?:^|[.!?:;"“«‘(\-–—•*])\s*$/;

/** Words between a verb of speech and the name of who speaks, before and after it. */
const [MAX_BACK, MAX_AHEAD] = [4, 3];

/** How each kind of key is known; of several the first counts. */
const KINDS: readonly { kind: KeyKind; isKey: (text: WordsOfText, n: number) => boolean }[] = [
  // The number of a bill, an order or a version: `AB 1732`, `v2.1`.
  { kind: 'reference', isKey: (text, n) => text.isNumber(n) && isReference(text, n) },
  // The month, the weekday, the day or the year of a date.
  { kind: 'date', isKey: (text, n) => (text.isNumber(n) ? isNumberOfDate : isMonth)(text, n) },
  // Any other number, such as an amount.
  { kind: 'number', isKey: (text, n) => text.isNumber(n) },
  // The name of who is quoted.
  {
    kind: 'speaker',
    isKey: (text, n) => text.isCapital(n) && text.isQuotation && isSpeaker(text, n),
  },
  // A name before a word such as “County”.
  { kind: 'place', isKey: (text, n) => text.isCapital(n) && isPlace(text, n) },
  // Any other word with a capital that no sentence begins with.
  { kind: 'name', isKey: (text, n) => text.isCapital(n) && isName(text, n) },
];

/** Reads what each word of a text can identify. */
export function readTokens(text: string): PresentWord[] {
  const normalized = text.normalize('NFC');
  const words = shadowedWords(normalized);
  const inText = new WordsOfText(normalized, words);
  const quoted = [...normalized.matchAll(QUOTED)].map(({ 0: said, index }) => {
    return { from: index, to: index + said.length };
  });
  return words.map(([word, shadow, start], n): PresentWord => ({
    word,
    shadow,
    start,
    key: KINDS.find(({ isKey }) => isKey(inText, n))?.kind,
    isLower: /^\p{Ll}/u.test(word),
    isNegation: isNegation(inText, n),
    isQuoted: quoted.some(({ from, to }) => start > from && start < to),
  }));
}

/** The words of a text by their number, and what is between them. */
class WordsOfText {
  readonly #text: string;
  readonly #words: ReturnType<typeof shadowedWords>;
  #names: ReadonlySet<string> | undefined;
  readonly isQuotation: boolean;
  /** Whether it is an item or a heading: it does not end as a sentence does. */
  readonly isItem: boolean;

  constructor(text: string, words: ReturnType<typeof shadowedWords>) {
    this.#text = text;
    this.#words = words;
    this.isQuotation = QUOTE.test(text);
    this.isItem = !/[.!?]["”’)]*$/.test(text);
  }

  /** A word; empty before the first and after the last. */
  at = (n: number) => this.#words[n]?.[0] ?? '';
  isNumber = (n: number) => /\p{N}/u.test(this.at(n));
  isCapital = (n: number) => /^\p{Lu}/u.test(this.at(n));

  /** What is between a word and the one before it. */
  before(n: number): string {
    const [word = '', , start = 0] = this.#words[n - 1] ?? [];
    return this.#text.slice(start + word.length, this.#words[n]?.[2] ?? start);
  }

  /** Whether a word is within a sentence: neither its first one nor that of a quotation. */
  isWithin = (n: number) => !OPENING.test(this.#text.slice(0, this.#words[n]?.[2] ?? 0));

  /** Whether the word is written with a capital within a sentence of the text. */
  isNameElsewhere(n: number): boolean {
    this.#names ??= new Set(
      this.#words.flatMap(([word], other) =>
        this.isCapital(other) && this.isWithin(other) ? [word] : [],
      ),
    );
    return this.#names.has(this.at(n));
  }
}

function isReference(text: WordsOfText, n: number): boolean {
  if (VERSION.test(text.at(n))) return true;
  const isJoined = /^[\s.\-–§#]*$/.test(text.before(n));
  if (isJoined && REFERENCE.test(text.at(n - 1))) return true;
  const isBeforePoint = text.before(n + 1) === '.' && text.isNumber(n + 1);
  return isBehindPoint(text, n) || (isBeforePoint && isBehindPoint(text, n + 1));
}

/** Whether the number is behind a point in a version: `20.19.7`, `v2.1`, not `1.5`. */
function isBehindPoint(text: WordsOfText, n: number): boolean {
  if (text.before(n) !== '.') return false;
  let [first, last] = [n, n];
  while (first > 0 && text.before(first) === '.' && /^[vV]?\d+$/.test(text.at(first - 1))) first--;
  while (text.before(last + 1) === '.' && /^\d/.test(text.at(last + 1))) last++;
  return VERSION.test(text.at(first)) || last - first >= 2;
}

const isNumberOfDate = (text: WordsOfText, n: number) =>
  MONTH.test(text.at(n - 1)) || MONTH.test(text.at(n + 1)) || YEAR.test(text.at(n));

/** Whether it is a month or a weekday, and not “may” or “march”. */
const isMonth = (text: WordsOfText, n: number) =>
  MONTH.test(text.at(n)) && (text.isNumber(n + 1) || text.isNumber(n - 1) || text.isCapital(n));

/** Whether the name is beside a verb of speech, outside of the quotation. */
function isSpeaker(text: WordsOfText, n: number): boolean {
  for (let back = 1; back <= MAX_BACK && n - back >= 0; back++) {
    if (SPEECH.test(text.at(n - back))) return true;
    if (/[,.;"”]/.test(text.before(n - back + 1).replace(/^\.\s/, ''))) break;
    if (!text.isCapital(n - back)) break;
  }
  for (let ahead = 1; ahead <= MAX_AHEAD; ahead++) {
    if (/[,.;]/.test(text.before(n + ahead))) return false;
    if (SPEECH.test(text.at(n + ahead))) return true;
    if (!text.isCapital(n + ahead)) return false;
  }
  return false;
}

const isPlace = (text: WordsOfText, n: number) =>
  PLACE.test(text.at(n + 1)) && !/[.,;:]/.test(text.before(n + 1));

/**
 * Whether its capital says that it is a name: where a sentence begins, only at the beginning of an item, or if the
 * text has the word with a capital elsewhere too.
 */
const isName = (text: WordsOfText, n: number) =>
  text.isWithin(n) || (text.isItem && n === 0) || text.isNameElsewhere(n);

const isNegation = (text: WordsOfText, n: number) =>
  NEGATION.test(text.at(n)) ||
  (/^t$/i.test(text.at(n)) && CONTRACTED.test(text.at(n - 1) + text.before(n)));
