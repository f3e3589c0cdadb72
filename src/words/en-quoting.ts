import { plural } from './plural.ts';

/** The words of the script that checks quotations, which has the English ones within it: see `pageWords`. */
export const quoting = {
  checking: 'Checking…',
  notLoaded:
    'The quotation could not be checked. Files of this site could not be loaded; try again.',
  empty: 'Paste a quotation first.',
  /** What was found, said before the statements. */
  answers: {
    verbatim: 'Word for word in this archive',
    altered: 'Nearly, but not word for word',
    edited:
      'Word for word as it was before an edit: the statement has other words now, or was removed',
    scattered:
      'Taken from several releases: its parts are word for word, but nobody said all of it',
    short: 'Too short to be found: give five words or more',
    none: 'Not found in this archive',
    nearest: 'Not found in this archive. These statements come nearest:',
  },
  common: plural({
    one: 'In {count} release: too common to say which is meant',
    other: 'In {count} releases: too common to say which is meant',
  }),
  commonAtLeast: 'In {count} releases or more: too common to say which is meant',
  /** What the check did not count, or read as an editor's. */
  readAsSame: 'Read as the same: {list}.',
  understood: {
    brackets: 'what brackets stand for',
    ellipsis: 'parts that an ellipsis joins',
    quotationMarks: 'other quotation marks',
    dashes: 'other dashes',
    case: 'other capitals',
    punctuation: 'other punctuation',
    statements: 'the next statement, in which it goes on',
  },
  differences: 'What differs',
  /** Heard before words by those who cannot see how they are marked. */
  missing: 'missing:',
  added: 'added:',
  legend:
    'Struck out: words of the statement that the quotation lacks. Underlined: words that only the quotation has.',
  removed: 'This statement was removed.',
  /** Before what a statement said until it was edited. */
  until: 'Until {day} it read:',
  found: 'Statements',
};
