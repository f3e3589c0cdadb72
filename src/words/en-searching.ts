import { plural } from './plural.ts';

/** The words of the search page's script, which has the English ones within it: see `pageWords`. */
export const searching = {
  found: plural({ one: '{count} release found', other: '{count} releases found' }),
  /** Behind a name that was inferred. */
  byRule: 'attributed by rule',
  noneFound: 'No releases found',
  more: 'Show more results',
  notLoaded: 'The search could not be loaded. Browse by date, office or topic instead.',
  noIndex:
    'Files of the search index are missing: this copy of the site is incomplete, or a newer one has just been published. Reload the page, or browse by date, office or topic instead.',
  moreInRelease: plural({
    one: '{count} more in this release',
    other: '{count} more in this release',
  }),
  /** What a search is filtered by, such as `topic: Housing`, with one of `operators`. */
  chip: '{operator}: {name}',
  operators: {
    office: 'office',
    caucus: 'caucus',
    topic: 'topic',
    speaker: 'speaker',
    bill: 'bill',
    language: 'language',
    year: 'year',
  },
  phrase: '“{words}”',
  without: 'without “{words}”',
  before: 'before {day}',
  after: 'after {day}',
  from: 'from {day}',
  to: 'to {day}',
  remove: 'Remove: {chip}',
  legends: {
    office: 'Office',
    caucus: 'Caucus',
    topic: 'Topic',
    speaker: 'Speaker',
    bill: 'Bill',
    year: 'Year',
    language: 'Language',
  },
  /** What a long list has, as the words about its box and its length need it. */
  names: {
    office: 'offices',
    caucus: 'caucuses',
    topic: 'topics',
    speaker: 'speakers',
    bill: 'bills',
    year: 'years',
    language: 'languages',
  },
  filter: 'Filter {names}',
  matching: '{count} of {all} {names}',
  moreNames: plural({ one: '{count} more', other: '{count} more' }),
  limit: 'These are the first {shown} of {all} {names}. The box above finds the others.',
  /** Bars of the histogram. */
  allYears: 'All years',
  decade: '{year}s',
  bar: plural({ one: '{time}, {count} release', other: '{time}, {count} releases' }),
  /** Other searches, each before its words. */
  spelling: 'Did you mean',
  withoutFilters: 'Search without filters and days for',
  fewerWords: 'Search for fewer words:',
  unquoted: 'Search without quotation marks for',
  nearest: 'The statement that comes nearest to “{words}”:',
  checkQuotation: 'Check word for word as a quotation:',
  /** A link beside a result, for the words that were found. */
  check: 'Check as a quotation',
  onDay: 'Search only the releases of',
  onlyFrom: 'Search only the releases from',
  /** Where a word names an office or its member, and a link that ranks all releases alike. */
  namedFirst: 'Releases from {names} come first.',
  rankAlike: 'Rank all alike',
  /** Remarks about what was typed. */
  searchedAsWords: '“{typed}” is searched as words: {reason}.',
  ignored: plural({
    one: '{words} appears almost everywhere and is not required. Quotation marks require every word.',
    other:
      '{words} appear almost everywhere and are not required. Quotation marks require every word.',
  }),
  beginning: 'Words that begin with “{words}” are searched for.',
  /** Each word is quoted as a `phrase`. */
  unknown: 'No release has {words}.',
  otherForms: 'No release has {words} as typed; these have other forms.',
  noMinus: 'only words and phrases can be left out with a minus sign',
  noOperator: 'there is no operator “{name}:”',
  noOperatorButNear: 'there is no operator “{name}:”; did you mean “{near}:”?',
  noYear: 'a year has four digits, as in “year:2017”',
  noName: 'it has no name after “{operator}:”',
  noDate:
    'a date is written as in “{operator}:2017”, “{operator}:2017-11” or “{operator}:2017-11-22”',
  noDay: 'the calendar has no such day',
  noRange: 'a range is written as in “2004..2006” or “2006-05-04..2006-06-01”',
  noStar: 'a star goes behind a word of two letters or more, as in “immigra*”',
  noOrFilter: 'a filter holds for the whole search, not for one side of OR',
  nothingJoined: 'nothing follows that it could join',
};
