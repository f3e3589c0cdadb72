import { citing as english } from '../words/en.ts';

/** The words of this page's script: those that the page brings along, or else English. */
function readWords(): typeof english {
  const json = document.querySelector('script[data-words]')?.textContent;
  return json ? (JSON.parse(json) as typeof english) : english;
}

export const words = readWords();
