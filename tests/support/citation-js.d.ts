/** What is used of Citation.js, which reads BibTeX and RIS as CSL-JSON. */
declare module '@citation-js/core' {
  export interface ReadName {
    literal?: string;
    family?: string;
    given?: string;
  }
  export interface ReadItem {
    id: string;
    type: string;
    title: string;
    URL: string;
    note?: string;
    language?: string;
    author: ReadName[];
    issued: { 'date-parts': number[][] };
  }
  export class Cite {
    constructor(text: string);
    data: ReadItem[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
