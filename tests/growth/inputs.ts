import type { Input } from './growth.ts';

/** What is repeated: single characters first, then what looks like a part of a release. */
export const UNITS = [
  ...'-–—_.,:;#*|=~/\\([{<>&"“’\'`@+!?^$%09aAÉ語',
  ' ', '\t', '\n', '\u00a0', '\u200b',
  '- ', ' -', 'a ', 'A ', 'Ab ', 'the ', 'A.', 'a@', 'a.', '1 ', '. ', '(1) ', '[a', '<a ', '<b>', '&a', 'a-', '## ',
  '#\n', '* ', '-\n', 'a\n', 'Ab\n', '\n ', '\n\n ', '> ', '| ', '  Ab', 'a        ', '-- ', '… ', '"Ab" ',
  'May 1, 2020 ', '12/12/2012 ', 'Contact: ', 'contact ', 'press contact\n', 'Casey Contact ', 'Casey Contact, (916) 555-0101\n',
  '555-0123 ', '(916) 555-0101\n', 'casey@example.org ', 'phone ', 'fax: ', 'for release ', 'FOR IMMEDIATE RELEASE ', 'embargoed ',
  'news ', 'press release ', 'e-mail ', 'WASHINGTON, ', 'Washington ', 'NEW YORK ', 'Senator ', 'St. ', 'Mc', 'Jr. ', ' de ',
  'https://a ', 'said ', 'Ab said that a. ', 'x x x ', '30 ', '* * ', 'before:2019 ', 'office:a ', '-a ', '[audio ', '<!-- ',
]; // prettier-ignore

/** For single patterns: what comes first, and what is repeated after it. */
export const STARTS = ['', 'A', 'Ab ', 'contact', '1'];
export const PIECES = [
  ...'-–_.,:#*|=/\\([{<>&"’\'@+?0aAÉ語', ' ', '\t', '\n', '\u00a0',
  '- ', 'a ', 'A ', 'Ab ', 'A.', 'a@', '1 ', '. ', '\n ', '<a ', '[a', '<!--', 'de ', 'e-mail ', 'news ', 'press release ', 'May 1, 2020 ', '555-0123 ', 'a:', '"a" ',
]; // prettier-ignore

const STORY =
  'SAMPLETON – Senator Sam Sample today opened the first of nine lighthouses of the Sample Coast to all.';
const HEADLINE = 'Senator Sample Opens the First of Nine Lighthouses';

/** Where in a release it is. */
export const PLACES: Omit<Input, 'unit'>[] = [
  {},
  { before: `${HEADLINE}\n`, after: `\n\n${STORY}\n` },
  { before: `${HEADLINE} `, after: ` ${STORY}` },
  { before: `${HEADLINE}\n\n${STORY}\n\n` },
  {
    before: 'SAMPLETON ',
    after: ' Senator Sam Sample today opened the first of nine lighthouses.',
  },
  { before: 'Contact: ', after: `\n\n${HEADLINE}\n\n${STORY}\n` },
  { before: 'FOR RELEASE ', after: `\n\n${HEADLINE}\n\n${STORY}\n` },
];
