import { statementId } from '../../src/archive/statement-id.ts';
import type { QuotedSource } from '../../src/quotation/compare/quoted-source.ts';
import { QuotationIndex } from '../../src/quotation/quotation-index.ts';

/** A release of made-up statements. */
export const madeUpSource = (release: string, ...texts: string[]): QuotedSource => ({
  release,
  url: `https://press.example.org/${release}/`,
  statements: texts.map((text) => ({ id: statementId(text), text })),
});

export const LIGHTHOUSE = madeUpSource(
  'lighthouse',
  '“We will not close the lighthouse,” said Councilmember Sample. “It has burned for 1,200 nights—and it will burn tonight.”',
  'The keeper’s allowance rises to $1.5 million, or 12% more than the U.S. average.',
  'Every ship that passes the northern reef before dawn depends on this lamp.',
);
export const FERRY = madeUpSource(
  'ferry',
  'The ferry carries bread to the island each morning, whatever the weather says.',
  'Councilmember Sample thanked the crew for thirty winters without a single missed crossing.',
);

/** An index of made-up releases. */
export const indexOf = (...sources: QuotedSource[]) => new QuotationIndex(sources, statementId);
