import type { HtmlFault } from './html-markup.ts';

/** Why a stretch of a text that is no markup may not come to be seen. */
export type StretchFault =
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
  fault: StretchFault;
  /** What it is called in the text, such as the label of a note. */
  name?: string | undefined;
}

/** The stretches that have a reason of their own, in order; of two in one another the outer one. */
export function inOrder(faults: readonly FaultyStretch[]): FaultyStretch[] {
  const sorted = faults
    .filter(({ fault }) => fault !== 'html')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = -1;
  return sorted.filter(({ end }) => {
    const isInner = end <= last;
    last = Math.max(last, end);
    return !isInner;
  });
}
