import CSL from 'citeproc';
import type { CslItem } from '../publish/citation/csl-item.ts';

/** A style of CSL and the words that it puts between the fields, both as XML. */
export interface Style {
  style: string;
  locale: string;
}

/**
 * A citation as a style has it, by the reference processor of CSL.
 * @returns HTML: text, and `i`, `b`, `sup` or `span` where the style asks for them.
 */
export function formatCitation(item: CslItem, { style, locale }: Style): string {
  const system = { retrieveLocale: () => locale, retrieveItem: () => item };
  const engine = new CSL.Engine(system, style, 'en-US');
  engine.setOutputFormat('html');
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1].join('').trim();
}
