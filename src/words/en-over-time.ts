import { plural } from './plural.ts';

/** The words of the table of releases by office and time; the search page's script has the English ones within it. */
export const overTime = {
  heading: 'Over time, by office',
  /** What the table is, for those who do not see what is around it. */
  caption: 'Releases over time, by office',
  office: 'Office',
  all: 'All offices',
  others: plural({ one: '{count} other office', other: '{count} other offices' }),
  /** On the search page, which has it ready. */
  failed: 'The table could not be loaded. Close it and open it again.',
};
