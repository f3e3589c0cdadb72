/** A text for each plural category that a language has for whole numbers. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Says that forms are a plural, so that another language may have other categories than English. */
export const plural = (forms: Plural): Plural => forms;
