import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { nearestTag } from './nearest-tag.ts';
import { vi } from './vi.ts';
import type { SiteWords, Words } from './words.ts';
import { zhHant } from './zh-Hant.ts';

/** The languages that the interface has, by BCP 47 tag. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en, es, fr, vi, 'zh-Hant': zhHant };

/** The tag of the interface that is nearest to a language: see `nearestTag`. */
export const nearestLanguage = (language: string): string | undefined =>
  nearestTag(language, Object.keys(LANGUAGES));

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
