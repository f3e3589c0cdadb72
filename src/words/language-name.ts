/**
 * The name of a language in another, as in “Spanish”.
 * @param tag of the language, and `language` of the name, as BCP 47 tags.
 */
export const languageName = (tag: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
