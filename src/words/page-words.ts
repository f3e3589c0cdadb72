/**
 * The words of a browser's script: those that its page has as data, or else English, which the script
 * has within it.
 * @see src/components/PageWords.astro
 */
export function pageWords<Part>(english: Part): Part {
  // Tests run scripts' modules where there is no page.
  const json = globalThis.document?.querySelector('script[data-words]')?.textContent;
  return json ? (JSON.parse(json) as Part) : english;
}
