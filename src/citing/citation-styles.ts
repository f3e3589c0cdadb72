import type { CslItem } from '../publish/citation/csl-item.ts';

/** The styles that are offered, by the name people know. Each is fetched when it is first asked for. */
const STYLES: Record<string, () => Promise<{ default: string }>> = {
  APA: () => import('./styles/apa.csl?raw'),
  Chicago: () => import('./styles/chicago-author-date.csl?raw'),
  MLA: () => import('./styles/modern-language-association.csl?raw'),
};

export const STYLE_NAMES = Object.keys(STYLES);

/** A citation in a style, as HTML. Processor and style are loaded on use: they are larger than the page. */
export async function citeIn(name: string, item: CslItem): Promise<string> {
  const load = STYLES[name];
  if (load === undefined) throw new RangeError(`There is no style ${name}`);
  const [{ formatCitation }, { default: style }, { default: locale }] = await Promise.all([
    import('./format-citation.ts'),
    load(),
    import('./styles/locales-en-US.xml?raw'),
  ]);
  return formatCitation(item, { style, locale });
}
