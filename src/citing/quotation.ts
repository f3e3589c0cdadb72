import { citing } from '../words/en-citing.ts';
import { fill } from '../words/words.ts';

/**
 * A quotation as one pastes it into a text: the words in quotation marks, and below them their source. The
 * words stay as they were issued, with any marks of their own.
 * @param source who said so, where and when, as the page has it.
 * @param form the quotation marks of a language, around `{words}`.
 */
export function quotation(
  words: string,
  source: string,
  address: string,
  form = citing.quotation,
): string {
  return `${fill(form, { words })}\n— ${source}\n${address}`;
}
