/** What we use of word-extractor, which comes without types; `@types/word-extractor` lacks the options. */
declare module 'word-extractor' {
  interface Options {
    /** Whether to replace quotation marks, dashes and the like by those of ASCII; it does by default. */
    filterUnicode?: boolean;
    includeFooters?: boolean;
  }

  class Document {
    getBody(options?: Options): string;
    getTextboxes(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
    getHeaders(options?: Options): string;
    getFooters(options?: Options): string;
  }

  export default class WordExtractor {
    extract(source: Buffer): Promise<Document>;
  }
}
