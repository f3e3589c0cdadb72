import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { vi } from './vi.ts';
import type { SiteWords, Words } from './words.ts';
import { zhHant } from './zh-Hant.ts';

/** The languages that the interface has, by BCP 47 tag. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en, es, fr, vi, 'zh-Hant': zhHant };

/**
 * The tag of the interface that is nearest to a language: the same one, or else one in the same script,
 * as in `es` for `es-MX` and `zh-Hant` for `zh-TW`. A tag that has only a language takes the one there is.
 */
export function nearestLanguage(language: string): string | undefined {
  if (language in LANGUAGES) return language;
  const wanted = new Intl.Locale(language);
  const isOnlyLanguage = wanted.baseName === wanted.language;
  return Object.keys(LANGUAGES).find((tag) => {
    const offered = new Intl.Locale(tag);
    const isSameScript = offered.maximize().script === wanted.maximize().script;
    return offered.language === wanted.language && (isSameScript || isOnlyLanguage);
  });
}

const known = new Map<string, SiteWords>();

/** The words of the interface for a site in a language (a BCP 47 tag); English where there are none. */
export function wordsFor(language: string): SiteWords {
  const before = known.get(language);
  if (before !== undefined) return before;
  const nearest = nearestLanguage(language);
  const words = nearest === undefined ? undefined : LANGUAGES[nearest];
  const made = { ...(words ?? en), language: words === undefined ? 'en' : language };
  known.set(language, made);
  return made;
}
