/**
 * Of the BCP 47 tags that there are the one nearest to a language: the same one, or else one in the same script,
 * as in `es` for `es-MX` and `zh-Hant` for `zh-TW`. A tag that has only a language takes the one there is.
 */
export function nearestTag(language: string, tags: readonly string[]): string | undefined {
  if (tags.includes(language)) return language;
  const wanted = new Intl.Locale(language);
  const isOnlyLanguage = wanted.baseName === wanted.language;
  return tags.find((tag) => {
    const offered = new Intl.Locale(tag);
    const isSameScript = offered.maximize().script === wanted.maximize().script;
    return offered.language === wanted.language && (isSameScript || isOnlyLanguage);
  });
}
