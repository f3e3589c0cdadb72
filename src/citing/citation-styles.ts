import type { CslDataset, CslItem } from '../publish/citation/csl-item.ts';
import { nearestTag } from '../words/nearest-tag.ts';

/** The styles that are offered, by the name people know. Each is fetched when it is first asked for. */
const STYLES: Record<string, () => Promise<{ default: string }>> = {
  APA: () => import('./styles/apa.csl?raw'),
  Chicago: () => import('./styles/chicago-author-date.csl?raw'),
  MLA: () => import('./styles/modern-language-association.csl?raw'),
};

export const STYLE_NAMES = Object.keys(STYLES);

/** The words of a style in the languages of the interface; others have them in English. */
const LOCALES: Record<string, { tag: string; load: () => Promise<{ default: string }> }> = {
  es: { tag: 'es-ES', load: () => import('./styles/locales-es-ES.xml?raw') },
  fr: { tag: 'fr-FR', load: () => import('./styles/locales-fr-FR.xml?raw') },
  vi: { tag: 'vi-VN', load: () => import('./styles/locales-vi-VN.xml?raw') },
  'zh-Hant': { tag: 'zh-TW', load: () => import('./styles/locales-zh-TW.xml?raw') },
};

/**
 * A citation in a style, as HTML or as text. Processor and style are loaded on use: they are larger than the page.
 * @param language of the interface, as a BCP 47 tag.
 */
export async function citeIn(
  name: string,
  item: CslItem | CslDataset,
  language: string,
  form: 'html' | 'text' = 'html',
): Promise<string> {
  const load = STYLES[name];
  if (load === undefined) throw new RangeError(`There is no style ${name}`);
  const own = LOCALES[nearestTag(language, Object.keys(LOCALES)) ?? ''];
  const [{ formatCitation }, { default: style }, { default: english }, ownWords] =
    await Promise.all([
      import('./format-citation.ts'),
      load(),
      import('./styles/locales-en-US.xml?raw'), // for words that another language lacks
      own?.load(),
    ]);
  const locale = own && ownWords && { tag: own.tag, xml: ownWords.default };
  return formatCitation(item, { style, english, locale }, form);
}
