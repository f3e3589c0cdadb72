import type { en } from './en.ts';

/** All words of the interface. English has the type: another language that lacks one is a type error. */
export type Words = typeof en;

/** The words in one language, and the BCP 47 tag by which numbers, dates and lists are formatted. */
export type SiteWords = Words & { readonly language: string };

/** A text for each plural category that a language has for whole numbers. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Says that forms are a plural, so that another language may have other categories than English. */
export const plural = (forms: Plural): Plural => forms;

/**
 * Puts values in the place of `{name}`.
 * @throws {RangeError} if there is none for a name: a reader would see the braces.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`No value for {${name}} in “${text}”`);
    return value;
  });
}

/** The form of a plural that a number takes, with the number in the place of `{count}`. */
export function fillCount(
  { language }: Pick<SiteWords, 'language'>,
  forms: Plural,
  count: number,
  values: Readonly<Record<string, string>> = {},
): string {
  const form = forms[pluralRules(language).select(count)] ?? forms.other;
  return fill(form, { count: formatNumber(language, count), ...values });
}

/** `A, B and C`, as the language writes a list. */
export const formatList = (language: string, names: readonly string[]): string =>
  listFormat(language).format(names);

/** The same with the items as they are, between the words that join them: for items that are links. */
export function listParts<Item>(language: string, items: readonly Item[]): (Item | string)[] {
  const parts: (Item | string)[] = [];
  const places = items.map((_, n) => String(n));
  for (const { type, value } of listFormat(language).formatToParts(places)) {
    parts.push(type === 'literal' ? value : (items[Number(value)] as Item));
  }
  return parts;
}

/** `1,234`, as the language writes it. */
export const formatNumber = (language: string, number: number): string =>
  numberFormat(language).format(number);

const pluralRules = once((language) => new Intl.PluralRules(language));
const numberFormat = once((language) => new Intl.NumberFormat(language));
const listFormat = once((language) => new Intl.ListFormat(language));

/** Makes something once for each language: a formatter takes a thousand times as long to make as to use. */
export function once<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>();
  return (language) => {
    const found = made.get(language) ?? make(language);
    made.set(language, found);
    return found;
  };
}
