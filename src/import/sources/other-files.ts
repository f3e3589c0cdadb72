import { type ReadFailure } from '../read/document.ts';
import type { SkippedKind } from './source-item.ts';

/** Documents that may hold a release, but cannot be read: what they are, and the way to a file that can. */
const FOREIGN: [endings: string, what: string, hint: string][] = [
  ['xls xlsx xlsm xlsb ods numbers', 'is a spreadsheet', 'save it as CSV, one release a row'],
  ['ppt pptx pptm pps ppsx odp key', 'is a presentation', 'open it, and save it as PDF'],
  ['pub indd indt qxd qxp idml pmd p65 fm afpub sla', 'is of a page layout program', 'open it there, and export it as PDF'],
  ['pst ost olm nsf dbx', 'is a whole mailbox', 'save the mails with releases from the mail program, as .eml, .msg or .mbox'],
  ['webarchive', 'is a page saved by Safari', 'open it in Safari, and save it as “Page Source” (.html)'],
  ['gdoc', 'is only a link to a document in Google Docs', 'open it, and use File → Download → Microsoft Word (.docx)'],
  ['one onepkg', 'is of OneNote', 'open it, and export it as .docx or PDF'],
  ['rar 7z tar gz tgz bz2 xz sit sitx hqx', 'is an archive of another kind than .zip', 'unpack it, and import the folder'],
  ['ps eps prn xps oxps djvu', 'is a printed page', 'convert it to PDF'],
  ['hwp hwpx', 'is of Hangul', 'open it, and save it as .docx or PDF'],
  ['lwp sam wp wp5 wp6 cwk aw', 'is of a word processor that is not known', 'open it there, and save it as .docx or PDF'],
  ['abw zabw uot tex lyx epub mobi', 'is of a kind that is not known', 'open it, and save it as .docx or PDF'],
]; // prettier-ignore

const BY_ENDING = new Map(
  FOREIGN.flatMap(([endings, message, hint]) =>
    endings.split(' ').map((ending): [string, ReadFailure] => [ending, { message, hint }]),
  ),
);

/** Why a document cannot be imported, by its name; undefined for what is no document, such as a picture. */
export const foreignDocument = (name: string): ReadFailure | undefined =>
  BY_ENDING.get(/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');

const LOCK_FILE: SkippedKind = [
  'lock file of a document that is open, or was when the computer stopped',
  'lock files of documents that are open, or were when the computer stopped',
];

/** What word processors write beside a document as long as it is open: `~$letter.docx`, `.~lock.letter.odt#`. */
export const lockFile = (name: string): SkippedKind | undefined =>
  /(?:^|[/\\])(?:~\$[^/\\]*|\.~lock\.[^/\\]*#)$/.test(name) ? LOCK_FILE : undefined;
