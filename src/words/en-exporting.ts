import { plural } from './plural.ts';

/** The words of the script that makes files of a list, which has the English ones within it: see `pageWords`. */
export const exporting = {
  /** What a list is, at the top of its file. */
  search: 'Search in {site}: {query}',
  filteredSearch: 'Search in {site}',
  /** When it was made, and how much of what was found it holds. */
  whole: plural({
    one: 'Retrieved on {day}: {count} release',
    other: 'Retrieved on {day}: {count} releases',
  }),
  part: 'Retrieved on {day}: the first {count} of {all} releases',
  /** While and after it is made. */
  progress: '{count} of {all}…',
  saved: 'Saved as {file}',
  failed: 'The file could not be made: parts of this site could not be loaded. Try again.',
};
