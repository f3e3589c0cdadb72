import { madeRelease } from '../../support/made-release.ts';
import { type Case, inFile, inRelease, warned } from './case.ts';

const bombs = ['a0: &a0 [x, x]', ...[1, 2, 3].map((n) => `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`)];
const SPLIT = 'put quotation marks around a value that has : in it or begins with [ or {';
const DAY =
  'that is not a day of the calendar; the day of issue, as in 2017-11-22; the same as in the file name';
const ADDRESS =
  'former addresses of this release on this site, as in /news/2017/old-name/ or /news/view.php?id=7';

/** What is wrong with fields, or with the YAML that they are written in. */
export const fields: Case[] = [
  inRelease('a headline with a colon', { title: 'Kalra: "We will not stand by"' }, [
    `2: title has a value that needs quotation marks; write title: 'Kalra: "We will not stand by"'`,
  ]),
  inRelease('a headline in quotation marks that goes on', { title: '"No," says Kalra' }, [
    `2: title has a value that needs quotation marks; write title: '"No," says Kalra'`,
  ]),
  inRelease('a quotation mark not closed', { subtitle: '"No' }, [
    '6: subtitle has a quotation mark that is not closed; put the same mark at the end of the value as at its beginning',
  ]),
  inRelease('a headline with a number sign', { title: 'Bill #12 signed' }, [
    '2: title leaves out "#12 signed": YAML takes what follows # for a remark; write title: "Bill #12 signed"; or put the remark on a line of its own',
  ]),
  warned(
    inRelease('a remark behind a value', { subtitle: 'Lamps lit # for now' }, [
      '6: subtitle leaves out "# for now": YAML takes what follows # for a remark; write subtitle: "Lamps lit # for now"; or put the remark on a line of its own',
    ]),
  ),
  inRelease('an apostrophe at the beginning', { title: "'Tis the season" }, [
    `2: title has a quotation mark that is not closed; put the same mark at the end of the value as at its beginning; if it is an apostrophe, write title: "'Tis the season"`,
  ]),
  inRelease('an apostrophe behind a backslash', { title: String.raw`"Governor\'s budget"` }, [
    `2: title has \\' where an apostrophe is enough; write title: "Governor's budget"`,
  ]),
  inRelease('a quotation that goes on below', { title: '"The mayor says\nthat it is so"' }, [
    '2: title has a value that goes on in a line without spaces before it; write it on one line, as title: "The mayor says that it is so"',
  ]),
  inRelease('two offices in one value', { office: 'north, river' }, [
    '4: office cannot be "north, river": several are a list, as in [north, river]; the office that issued it, by the name of its file under offices/, as in ash-kalra; a list for a joint release',
  ]),
  inRelease('tabs', { contact: '\n\tname: A\n  phone: 9165550123' }, [
    '6: frontmatter has a line that begins with a tab; put spaces in the place of the tab',
  ]),
  inFile('a field twice', '---\ntitle: A\ndate: 2017-11-22\ntitle: B\n---\nWords.\n', [
    '4: title appears twice; keep one of the two; several values go into one list, as in [first, second]',
  ]),
  inFile('aliases of YAML', `---\n${bombs.join('\n')}\n---\nWords.\n`, [
    '2: a0 has &a0, which YAML takes for a reference; write the value itself, or put quotation marks around it',
    '3: a1 has &a1, which YAML takes for a reference; write the value itself, or put quotation marks around it',
    '4: a2 has &a2, which YAML takes for a reference; write the value itself, or put quotation marks around it',
    '5: a3 has &a3, which YAML takes for a reference; write the value itself, or put quotation marks around it',
  ]),
  inRelease('an unknown key', { datline: 'SACRAMENTO', press: 'A' }, [
    '6: datline is not a field; did you mean dateline?',
    '7: press is not a field; the fields are title, subtitle, date, dateline, office, contact, caucus, topics, speakers, quotes, bills, language, source, aliases, related, translations, corrects, attachments, embargo, draft, corrections, withdrawn',
  ]),
  ...[
    '2017-11-3',
    '2017/11/03',
    '2017-11-03 10:00',
    'November 3, 2017',
    'Nov. 3 2017',
    '3 November 2017',
  ].map((date, n) =>
    inRelease(`a day written in another way ${n}`, { date }, [
      `3: date cannot be ${JSON.stringify(date)}: write 2017-11-03; the day of issue, as in 2017-11-22; the same as in the file name`,
    ]),
  ),
  inRelease('a contact that is not indented', { contact: '\nname: A\nphone: 916-555-0123' }, [
    '5: contact is missing; name: and at least one of phone: and email:, indented below contact:; a list for several people',
    '6: name is not a field; indent it by two spaces, below contact:',
    '7: phone is not a field; indent it by two spaces, below contact:',
  ]),
  ...[
    'https://press.example.org/releases/2017/11/01/a-pier/',
    '/press/releases/2017/11/01/a-pier',
    'releases/2017/2017-11-01-a-pier.md',
  ].map((related, n) =>
    inRelease(`a release by its address ${n}`, { related }, [
      `6: related cannot be ${JSON.stringify(related.replace('.md', ''))}: write 2017-11-01-a-pier; ids of related releases: their file names without .md`,
    ]),
  ),
  ...['----', '———', '***'].map((dashes, n) =>
    inFile(
      `another line in the place of the fence ${n}`,
      `${dashes}\ntitle: A\n${dashes}\nWords.\n`,
      [
        `1: frontmatter begins with ${dashes}, which is not the line ---; write three hyphens, ---, in its place, and on the line below the fields`,
      ],
    ),
  ),
  inRelease(
    'a document on a computer',
    { attachments: String.raw`{ file: C:\Users\a\plan.pdf, title: Plan }` },
    [
      String.raw`6: attachments refers to media/C:\Users\a\plan.pdf, which does not exist; put the file into media/, and write its path from there, as in plan.pdf`,
    ],
  ),
  inRelease('no title', { title: '' }, ['2: title is missing; the headline as issued']),
  inRelease('a topic with a colon', { topics: '\n  - Budget: 2018' }, [
    `7: topics[1] is not text; ${SPLIT}`,
  ]),
  inRelease('a day that the calendar has not', { date: '2017-02-30' }, [
    `3: date cannot be "2017-02-30": ${DAY}`,
  ]),
  inFile(
    'digits of a year in the wrong order',
    madeRelease({ date: '0217-11-22' }),
    [
      '3: date is 0217-11-22, before the year 1900, in which the archive can begin; is the year 2017 meant? If the release is so old, write since: 0217 in site.yaml',
    ],
    'releases/0217-11-22-year.md',
  ),
  inRelease('a day with a time', { date: '2017-11-22 09:00' }, [
    '3: date cannot be "2017-11-22 09:00": write 2017-11-22; the day of issue, as in 2017-11-22; the same as in the file name',
  ]),
  inRelease('a day in words', { date: 'November 22, 2017' }, [
    '3: date cannot be "November 22, 2017": write 2017-11-22; the day of issue, as in 2017-11-22; the same as in the file name',
  ]),
  inRelease('no day', { date: undefined }, [
    '2: date is missing; the day of issue, as in 2017-11-22; the same as in the file name',
  ]),
  inRelease('a day that is not the file’s', { date: '2017-11-23' }, [
    `3: date is 2017-11-23, but the file's name says 2017-11-22; change one of them, or rename the file to 2017-11-23-a-day-that-is-not-the-files.md`,
  ]),
  inRelease('a contact without phone and e-mail', { contact: '{ name: Casey }' }, [
    '5: contact has neither phone nor email; name: and at least one of phone: and email:, indented below contact:; a list for several people',
  ]),
  inRelease('a contact that is a name', { contact: 'Casey Contact, 916-555-0123' }, [
    '5: contact is not a set of fields; name: and at least one of phone: and email:, indented below contact:; a list for several people',
  ]),
  inRelease('an e-mail address that is none', { contact: '{ name: A, email: press(at)a.org }' }, [
    '5: contact.email cannot be "press(at)a.org": it is not an e-mail address; an e-mail address, as in press@example.org',
  ]),
  inRelease('a telephone number that is none', { contact: '{ name: A, phone: ext. 12 }' }, [
    '5: contact.phone cannot be "ext. 12": it has fewer than seven digits; a telephone number, as in (916) 555-0123',
  ]),
  inRelease('an embargo without a time', { embargo: '2017-11-22' }, [
    '6: embargo cannot be "2017-11-22": that is not a day and a time; not before this time, as in 2017-11-22 09:00 by the clocks of the archive, or with an offset, as in 2017-11-22T09:00:00-08:00',
  ]),
  inRelease('a language that is no tag', { language: 'Spanish (Mexico)' }, [
    '6: language cannot be "Spanish (Mexico)": that is not a language tag; the language as a BCP 47 tag, as in en, es or vi',
  ]),
  inRelease('a source without https', { source: 'www.example.org/a' }, [
    '6: source cannot be "www.example.org/a": an address begins with https:// or http://; where it was first published: a whole address',
  ]),
  inRelease(
    'who says a statement that is not there',
    { quotes: '[{ statement: s-aaaaaaaa, speaker: Sam Sample }]' },
    [
      '6: quotes refers to s-aaaaaaaa, which is not a statement of this release; copy the link of the statement from its page, or take the id from release.json',
    ],
  ),
  inRelease(
    'who says something that is no id',
    { quotes: '\n  - statement: The lamps are lit\n    speaker: Sam Sample' },
    [
      '7: quotes[1].statement cannot be "The lamps are lit": that is not the id of a statement; the id of the statement, as in s-k3vq7x2a, or its link',
    ],
  ),
  inRelease('a statement without a speaker', { quotes: '\n  - statement: s-aaaaaaaa' }, [
    "7: quotes[1].speaker is missing; the name of the person who says it; none if it is nobody's, whatever the text seems to say",
  ]),
  inRelease(
    'corrections before the release',
    { corrections: '\n  - date: 2017-11-21\n    note: The name was misspelled.' },
    [
      '7: corrections.date is 2017-11-21, before the release itself (2017-11-22); give the day on which it was done',
    ],
  ),
  inRelease('withdrawn without a reason', { withdrawn: '{ date: 2017-11-23 }' }, [
    '6: withdrawn.reason is missing; why, in a sentence',
  ]),
  inRelease('an alias on another site', { aliases: 'https://example.org/a/' }, [
    `6: aliases cannot be "https://example.org/a/": that is not a path on this site; ${ADDRESS}`,
  ]),
  inRelease('an alias with what is not UTF-8', { aliases: '/caf%E9/' }, [
    `6: aliases cannot be "/caf%E9/": what is written with % in it is not UTF-8, so no file can have that name; ${ADDRESS}`,
  ]),
  inRelease('half of a character', { title: String.raw`"A \ud800 B"` }, [
    '2: title has a character that no page can show; take it out: look for a \\ in the value',
  ]),
  inRelease('an attachment that leads out', { attachments: '{ file: ../../a.pdf, title: A }' }, [
    '6: attachments.file leads out of media/; the path below media/, as in 2017/letter.pdf',
  ]),
];
