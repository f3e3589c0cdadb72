import { citing } from './en-citing.ts';
import { collecting } from './en-collecting.ts';
import { exporting } from './en-exporting.ts';
import { overTime } from './en-over-time.ts';
import { quoting } from './en-quoting.ts';
import { searching } from './en-searching.ts';
import { plural } from './plural.ts';

/*
 * The words of the interface. `{name}` is a value that the code puts in; it may be anywhere in the
 * sentence. Some sentences have a little Markdown: [link](/about/), `code`, **strong**, *emphasis*.
 * Values of `plural` are one text for each category of the language (see `Intl.PluralRules`).
 */
export const en = {
  /** Used in many places. */
  releases: plural({ one: '{count} release', other: '{count} releases' }),
  noReleases: 'No releases yet',
  pressRelease: 'Press release',
  search: 'Search',
  searchAll: 'Search all releases',
  newestFirst: 'Newest first',
  /** A page of a list that has several: its title, so that no two pages have the same. */
  pageOf: '{title}, page {number} of {last}',
  withdrawn: 'Withdrawn',
  corrected: 'Corrected',
  draft: 'Draft',
  held: 'Not yet published',
  /** Between a heading and what it announces, in feeds: `Correction: Headline`. */
  withdrawnTitle: 'Withdrawn: {title}',
  correctionTitle: 'Correction: {title}',
  replacedTitle: 'Replaced: {title}',
  citation: '{offices}, “{title}”, {day}',
  citationWithStatus: '{citation} [{status}]',

  /** The ways to browse beside the date. */
  axes: {
    offices: {
      many: 'Offices',
      one: 'Office',
      all: plural({ one: 'All {count} office', other: 'All {count} offices' }),
      by: 'By office',
      none: 'No offices yet',
      description: 'Offices in this archive, each with its press releases.',
      releases: 'Press releases from {name}.',
    },
    caucuses: {
      many: 'Caucuses',
      one: 'Caucus',
      all: plural({ one: 'All {count} caucus', other: 'All {count} caucuses' }),
      by: 'By caucus',
      none: 'No caucuses yet',
      description: 'Caucuses in this archive, each with its press releases.',
      releases: 'Press releases from {name}.',
    },
    topics: {
      many: 'Topics',
      one: 'Topic',
      all: plural({ one: 'All {count} topic', other: 'All {count} topics' }),
      by: 'By topic',
      none: 'No topics yet',
      description: 'Topics in this archive, each with its press releases.',
      releases: 'Press releases on the topic {name}.',
    },
    speakers: {
      many: 'Speakers',
      one: 'Speaker',
      all: plural({ one: 'All {count} speaker', other: 'All {count} speakers' }),
      by: 'By speaker',
      none: 'No speakers yet',
      description: 'Speakers in this archive, each with the press releases that quote them.',
      releases: 'Press releases that quote {name}.',
    },
    bills: {
      many: 'Bills',
      one: 'Bill',
      all: plural({ one: 'All {count} bill', other: 'All {count} bills' }),
      by: 'By bill',
      none: 'No bills yet',
      description: 'Bills in this archive, each with its press releases.',
      releases: 'Press releases about {name}.',
    },
  },

  /** What every page has. */
  page: {
    skip: 'Skip to main content',
    /** At the foot of each page on paper. */
    print: '{site}, {address}',
    retrieved: 'Retrieved {day}.',
    main: 'Main',
    releases: 'Releases',
    about: 'About',
    corrections: 'Corrections and withdrawals',
    /** Names of lists of links at the foot. */
    more: 'More about this site',
    elsewhere: 'Elsewhere on the web',
    otherFormat: 'Do you need this page, or a document on it, in another format? Ask {contact}.',
    footer:
      '{publisher}. Every statement here has an address of its own, made from its words. [What this archive promises](/about/). [Feeds](/feeds/). [Check a quotation](/quote/). [Collect statements](/collection/). [Data](/data/).',
  },

  front: {
    search: plural({ one: 'Search {count} release', other: 'Search {count} releases' }),
    newest: 'Newest releases',
    all: plural({ one: 'All {count} release', other: 'All {count} releases' }),
  },

  /** Lists of releases. */
  list: {
    all: 'All releases',
    allDescription: 'All press releases in {site}, newest first.',
    of: 'Press releases of {period}.',
    ofTheDay: 'Releases from this day',
    countAndPage: '{count}, page {number} of {last}',
    pages: 'Pages',
    page: 'Page {number}',
    newer: 'Newer',
    older: 'Older',
    years: 'Years',
    months: 'Months',
    days: 'Days',
    byYear: 'Releases by year',
    byMonth: 'Releases of {year} by month',
    barCount: '{name}, {count}',
    searchOrFollow: '{search} or {feed}',
    searchThese: 'Search in these releases',
    followThese: 'follow them by RSS',
    follow: 'Follow this list by RSS',
  },

  /** What an office's page says of it. */
  office: {
    member: 'Member',
    party: 'Party',
    district: 'District',
    opened: 'Opened',
    closed: 'Closed',
    closes: 'Closes',
    closedOn: 'This office closed on {day}.',
    caucuses: plural({ one: 'Caucus', other: 'Caucuses' }),
  },

  /** The statement of /accessibility/, in Markdown. */
  accessibility: {
    title: 'Accessibility',
    wish: '{publisher} wants everyone to be able to read this archive, whatever device or assistive technology they use.',
    standard: 'Standard',
    conforms:
      'The pages of this archive are made to conform to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. They conform in part: what is known not to is below.',
    tested: 'How it was tested',
    machine:
      'Every kind of page of the program that makes this site is tested in a browser: with axe-core, on light and dark ground and in forced colors; at widths from 320 to 1,920 pixels, at 400% zoom and with the text spacing of WCAG, so that nothing is cut off; and partly with the keyboard alone. Such tests find only some of all barriers. They were not made with the texts and documents of this archive.',
    limits: 'What is not accessible',
    issued:
      'Releases are shown as they were issued: with capitals, tables and pictures that may lack what screen readers need.',
    barriers: {
      picture: plural({
        one: '{count} picture in texts has no words for those who cannot see it.',
        other: '{count} pictures in texts have no words for those who cannot see them.',
      }),
      link: plural({
        one: '{count} link does not say where it leads.',
        other: '{count} links do not say where they lead.',
      }),
      table: plural({
        one: '{count} table has no head that names its columns.',
        other: '{count} tables have no head that names their columns.',
      }),
      heading: plural({
        one: '{count} heading skips a rank.',
        other: '{count} headings skip a rank.',
      }),
      capitals: plural({
        one: '{count} headline or paragraph is in capitals throughout.',
        other: '{count} headlines or paragraphs are in capitals throughout.',
      }),
      recording: plural({
        one: '{count} recording has no transcript or captions.',
        other: '{count} recordings have no transcript or captions.',
      }),
    },
    pdfs: plural({
      one: 'There is {count} PDF document in this archive.',
      other: 'There are {count} PDF documents in this archive.',
    }),
    untagged: plural({
      one: '{count} PDF document has no tags, so that screen readers cannot tell its headings, lists and tables.',
      other:
        '{count} PDF documents have no tags, so that screen readers cannot tell their headings, lists and tables.',
    }),
    allTagged: 'All of them have tags.',
    archived:
      'Releases marked “Archived” were issued before {day}, and are kept unaltered for reference, research and recordkeeping only.',
    help: 'If you cannot read something',
    ask: 'Ask {contact} for it in another format. Name the page or the document, and the form in which you need it.',
    reviewed: 'This statement was last reviewed on {day}.',
  },

  /** Archived web content, in the words of 28 CFR 35.104. */
  archived: {
    flag: 'Archived',
    release:
      '**Archived.** This release was issued before {day} and has not been altered since. It is kept for reference, research and recordkeeping only.',
    area: '**Archived.** Releases marked “Archived” were issued before {day} and have not been altered since. They are kept for reference, research and recordkeeping only.',
  },

  release: {
    from: 'Press release from {offices}',
    closedThis: 'This office closed in {month}.',
    closedOne: '{office} closed in {month}.',
    caucus: 'Caucus',
    topics: 'Topics',
    speakers: 'Speakers',
    bills: 'Bills',
    contact: 'Contact:',
    skipToContact: 'Skip to the press contact',
    skipToCitation: 'Skip to how to cite it',
    publishedIn: 'Published in {year}',
    contactIn: 'Press contact in {year}:',
    contactNow: 'Press contact today:',
    attachments: 'Attachments',
    firstPublished: 'First published at {address}',
    print: '{site}, {day}, {address}',
    printVersion: 'Version {digest}',
    draft: '**Draft.** It is not published.',
    heldUntil: '**Not yet published.** It comes out on {time}.',
    withdrawnOn: '**Withdrawn** on {day}. {reason}',
    correctedBy: '**Corrected** by the release of {day}: {title}',
    corrects: '**Corrects** the release of {day}: {title}',
    correction: '**Correction**, {day}: {note}',
    more: 'More releases',
    sameOffice: 'From the same office',
    next: 'Next',
    previous: 'Previous',
    otherLanguages: 'In other languages',
    related: 'Related releases',
    alsoOn: 'Also on {day}',
    allOfDay: plural({
      one: 'The {count} release from this day',
      other: 'All {count} releases from this day',
    }),
  },

  attributions: {
    heading: 'Who says what',
    byRule: 'attributed by rule',
    note: 'Names marked “attributed by rule” were inferred from the words beside a quotation; the office did not give them. [How that is done](/about/#who-says-what).',
    more: plural({ one: '{count} more in this release', other: '{count} more in this release' }),
  },

  echoes: {
    heading: 'Also said in other releases',
    alike: 'Nearly the same as a whole:',
    count: plural({
      one: 'Also said in {count} release',
      other: 'Also said in {count} releases',
    }),
    many: 'Also said in more than {count} releases',
    boilerplate: 'Boilerplate, in more than {count} releases of one office',
    near: 'in nearly the same words',
    search: 'Find these words in all releases',
  },

  history: {
    heading: 'History',
    issued: 'Issued.',
    withdrawn: 'Withdrawn. {reason}',
    correction: 'Correction: {note}',
    added: plural({
      one: 'Statement added: {statements}',
      other: '{count} statements added: {statements}',
    }),
    edited: plural({
      one: 'Statement edited: {statements}',
      other: '{count} statements edited: {statements}',
    }),
    moved: plural({
      one: 'Statement moved: {statements}',
      other: '{count} statements moved: {statements}',
    }),
    split: plural({
      one: 'Statement split: {statements}',
      other: '{count} statements split: {statements}',
    }),
    merged: plural({
      one: 'Statement merged: {statements}',
      other: '{count} statements merged: {statements}',
    }),
    removed: plural({
      one: 'Statement removed: {statements}',
      other: '{count} statements removed: {statements}',
    }),
    restored: plural({
      one: 'Statement restored: {statements}',
      other: '{count} statements restored: {statements}',
    }),
    /** The first words of a statement, where the history names it. */
    quoted: '“{words}”',
    /** Of a statement that is no longer there: the place that it had, by the one before it. */
    after: 'after {words}',
    first: 'at the beginning',
    removedSince: '{place} (removed since)',
    away: '{place} (now in another release)',
    /** Opens the words of a statement before and after an edit; the next two are heard before such words. */
    rewording: 'Words before and after',
    deleted: 'deleted:',
    inserted: 'inserted:',
    /** Where the archive publishes earlier words: that some were taken out, and why. */
    forgotten: 'Earlier words taken out of this history: {statements}. {reason}',
  },

  /** In the text of a release. */
  text: {
    linkTo: 'Link to: {words}',
    notes: 'Notes',
    table: 'Table',
    edited: 'edited',
    editedOn: 'edited on {day}',
    earlierWords: 'The link to it may cite its earlier words.',
    merged: 'The statement that the link cites was merged into this one.',
    /** How much of an edited statement changed. */
    extents: {
      slight: 'only a few characters',
      numbers: 'only numbers',
      rewritten: 'most of it rewritten',
      negated: 'the meaning may have changed',
    },
    changed: { split: 'split in two or more', merged: 'merged with another statement' },
    /** How that is added to “edited on …”, and how a sentence follows. */
    inBrackets: ' ({words})',
    nextSentence: '. {words}',
    splitCited: 'The link cites a statement that was split; this is the part that is most like it.',
    /** With links to them. */
    otherParts: 'Its other parts: {parts}',
    /** For those who come by the link of a statement that only moved, or came back. */
    cameOn: {
      moved: 'This statement was moved here from another place in this release on {day}.',
      restored: 'This statement had been removed, and was put back on {day}.',
    },
    movedAway: 'The statement that was here is in another release now.',
    removed: 'A statement that was here has been removed.',
    removedOn: 'A statement that was here was removed on {day}.',
    cited: 'It is the one that the link cites.',
  },

  /** How to cite a release, on its page. */
  cite: {
    heading: 'Cite this release',
    withAddress: '{citation}. {address}',
    styles: 'APA, Chicago, MLA…',
    asJson: 'Release as JSON',
    asText: 'Release as plain text',
    statements: 'Each statement can be cited by itself: follow the ¶ beside it.',
  },

  citing,

  searching,

  collecting,

  exporting,

  overTime,

  quoting,

  /** On the picture that programs show with a link. */
  status: {
    withdrawn: 'Withdrawn on {day}',
    corrected: 'Corrected on {day}',
    correctedBy: 'Corrected by the release of {day}',
  },

  gone: {
    title: 'A release that is no longer in the archive',
    description: 'A press release of {day} that was taken out of the archive.',
    heading: 'This release is no longer in the archive',
    hadAddress: 'A press release of {day} had this address.',
    goneOn: 'It was taken out of the archive on {day}. {reason}',
    gone: 'It has been taken out of the archive.',
    instead: '[Search all releases](/search/) or [browse them by date](/releases/).',
    statement: 'The statement that the link cites was removed with its release.',
  },

  moved: {
    description: 'This release has moved.',
    heading: 'This release has moved',
    nowAt: 'It is now at {release}.',
  },
  /** Of the files of the archive, in a preview. */
  warnings: plural({ one: '{count} warning', other: '{count} warnings' }),
  faults: plural({ one: '{count} problem to correct', other: '{count} problems to correct' }),

  movedPage: {
    description: 'This page has moved.',
    heading: 'This page has moved',
    nowAt: 'It is now at {release}.',
  },

  notFound: {
    title: 'Page not found',
    description: 'There is no such page.',
    heading: 'There is no page at this address',
    explanation:
      'A release that moves or is taken out of this archive leaves a page that says so, so the address may have a typing error in it. Search for the words you remember, or [browse all releases](/releases/).',
  },

  feeds: {
    title: 'Feeds',
    description: 'How to follow what is new in {site}.',
    explanation:
      'A feed brings you each new release with its full text. Give its address to a feed reader, and you miss nothing: nobody needs to know who you are, and no e-mail address is asked for. Each feed comes as RSS and as JSON Feed, and holds the newest fifty releases.',
    all: 'All releases',
    corrections: 'Corrections and withdrawals only',
    noSearch:
      'There is no feed of a search: this site is made of files, and none of them can answer. To see what is new for some words, search for them and sort by “newest first”; you can bookmark the address.',
    of: '{format} of {name}',
    entry: '{name}: {formats}',
    correctionsTitle: 'Corrections and withdrawals – {site}',
    correctionsDescription: 'Press releases in {site} that were corrected or withdrawn.',
    replacedBy: 'Replaced by a later release: {title}',
    collectionDescription: 'Press releases of {name}, newest first.',
    closedTitle: '{name} has closed',
    closed: '{name} closed on {day}. This feed ends here: nothing more will be added to it.',
    closedLinks: 'The releases stay at {address}; there are {feeds}.',
    otherFeeds: 'other feeds',
  },

  about: {
    title: 'About',
    description: 'What {site} holds and what it promises.',
    heading: 'About this archive',
    holds: plural({ one: 'It holds {count} release.', other: 'It holds {count} releases.' }),
    publisher: 'It is published by {publisher}.',
    promises: 'What it promises',
    asIssued:
      '**Words as issued.** A release is shown here as it was issued: its spelling, its quotation marks, its order. Corrections and withdrawals are added at the top, with their dates; they don’t replace what was said.',
    addresses:
      '**Addresses that stay.** A release keeps its address. When it must move, the old address leads to the new one; when it is taken out, its address says so, and why.',
    citable:
      '**Statements that can be cited for good.** The link to a statement opens that statement whatever has been edited since. Edits are noted beside it with their dates; where a statement was removed, a note says so.',
    privacy:
      '**Nothing is asked of you.** No cookies, no account, no tracking, and no request to any other site. Every page can be read and every link followed without JavaScript; only the search needs it.',
    citing: 'How to cite a statement',
    permalinks:
      'Every paragraph, list item, table row and paragraph of a quotation is a statement with a link of its own. Point at it, or go to it with the keyboard, and follow the ¶: the address of the page then ends in `#s-` and eight characters, and is copied as well. Select words in a statement first, and the copied link highlights just those. “Copy quotation” copies the words with their source, date and link.',
    ids: 'Those characters are made from the statement’s own words: the first forty bits of SHA-256 over the text (in Unicode’s NFC, white space made one space, in UTF-8), in lower-case base32. Anyone who has the words can compute the address again, and so prove that a quotation is exact. When the same words appear twice in a release, the second has `-2` at the end. A statement that was edited keeps the address of its first words.',
    whoSays: 'Who says what',
    attribution:
      'A release seldom says in its fields who speaks in which of its statements. So rules read the words beside a quotation, as in “…,” said Sam Sample, in English and in Spanish. What is in doubt is left open. Names that were found so are marked “attributed by rule” wherever they appear, and the [data](/data/) has the words that led to each. What the office itself says comes first.',
    repeated: 'Said more than once',
    echoes:
      'A statement that other releases have too says in how many, and the list below the release leads to each. Releases are compared word by word: *in nearly the same words* means that of all pairs of successive words in either statement, at least 60% are in both; statements of fewer than eight words are not compared. What one office repeats in many releases, such as what it says about itself, is marked as boilerplate and folded; nothing of it is left out. Withdrawn releases are not compared.',
    searching: 'How to search',
    search:
      '[Search](/search/) finds releases that have all your words and shows the statements that match best. Put a name or a phrase in quotation marks to find just those words in that order. Accents don’t matter: *Viet Nam* finds *Việt Nam*.',
    browsing: 'Ways to browse',
    browse:
      'By [date](/releases/), [office](/offices/), [caucus](/caucuses/), [topic](/topics/), [speaker](/speakers/) and [bill](/bills/). The address of a release holds its date; cut it off at any slash and you get the releases of that day, month or year.',
  },

  data: {
    title: 'Data',
    description: 'All of {site} as data, and how to cite it.',
    all: plural({
      one: 'The {count} release can be downloaded by anyone, without asking. The files hold all that its page shows: the words of each statement with its id, the fields, how to cite it.',
      other:
        'All {count} releases can be downloaded at once, by anyone, without asking. The files hold all that a release’s page shows: the words of each statement with its id, the fields, how to cite it.',
    }),
    noLicense:
      'This archive names no license for its data. The words of releases belong to those who issued them.',
    license: 'The data may be used under {license}.',
    files: 'Files',
    csv: "A row for each release: its fields, its address, the SHA-256 of its data. UTF-8. A cell that a spreadsheet might take for a formula, since it begins with `=`, `+`, `-` or `@`, has an apostrophe before it: a program that reads the table removes one `'` where such a character comes after apostrophes and white space. In Excel, open it with Data › From Text/CSV and the encoding 65001 (UTF-8).",
    year: plural({
      one: '{count} release with all statements, one JSON object a line.',
      other: '{count} releases with all statements, one JSON object a line.',
    }),
    statementsCsv:
      'The same statements as a table, one a row, with release, day, offices, topics and language. It opens in spreadsheets as it is.',
    statementsParquet:
      'The same table for programs such as DuckDB, R and pandas, with days as days and lists as lists.',
    schema:
      'The JSON Schema of a line, and of `release.json`. This is version {version}; it changes when a field is removed or changes its meaning.',
    manifest: 'The size, the count and the SHA-256 of each file, and the digest of the archive.',
    dataPackage:
      'The tables in CSV as a data package of Frictionless Data, which describes their columns.',
    dcat: 'The same for catalogues of open data (DCAT).',
    citationFile: 'How to cite the data, for programs.',
    checksums:
      'The SHA-256 of every file of this site. In a copy of it, `sha256sum --check data/sha256sums.txt` shows whether a byte has changed.',
    /** The page that names all files. */
    allFiles: {
      title: 'All files',
      description: 'A link to each file of this site, for programs that copy it.',
      explanation:
        'Programs that copy a site by following its links find here what its other pages do not link to, such as the index of the search. How to copy all of it with one command is explained under [Data](/data/).',
      preview: 'This is a preview: the list is empty until `npm run build` has written the files.',
    },
    beside: 'Beside each release',
    besideFiles:
      'At the address of a release there is `release.json`, the same as its line above, and for reference managers {files}.',
    file: '{file} ({name})',
    example: '{purpose} ({language})',
    download: 'Download a year, and check that it is complete',
    find: 'Find every statement that has a word',
    digest: 'Compute the digest of the archive',
    countWords: 'Count the statements about a word by year and office',
    countBy: 'Count the releases of each year and office',
    /** How the whole site is copied. */
    copies: {
      title: 'Copies of the whole site',
      explanation:
        'A copy is the site itself, with its search. Serve its folder at the path of the site, here `{path}`. What only hosts read, such as `.htaccess`, is no part of it. HTTrack writes `_` for what names of files on Windows cannot have, such as `?` and `*`, and its copy then lacks these files.',
      byList: 'By the list of its files',
      byLinks: 'By its links',
      asWarc: 'As a web archive, WARC',
    },
    id: 'The id of a statement',
    idExplained:
      '`s-` and eight characters: the first forty bits of SHA-256 over the words in NFC and UTF-8, in lower-case base32. A statement that was edited keeps its id; its `digest` is then the id that its present words would have. Two statements of two releases may share an id: compare the words as well.',
    selectors: 'Statements in annotations',
    selectorsExplained:
      '`selectors` in `release.json` gives, by the id of each statement, its place in the page as a `TextQuoteSelector` and a `TextPositionSelector` of the W3C’s Web Annotation Data Model. The text that both are of is the `textContent` of the element of class `release-body` in the page of the release, as browsers have it; positions count Unicode code points, from 0. Where two places in a release have the same words and 32 characters around them alike, prefix and suffix are longer, up to 256 characters.',
    archiveDigest: 'The digest of the archive',
    archiveDigestExplained:
      'The `digest` in `manifest.json` identifies the words and fields of all releases, wherever and whenever they are published. That of a release is SHA-256 over its `id`, `frontmatter`, `statements` and `removed` in `release.json`, as canonical JSON (RFC 8785) in UTF-8; it is also in its data, as `digest`. That of the archive is SHA-256 over a line for each release, sorted by id: the digest in hexadecimal digits, two spaces, the id, a line feed.',
    citing: 'How to cite',
    citeDataset: 'Cite the data as a whole:',
    cite: 'Cite a release by its address, and a statement by its own: each page has the forms under “Cite this release”. Cite the data by the digest in `manifest.json`, which identifies exactly these words.',
  },

  /** The search page as it is before its script runs. */
  searchPage: {
    description: 'Search the full text of all releases.',
    words: 'Words to search for',
    placeholder: 'Words, or a “phrase in quotation marks”',
    from: 'From',
    to: 'To',
    sortBy: 'Sort by',
    relevance: 'Relevance',
    oldestFirst: 'Oldest first',
    byDate: 'Releases by date',
    chips: 'Filters in use',
    filters: 'Filters',
    needsScript: 'The search needs JavaScript, which is off or has not loaded yet.',
    otherSearches: 'Other searches',
    results: 'Results',
    download: 'Download these results',
    downloadNote: 'With the statements found, the query and the day; at most {count} releases.',
    browseInstead: 'Browse instead',
    all: 'All releases, newest first',
    how: 'How to search',
    slashKey: 'Press {key} on any page to go to the search field',
  },

  /** The page that holds collected statements. */
  collectionPage: {
    title: 'Collection',
    description: 'Statements that were collected, with their citations.',
    explanation:
      'Collect statements of this archive, each with its citation. The collection is in the address of this page alone: bookmark it, or share it. **Nothing is stored elsewhere or sent to anyone**. While this page is open, “Add to collection” adds to it what you choose in other tabs.',
    needs: 'The collection needs JavaScript, which is off or has not loaded yet.',
    style: 'Style of citations',
    copyLink: 'Copy link',
    print: 'Print',
    download: 'Download this collection',
    links: 'Add by links to releases or statements',
    add: 'Add',
  },

  /** The page that checks quotations. */
  quotePage: {
    title: 'Check a quotation',
    description: 'Whether words are quoted from {site} word for word.',
    explanation:
      'Paste words that someone is said to have issued. The check says whether they are word for word in a statement of this archive, nearly, or nowhere. It happens in your browser: **what you paste is sent nowhere**.',
    label: 'Quotation',
    check: 'Check',
    needs:
      'The check needs JavaScript, which is off or has not loaded yet. Below is how to check by hand.',
    how: 'How it reads a quotation',
    reads:
      'Quotation marks, dashes, white space, capitals and punctuation do not count. Square brackets stand for words that an editor replaced, an ellipsis (…) for words that were left out between parts of one release. A negation always counts. Fewer than five words are too few.',
    byHand: 'How to check by hand',
    search:
      '[Search](/search/) for six to ten of its words in a row, in quotation marks, and compare the statement that is found word by word.',
    id: 'Of a whole statement the address proves the words: `s-` and the first forty bits of SHA-256 over the text (NFC, white space made one space, UTF-8) in lower-case base32 are what is behind the `#` of its link, unless it was edited. [Data](/data/) has a program for it.',
    data: 'Or take [all statements as data](/data/) and look for the words there.',
  },

  /** What each example of a search finds. The examples come from the archive; what it lacks is not shown. */
  searchHelp: {
    phrase: 'Quotation marks find just these words in this order: for names and phrases.',
    words: 'Without them, releases that have all of the words.',
    without: 'Leaves out releases with a word: a minus sign right before it.',
    either: 'One of two words.',
    several: 'Brackets join several.',
    beginning: 'Words that begin like this.',
    office: 'From one office, by its name in addresses.',
    caucus: 'From one caucus; put a name of several words in quotation marks.',
    topic: 'On one topic.',
    speaker: 'Quoting this person.',
    bill: 'About one bill, however it is written; the same number may be another bill in another session.',
    language: 'In one language.',
    year: 'From one year.',
    range: 'From the first of these years, months or days to the last.',
    before: 'Issued before a year, a month or a day.',
    after: 'Issued after a year, a month or a day.',
  },
};
