import { madeRelease } from '../../support/made-release.ts';
import { type Case, inFile, warned } from './case.ts';

const good = madeRelease();
const UTF8 = 'save it again with the encoding UTF-8';
const BEGIN = 'begin with a line ---, then the fields such as title: and date:, then a line ---';
const FILE = 'put the file itself in its place';
const CONFLICT = '<<<<<<< HEAD\nNoon.\n=======\nOne.\n>>>>>>> river';
const MARKS =
  'has the marks of a merge that was not finished; leave the words that are right, and delete the lines <<<<<<<, ======= and >>>>>>>';

/** What is wrong with whole files: their bytes, their names, the place where they lie. */
export const files: Case[] = [
  inFile('an empty file', '', ['1: file is empty; write into it what belongs there, or delete it']),
  inFile('binary', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]), [
    '1: file is not a text file; put documents under media/; a release is Markdown',
  ]),
  inFile('invalid UTF-8', Buffer.from(madeRelease({}, 'Señora Peña.'), 'latin1'), [
    `8: file is not in UTF-8; ${UTF8}`,
  ]),
  inFile('UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), [`1: file is in UTF-16; ${UTF8}`]),
  inFile('5 MB', Buffer.alloc(5 * 1024 * 1024, 'Words. '), [
    '1: file has 5.0 MB, more than the 2 MB that a text may have; put pictures and documents under media/ and list them in attachments',
  ]),
  inFile('a control character', good.replace('Words', 'Wo\u0007rds'), [
    '8: file has a character that no page can show, U+0007; delete it; an editor shows it as a box or not at all',
  ]),
  inFile('a byte order mark is no error', `\ufeff${good}`, []),
  inFile('line ends of Windows are no error', good.replaceAll('\n', '\r\n'), []),
  inFile('no frontmatter', 'For immediate release\n', [`1: frontmatter is missing; ${BEGIN}`]),
  inFile('frontmatter not closed', good.replace('\n---\n', '\n'), [
    '1: frontmatter has no end: the second line --- is missing; put a line --- between the fields and the text',
  ]),
  inFile('only frontmatter', '---\ntitle: A\ndate: 2017-11-22\noffice: north\n---\n', [
    '2: contact is missing; name: and at least one of phone: and email:, indented below contact:; a list for several people',
    '6: body is empty; put the text of the release below the second line ---',
  ]),
  inFile('two blocks', `${good}\n${good}`, [
    '10: frontmatter appears twice in this file; leave one block of fields; a second release needs a file of its own',
  ]),
  inFile(
    'a file name without a day',
    good,
    ['1: file has a name that is not YYYY-MM-DD-words.md; name it YYYY-MM-DD-kalra-denounces.md'],
    'releases/kalra-denounces.md',
  ),
  inFile(
    'a file name with capitals and spaces',
    good,
    ['1: file has a name that is not YYYY-MM-DD-words.md; name it 2017-11-22-kalra-denounces.md'],
    'releases/2017-11-22 Kalra Denounces.md',
  ),
  inFile(
    'a file name with the month first',
    good,
    ['1: file has a name that is not YYYY-MM-DD-words.md; name it 2017-11-22-lamps.md'],
    'releases/11-22-2017 Lamps.md',
  ),
  inFile(
    'a file name with a day that is none',
    madeRelease({ date: '2017-02-28' }),
    [
      '1: file has a name that begins with 2017-02-30, which is not a day of the calendar; name it YYYY-MM-DD-a.md',
    ],
    'releases/2017-02-30-a.md',
  ),
  {
    name: 'the same id in two folders',
    files: { 'releases/a/2017-11-22-twice.md': good, 'releases/b/2017-11-22-twice.md': good },
    errors: [
      'releases/b/2017-11-22-twice.md:1: file has the name of releases/a/2017-11-22-twice.md; an id is for one release in the whole archive: rename one of the two files',
    ],
  },
  {
    name: 'a link out of the archive',
    files: { 'releases/2017-11-22-link-out.md': { link: '/etc/hostname' } },
    errors: [
      `releases/2017-11-22-link-out.md:1: file is a link that leads out of the archive; ${FILE}`,
    ],
  },
  {
    name: 'a link to nowhere',
    files: { 'releases/2017-11-22-dangling.md': { link: 'nowhere.md' } },
    errors: [`releases/2017-11-22-dangling.md:1: file is a link that leads nowhere; ${FILE}`],
  },
  {
    name: 'a link to a folder',
    files: { 'releases/linked': { link: '.' } },
    errors: ['releases/linked:1: file is a link to a folder; put the folder itself in its place'],
  },
  warned(
    inFile(
      'a text file among the releases',
      'For immediate release\n',
      [
        '1: file is ignored: not an .md file; write the release as Markdown in a file *.md, or put it elsewhere and run npm run import with it',
      ],
      'releases/2017-11-22-notes.txt',
    ),
  ),
  warned(
    inFile(
      'a release that ends in .markdown',
      good,
      ['1: file is ignored: not an .md file; if it is a release, rename it to 2017-11-22-other.md'],
      'releases/2017-11-22-other.markdown',
    ),
  ),
  inFile('marks of a merge in the text', madeRelease({}, `One.\n\n${CONFLICT}\n\nTwo.`), [
    `10: body ${MARKS}`,
  ]),
  inFile('marks of a merge in the fields', `${CONFLICT.replace('Noon.', good)}\nWords.`, [
    `1: frontmatter ${MARKS}`,
  ]),
  inFile(
    'marks of a merge in an office',
    `name: East\n${CONFLICT}\n`,
    [`2: file ${MARKS}`],
    'offices/merged.yaml',
  ),
  inFile(
    'an office that cannot be read',
    'name: Office: South\n',
    ['1: name has a value that needs quotation marks; write name: "Office: South"'],
    'offices/south.yaml',
  ),
  inFile(
    'an office without a name',
    'member: East Member\nurl: east.example.org\n',
    [
      '1: name is missing; the name of the office, as in Office of Assemblymember Example',
      `2: url cannot be "east.example.org": an address begins with https:// or http://; the office's own site`,
    ],
    'offices/east.yaml',
  ),
  inFile(
    'an office in a caucus that is not there',
    'name: West\ncaucuses:\n  - apa\n',
    [
      '3: caucuses[1] names apa, which has no file caucuses/apa.yaml; name caucuses by their files, or write the file with name: in it',
    ],
    'offices/west.yaml',
  ),
  inFile(
    'an office whose file no page can be named by',
    'name: Up\n',
    [
      '1: file has a name that no page can have; use small letters a to z, digits and hyphens, as in ash-kalra.yaml',
    ],
    'offices/Up North.yaml',
  ),
  inFile(
    'a web page under media/, named by nobody',
    '<!doctype html><title>A</title>',
    [
      '1: file is a web page (.html), which this archive does not publish; save it as PDF, or its words as plain text (.txt)',
    ],
    'media/page.html',
  ),
  inFile(
    'a web page under another name',
    '<!doctype html><title>A</title>',
    [
      '1: file is a web page inside, whatever its name says; open it, and save it as PDF or its words as plain text (.txt)',
    ],
    'media/page.pdf',
  ),
  inFile(
    'a picture in SVG with a script',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran = 1"/>',
    [
      '1: file has what can run or reach elsewhere: onload= of <svg>; export it as “plain SVG” without scripts, links to other files and embedded pages, or save it as .png',
    ],
    'media/drawing.svg',
  ),
  inFile('a file that nobody knows, named by nobody', 'A', [], 'media/Thumbs.db'),
  {
    name: 'a file that nobody knows, named by a release',
    files: {
      'media/plan.dwg': 'A',
      'releases/2017-11-22-plan.md': madeRelease({}, '[A](/media/plan.dwg)'),
    },
    errors: [
      'media/plan.dwg:1: file has the ending .dwg, which this archive does not publish; save it as PDF, or compress it as a .zip',
    ],
  },
];
