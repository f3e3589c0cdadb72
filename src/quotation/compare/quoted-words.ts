import { hasUnspacedScript } from '../../search/characters.ts';

/*
 * What counts in a quotation: its words, and the symbols that make another word of them. Case, the shapes of
 * quotation marks and dashes, white space and punctuation between words do not.
 */

/** A word of a text, as it is compared and as it is written. */
export interface QuotedWord {
  /** What is compared: small letters (NFC), digits, and symbols that change the meaning. */
  key: string;
  /** Where it begins and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Characters that nobody sees: soft hyphens, and what joins or parts without width. */
const UNSEEN = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`;
const LETTER = String.raw`[\p{L}\p{M}\p{N}${UNSEEN}]`;
const APOSTROPHE = String.raw`['’‘ʼ\x60´]`;
/** `U.S.`, which is also written `US`. */
const ACRONYM = String.raw`(?<![\p{L}\p{M}\p{N}.])\p{L}\.(?:\p{L}\.)+\p{L}?(?![\p{L}\p{M}\p{N}])`;
/** A dash right before a number is a minus, unless something is right before it. */
const MINUS = String.raw`(?<![^\s(\[“"‘'«])[-−–](?=\p{Sc}?\p{N})`;
/** `$1.5`, `10:30`, `9/11`, `1,000`: what is between digits is part of the number; `AT&T`, `it's`. */
const JOINER = String.raw`(?:${APOSTROPHE}(?=${LETTER})|(?<=\p{N})[.,:/](?=\p{N})|(?<=\p{L})&(?=\p{L}))`;
const WORD = new RegExp(
  `${ACRONYM}|(?:${MINUS})?\\p{Sc}?${LETTER}+(?:${JOINER}${LETTER}+)*[%‰°]?|[&+=<>§@%‰°±×÷\\p{Sc}]`,
  'gu',
);
const UNSEEN_ALL = new RegExp(`[${UNSEEN}]`, 'g');
const APOSTROPHES = new RegExp(APOSTROPHE, 'g');
/** Ligatures such as `ﬁ`, and letters and digits as wide as Chinese characters. */
const COMPATIBLE = /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const CHARACTERS = /[\p{L}\p{N}]\p{M}*/gu;
const IS_ACRONYM = new RegExp(`^(?:${ACRONYM})$`, 'u');

/** The words of a text, in order. In scripts without spaces each character is a word. */
export function quotedWords(text: string): QuotedWord[] {
  const words: QuotedWord[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    if (!hasUnspacedScript(written)) {
      const key = keyOf(written);
      if (key !== '') words.push({ key, start: index, end: index + written.length });
      continue;
    }
    for (const { 0: character, index: place } of written.matchAll(CHARACTERS)) {
      const start = index + place;
      words.push({ key: keyOf(character), start, end: start + character.length });
    }
  }
  return words;
}

/** A word as it is compared. */
export function keyOf(written: string): string {
  const plain = /[^\0-\x7f]/.test(written)
    ? written
        .replace(UNSEEN_ALL, '')
        .replace(COMPATIBLE, (letter) => letter.normalize('NFKC'))
        .normalize('NFC')
        .replace(/^[−–]/, '-')
    : written;
  const small = plain.replace(APOSTROPHES, "'").toLowerCase().replaceAll('ς', 'σ');
  return IS_ACRONYM.test(plain) ? small.replaceAll('.', '') : small;
}

/** Words of English, Spanish and French that turn a sentence into its opposite. */
const NEGATIONS = new Set(
  (
    'not no never none nor neither nobody nothing nowhere cannot without hardly scarcely ' +
    'ni nunca jamás tampoco nadie nada ningún ninguna ninguno sin ' +
    'ne pas jamais aucun aucune sans non không chưa chẳng 不 沒 没 無 无 未 非'
  ).split(' '),
);

/** Whether a word, as it is compared, negates. */
export const isNegation = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't");
