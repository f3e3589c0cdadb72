import type { HtmlFault } from './html-markup.ts';

/** Why a stretch of a text that is no markup may not come to be seen. */
export type Fault =
  | HtmlFault
  | 'unused definition'
  | 'second definition'
  | 'unused note'
  | 'second note'
  | 'surplus cell'
  | 'fence'
  | 'reference'
  | 'html';

export interface FaultyStretch {
  start: number;
  end: number;
  fault: Fault;
  /** What it is called in the text, such as the label of a note. */
  name?: string | undefined;
}
