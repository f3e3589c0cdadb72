import { shadowedWords } from './sketch.ts';

/**
 * What a word of a text can identify. `reference`: the number of a bill, an order or a version. `date`: a
 * number or a month of one. `number`: any other, such as an amount. `speaker`: the name of who is quoted.
 * `place`: a name before words such as “County”. `name`: any other word with a capital in a sentence.
 */
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

const isNumber = (word: string) => /\p{N}/u.test(word);
const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Reads what each word of a text can identify. */
export function readTokens(text: string): PresentWord[] {
  const normalized = text.normalize('NFC');
  const words = shadowedWords(normalized);
  const isQuotation = QUOTE.test(normalized);
  const quoted = [...normalized.matchAll(QUOTED)].map(({ 0: said, index }) => {
    return { from: index, to: index + said.length };
  });
  const at = (n: number) => words[n]?.[0] ?? '';
  const between = (n: number) => {
    const [word = '', , start = 0] = words[n - 1] ?? [];
    return normalized.slice(start + word.length, words[n]?.[2] ?? start);
  };
  const isItem = !/[.!?]["”’)]*$/.test(normalized);
  return words.map(([word, shadow, start], n): PresentWord => {
    const before = between(n);
    return {
      word,
      shadow,
      start,
      key: keyOf(n),
      isQuoted: quoted.some(({ from, to }) => start > from && start < to),
      isLower: /^\p{Ll}/u.test(word),
      isNegation: NEGATION.test(word) || (/^t$/i.test(word) && CONTRACTED.test(at(n - 1) + before)),
    };
  });

  function keyOf(n: number): KeyKind | undefined {
    const word = at(n);
    if (isNumber(word)) return numberKind(n);
    if (MONTH.test(word) && (isNumber(at(n + 1)) || isNumber(at(n - 1)) || isCapital(word))) {
      return 'date';
    }
    if (!isCapital(word)) return undefined;
    const start = words[n]?.[2] ?? 0;
    if (isQuotation && isSpeaker(n)) return 'speaker';
    if (PLACE.test(at(n + 1)) && !/[.,;:]/.test(between(n + 1))) return 'place';
    const opensSentence = OPENING.test(normalized.slice(0, start));
    return opensSentence && !(isItem && n === 0) ? undefined : 'name';
  }

  function numberKind(n: number): KeyKind {
    const word = at(n);
    const isJoined = /^[\s.\-–§#]*$/.test(between(n));
    if (VERSION.test(word)) return 'reference';
    if (isJoined && REFERENCE.test(at(n - 1))) return 'reference';
    if (between(n) === '.' && isPartOfVersion(n)) return 'reference';
    if (between(n + 1) === '.' && isNumber(at(n + 1)) && isPartOfVersion(n + 1)) return 'reference';
    if (MONTH.test(at(n - 1)) || MONTH.test(at(n + 1)) || YEAR.test(word)) return 'date';
    return 'number';
  }

  /** Whether the number is behind a point in a version: `20.19.7`, `v2.1`, not `1.5`. */
  function isPartOfVersion(n: number): boolean {
    let first = n;
    while (first > 0 && between(first) === '.' && /^[vV]?\d+$/.test(at(first - 1))) first--;
    let last = n;
    while (between(last + 1) === '.' && /^\d/.test(at(last + 1))) last++;
    return VERSION.test(at(first)) || last - first >= 2;
  }

  /** Whether the name is beside a verb of speech, outside of the quotation. */
  function isSpeaker(n: number): boolean {
    for (let back = 1; back <= 4 && n - back >= 0; back++) {
      if (SPEECH.test(at(n - back))) return true;
      if (/[,.;"”]/.test(between(n - back + 1).replace(/^\.\s/, ''))) break;
      if (!isCapital(at(n - back))) break;
    }
    for (let ahead = 1; ahead <= 3; ahead++) {
      if (/[,.;]/.test(between(n + ahead))) return false;
      if (SPEECH.test(at(n + ahead))) return true;
      if (!isCapital(at(n + ahead))) return false;
    }
    return false;
  }
}
