import CSL from 'citeproc';
import type { CslDataset, CslItem } from '../publish/citation/csl-item.ts';

/** A style of CSL and the words that it puts between the fields, as XML. */
export interface Style {
  style: string;
  /** The words in American English, which the processor needs in any case. */
  english: string;
  /** Those of another language. */
  locale?: { tag: string; xml: string } | undefined;
}

/** What a style sorts a list by. */
const SORTING = /<sort>.*?<\/sort>/gs;

/**
 * A citation as a style has it, by the reference processor of CSL.
 * @returns text, or HTML: text, and `i`, `b`, `sup` or `span` where the style asks for them.
 */
export function formatCitation(
  item: CslItem | CslDataset,
  { style, english, locale }: Style,
  form: 'html' | 'text' = 'html',
): string {
  const system = {
    retrieveLocale: (tag: string) => (tag === locale?.tag ? locale.xml : english),
    retrieveItem: () => item,
  };
  // One item is in no order, and the processor spends most of its time on the macros of APA's.
  const unsorted = style.replace(SORTING, '');
  // Forced, since some styles ask for English words by themselves.
  const engine = new CSL.Engine(system, unsorted, locale?.tag ?? 'en-US', locale !== undefined);
  engine.setOutputFormat(form);
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1].join('').trim();
}
