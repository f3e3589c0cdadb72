/**
 * A quotation as one pastes it into a text: the words in quotation marks, and below them where they
 * stand. The words stay as they were issued, with any marks of their own.
 * @param source who said so, where and when, as the page tells it.
 */
export function quotation(words: string, source: string, address: string): string {
  return `“${words}”\n— ${source}\n${address}`;
}
