import type { SourceDocument } from '../../../src/import/read/document.ts';

/** A document without words, as a reader hands it over, but for what is given. */
export const madeDocument = (fields: Partial<SourceDocument> = {}): SourceDocument => ({
  blocks: [],
  definitions: [],
  metadata: undefined,
  leftOut: [],
  files: [],
  words: '',
  warnings: [],
  ...fields,
});
