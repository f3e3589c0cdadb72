import { plural } from './plural.ts';

/** The words of the script of a collection, which has the English ones within it: see `pageWords`. */
export const collecting = {
  empty:
    'Nothing is collected yet. Choose “Add to collection” at the ¶ of a statement, or paste links below.',
  reading: 'Loading…',
  count: plural({ one: '{count} entry', other: '{count} entries' }),
  notLoaded: 'Some entries could not be loaded. Load the page again to try once more.',
  unreadable: 'Part of the address of this page could not be read, and is left out.',
  noLinks: 'This has no link to a release or a statement.',
  /** What has become of an entry. */
  edited: 'Edited since its link was made; these are its present words.',
  removed: 'This statement was removed from its release:',
  unknown: 'Its release never had this statement:',
  gone: 'This release is not in the archive:',
  failed: 'This could not be loaded:',
  open: 'Open in its release',
  remove: 'Remove',
  removeOf: 'Remove: {words}',
  linkCopied: 'Link to this collection copied',
  linkNotCopied: 'The link could not be copied; it is in the address bar',
  /** The ways to cite, beside the names of styles. */
  plain: 'Short',
  styleNotLoaded: 'This style could not be loaded.',
  citation: '{offices}, “{title}”, {day}. {address}',
  /** At the top of a file that is saved. */
  title: 'Collection from {site}',
  retrieved: plural({
    one: 'Retrieved on {day}: {count} entry',
    other: 'Retrieved on {day}: {count} entries',
  }),
  saved: 'Saved as {file}',
};
