/** The scripts that have words of their own, which a page in another language has as data. */
export type WordedScript =
  'citing' | 'collecting' | 'exporting' | 'overTime' | 'quoting' | 'searching';

/**
 * The words of a browser's script: those that its page has as data, or else English, which the script
 * has within it.
 * @see src/components/PageWords.astro
 */
export function pageWords<Part>(script: WordedScript, english: Part): Part {
  // Tests run scripts' modules where there is no page.
  const data = globalThis.document?.querySelector(`[data-words=${script}]`)?.textContent;
  return data ? (JSON.parse(data) as Part) : english;
}
