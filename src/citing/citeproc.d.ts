/** What is used of citeproc-js. @see https://citeproc-js.readthedocs.io/ */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [unknown, string[]];
  }
  const CSL: {
    Engine: new (system: System, style: string, language: string, isForced?: boolean) => Engine;
  };
  export default CSL;
}
