import { once } from './words.ts';

/** Scripts that are written from right to left. @see https://www.unicode.org/Public/UNIDATA/Scripts.txt */
const RIGHT_TO_LEFT = new Set(
  ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'], // all in living use
);

/** Attributes that say, to browsers and screen readers, the language of an element. */
export interface LanguageAttributes {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** Takes a BCP 47 tag; one without a script has that in which the language is usually written. */
export const directionOf = once((language): 'ltr' | 'rtl' => {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
});

/**
 * What an element says of its language: nothing that the element around it has said already.
 * @see https://www.w3.org/TR/WCAG22/#language-of-parts
 */
export function languageAttributes(language: string, around: string): LanguageAttributes {
  if (language === around) return {};
  const dir = directionOf(language);
  return { lang: language, ...(dir !== directionOf(around) && { dir }) };
}
