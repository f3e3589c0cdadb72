import fc from 'fast-check';
import { anyMarkdown } from './any-markdown.ts';
import { anyText } from './any-text.ts';
import type { Files } from './temp-folder.ts';

/** A value of YAML between double quotation marks: JSON, with its escapes, is YAML. */
const quoted = (value: unknown) => JSON.stringify(value);

const LONG = 'Lantern '.repeat(400).trim();
const ODD = [
  ...['???', '🏮', '👩‍👩‍👧', '移民', 'Nhập cư', 'العدالة', 'שלום', '\u202eabc\u202c', 'İstanbul', 'ß', 'ﬁ', '№ 5', 'Ⅻ'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'page', 'index', 'rss.xml'],
  ...['feed.json', '404', '500', 'con', 'nul', 'undefined', 'null', 'true', 'NaN', '0', '-', '.', '..', '…'],
  ...['<b>bold</b>', '</script><script>x</script>', ']]>', '<!-- x -->', '&amp;', '&lt;', '&#x1;', '{{ x }}', '${x}'],
  ...['a\tb', 'a\nb', 'a\u0085b', 'a\u2028b', 'a\u2029b', '\ufeffa', 'a\u00a0b', 'a\u200bb', 'a\u00adb', '\ufffd'],
  ...['\u{10ffff}', '\u{fdd0}', 'a\u0301'.repeat(9)],
  ...['%', '%41', '100%', '%E9', '#', 'a#b', '?', '/', '\\', "'", '"', '`', '|', '*', ':id', '~', '@', '=1+1', '+', ','],
  ...[LONG, 'x'.repeat(300), 'é'.repeat(200), '\u{1F3EE}'.repeat(100), ' a ', 'a  b', 'A', 'a', 'É', 'e\u0301'],
]; // prettier-ignore

/** What no page can show. */
const BROKEN = ['\u0000', 'a\u0007b', '\ud800', 'a\udfffb', '\uffff', '\ufffe', '', ' '];

const anyGoodWords = fc.oneof(
  fc.constant('Sam Sample'),
  fc.constantFrom(...ODD.filter((words) => words.trim() !== '')),
);
const anyWords = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('Lanterns for Sample Point', 'A bridge', 'Sam Sample') },
  { weight: 6, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
  { weight: 1, arbitrary: anyText('a', ' ', 'é', '&', '<', '"', '%') },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...ODD), { maxLength: 4 }).map((all) => all.join(' ')) }, // prettier-ignore
);

const DAYS = [
  ...['0000-01-01', '0000-02-29', '0001-01-01', '0099-12-31', '1582-10-10', '1883-11-18', '1969-12-31'],
  ...['1970-01-01', '2000-02-29', '2017-11-22', '2019-03-10', '2024-02-29', '2038-01-19', '9999-12-31'],
]; // prettier-ignore
const anyDay = fc.oneof(
  fc.constantFrom(...DAYS),
  fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 })).map(
    ([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`, // so that lists have pages
  ),
);

const SLUGS = [
  ...['a', 'page', 'index', 'rss', 'feed', 'con', 'nul', '404', '500', 'constructor', 'proto', 'release'],
  ...['2', '0', 'x'.repeat(200), 'x'.repeat(240), 'a-b', 'card', 'media', 'assets', 'undefined'],
]; // prettier-ignore
const BAD_SLUGS = [
  'A',
  'é',
  'e\u0301',
  'a.',
  'a..b',
  '-a',
  'a--b',
  'a b',
  'a%',
  '__proto__',
  'index.html',
];
const anySlug = fc.oneof(
  { weight: 16, arbitrary: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z]{1,5})?$/) },
  { weight: 4, arbitrary: fc.constantFrom(...SLUGS) },
  { weight: 1, arbitrary: fc.constantFrom(...BAD_SLUGS) },
);

const PARTS = [
  ...['news', 'News', 'NEWS', 'old.aspx', 'index.html', 'Index.html', 'index.htm', 'index.php', 'a', 'a.', '~a'],
  ...['Old%20Page.html', 'Old Page.html', 'caf%C3%A9', 'café', 'cafe\u0301', '100%', '100%25', '%41'],
  ...['%', '%%', '%zz', '%25', 'a%20'],
  ...['*', ':id', ':splat', 'a:b', 'a,b', 'a;b', 'a+b', 'a@b', 'a=b', 'a&b', "it's", '(a)', '[a]', '{a}', 'a|b', 'a^b'],
  ...['"a"', '<a>', 'a$b', '$1', '!', '移民', '🏮', '\u202ea', 'a\u2028b', '404', '500', '404.html', 'con', 'releases'],
  ...['2017', '11', '22', 'page', '2', 'about', 'About', 'media', 'Media', 'assets', 'pagefind', 'rss.xml', 'feed.json'],
  ...['topics', 'offices', 'release.json', 'card.png', '.well-known', '.htaccess', '_redirects', 'favicon.svg', '%3F', '%23'],
  ...['x'.repeat(255), 'é'.repeat(127), '%F0%9F%8F%AE', '%c3%a9'],
]; // prettier-ignore
/** Parts that no former address can have. */
const BAD_PARTS = [
  ...['%2e%2e', '..', '.', '%2F', 'a%2Fb', '%5C', 'a\\b', '%00', '%0A', 'a\tb', '%C3', '%ED%A0%80', 'caf%E9'],
  ...['x'.repeat(256), 'é'.repeat(128), '\ud800', '\u0000', ''],
]; // prettier-ignore
const anyPart = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...BAD_PARTS) },
  { weight: 12, arbitrary: fc.constantFrom(...PARTS) },
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,8}$/) },
  { weight: 1, arbitrary: anyText('a', '%', '.', '-').filter((text) => text !== '') },
);
const anyQuery = fc.constantFrom(
  ...['?id=7', '?id=7&lang=en', '?2019', '?a=b+c', '?ids[]=3', '?id=a=b', '?a=%20', '?a=%', '?é', '?', '?a#b'],
); // prettier-ignore
/** Former addresses: each with a number in it, since else most would be those of other releases. */
const anyAlias = fc
  .tuple(fc.array(anyPart, { minLength: 1, maxLength: 4 }), fc.nat(1e6), fc.nat(9), anyQuery)
  .map(([parts, number, kind, query]) => {
    const own = kind < 6 ? [...parts.slice(0, kind), `n${number}`, ...parts.slice(kind)] : parts;
    return `/${own.join('/')}${kind % 2 === 0 ? '/' : ''}${kind === 5 ? query : ''}`;
  });

const LINKS = [
  ...['[a](/releases/)', '[a](/about/)', '[a](/news/100%/)', '[a](/topics/移民/)', '[a](#top)', '[a](mailto:a@example.org)'],
  ...['[a](//example.org/)', '[a](/\\\\example.org/)', '[a](/&#9;/example.org)', '<a href="/&#10;/example.org">a</a>'],
  ...['[a](/./releases/)', '[a](/..//example.org)', '[a](https:example.org)', '[a](https://exa%20mple/)', '[a](media/a.txt)'],
  ...['[a](/media/a%20%23%3F%25.txt)', '[a](<https://example.org/a b>)', '[a](http://[)', '[a](/releases/?q=ü#é)'],
  ...['![a](/media/dot.png)', '![](/media/dot.png)', 'www.example.org/ü', '[a]: /x', '[^1]\n\n[^1]: A note.', '`<<<<<<<`'],
]; // prettier-ignore
const anyBody = fc.oneof(
  {
    weight: 18,
    arbitrary: fc
      .array(
        fc.oneof(
          anyWords.map((words) => words.replace(/[<&\u0000-\u0008\ud800-\udfff\ufffe\uffff]/g, '')),
          fc.constantFrom(...LINKS),
          fc.constantFrom(
            '# A heading',
            '- one\n- two',
            '> Said so.',
            '|a|b|\n|-|-|\n|c|d|',
            '***',
          ),
          fc.constantFrom('```\n<<<<<<< a\n=======\n>>>>>>> b\n```', 'A line\n======='),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => `The lanterns are lit.\n\n${parts.join('\n\n')}`),
  },
  { weight: 1, arbitrary: anyMarkdown },
  { weight: 1, arbitrary: fc.constant('<<<<<<< a\nOne.\n=======\nTwo.\n>>>>>>> b') },
);

/** Files under `media/` that releases name; no two of them differ in capital letters alone. */
const MEDIA = ['a.txt', 'a #?%.txt', '100%.txt', 'é/ü.txt', 'b/[c] (d)+&=;,.txt', "it's.txt"];
const SMALLEST_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const maybe = <Value>(value: fc.Arbitrary<Value>, weight = 1) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value });
const listOf = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.array(value, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 100, size: 'max' }) },
  );

const anyContact = fc.record(
  {
    name: anyWords,
    title: maybe(anyWords),
    phone: fc.constantFrom(
      '916-555-0123',
      '(916) 555-0123 ext. 9',
      '+1 916 555 0123',
      '9165550123',
    ),
    email: maybe(fc.constantFrom('press@example.org', 'a+b@example.org', "o'x@example.org")),
  },
  { noNullPrototype: true },
);
const anyUrl = fc.constantFrom(
  ...['https://example.org/a?b=c&d#e', 'http://example.org/ü"<>', 'https://[::1]/', 'https://例え.example/'],
  ...['https://user:pw@example.org/', 'https://example.org/%', 'HTTPS://EXAMPLE.ORG', 'https://a b/'],
); // prettier-ignore
const anyTag = fc.constantFrom('en', 'es', 'vi', 'zh-Hant', 'ar', 'EN-us', 'en-u-ca-buddhist', 'x', 'de-1996', 'i-klingon', 'en-x-a', 'th-u-nu-thai'); // prettier-ignore
const anyEmbargo = fc.constantFrom(
  ...['2017-11-22T09:00:00-08:00', '0000-01-01T00:00Z', '9999-12-31T23:59:59+14:00', '2017-02-28T24:00Z'],
  ...['2999-01-01T00:00:00Z', '2017-11-22T09:00', '2017-11-22T23:59:60Z'],
); // prettier-ignore

const OFFICES = ['north', 'south', 'constructor', 'page', 'proto'];
/** The fields of a release but for its date, which goes with its name. */
const anyFields = fc.record(
  {
    title: anyWords,
    office: fc.oneof(
      { weight: 19, arbitrary: fc.constantFrom(...OFFICES.slice(0, 4)) },
      { weight: 1, arbitrary: anyWords },
    ),
    contact: fc.oneof(fc.constant({ name: 'Casey', phone: '916-555-0123' }), anyContact),
    subtitle: maybe(anyWords),
    dateline: maybe(anyWords),
    caucus: maybe(fc.oneof(fc.constant('api'), anyWords)),
    topics: maybe(listOf(anyWords), 3),
    speakers: maybe(listOf(anyWords), 3),
    // Rarely, since no text has such a statement: whoever names one is refused.
    quotes: maybe(
      maybe(
        listOf(
          fc.record({
            statement: fc.constantFrom('s-aaaaaaaa', '#s-aaaaaaaa', 'aa'),
            speaker: anyWords,
          }),
        ),
      ),
    ),
    bills: maybe(
      listOf(fc.constantFrom('SB 54', 'H.R. 1', 'Bill C-69', 'Sample Bill 12', 'Act 5 (2019)')),
      3,
    ),
    language: maybe(anyTag),
    source: maybe(anyUrl),
    aliases: maybe(listOf(anyAlias), 8),
    attachments: maybe(
      listOf(fc.record({ file: fc.constantFrom(...MEDIA), title: anyWords, alt: maybe(anyWords) })),
    ),
    embargo: maybe(anyEmbargo),
    draft: maybe(fc.constantFrom('true', 'false', 'yes')),
    corrections: maybe(
      fc.record({ date: fc.constantFrom('9999-12-31', '2026-01-01'), note: anyWords }),
    ),
    withdrawn: maybe(fc.record({ date: fc.constant('9999-12-31'), reason: anyWords })),
  },
  { noNullPrototype: true },
);

/** Lines of YAML as people and programs write them: beside all that JSON can say. */
const anyYaml = fc.constantFrom(
  ...['__proto__: a', 'constructor: a', 'title: b', 'x: &a b', 'y: *a', '<<: {a: b}', 'z: !!binary aGk=', '? a\n: b'],
  ...['subtitle: |\n  one\n  two', 'subtitle: >-\n  one\n\n  two', 'subtitle: no', 'subtitle: ~', 'topics: []', '# a'],
  ...['%YAML 1.2', '...', 'subtitle: "\\x01"', 'subtitle: "\\ud83c\\udfee"', 'subtitle: 1_000', '"subtitle": a'],
); // prettier-ignore

/** A release's file: its name, below `releases/`, and its text. */
const anyRelease = fc
  .tuple(
    anyDay,
    anySlug,
    anyFields,
    maybe(anyYaml),
    anyBody,
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.nat(9),
  ) // prettier-ignore
  .map(([date, slug, fields, yaml, body, end, folder]) => {
    const lines = Object.entries({ date, ...fields })
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => `${field}: ${quoted(value)}`);
    if (yaml !== undefined) lines.push(yaml);
    const text = `---\n${lines.join('\n')}\n---\n\n${body}\n`.replaceAll('\n', end);
    const place = folder === 0 ? 'é/' : folder === 1 ? '' : `${date.slice(0, 4)}/`;
    return { path: `releases/${place}${date}-${slug}.md`, text, aliases: fields.aliases ?? [] };
  });

const anySite = fc.record(
  {
    title: maybe(anyGoodWords),
    description: maybe(anyGoodWords),
    publisher: maybe(anyGoodWords),
    language: maybe(anyTag),
    since: maybe(fc.constantFrom('0001', '1850', '19', '2020-01-01')),
    timezone: maybe(fc.constantFrom('America/Los_Angeles', 'Pacific/Kiritimati', '+14:00', 'EST', 'X')),
    license: maybe(anyUrl),
    editor: maybe(fc.constant({ backend: 'gitea', repository: 'a/b-c.d', folder: './x/' })),
    share_pictures: fc.constantFrom('false', 'false', 'false', undefined),
  },
  { noNullPrototype: true },
); // prettier-ignore
const anyOffice = fc.record(
  {
    name: anyGoodWords,
    member: maybe(anyGoodWords),
    party: maybe(anyGoodWords),
    city: maybe(anyGoodWords),
    url: maybe(fc.constant('https://example.org/ü"<>')),
    contact: maybe(fc.constant({ name: 'Press Desk', email: 'desk@example.org' })),
    caucuses: maybe(fc.constant('api')),
    closed: maybe(anyDay),
  },
  { noNullPrototype: true },
);

const asYaml = (fields: Record<string, unknown>) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}: ${quoted(value)}\n`)
    .join('');

/** Lines of the ledger of releases that are not in the archive any more. */
const anyGone = fc
  .tuple(anyDay, anySlug, anyWords)
  .map(([date, slug, reason]) => ({ id: `${date}-${slug}`, reason }));

export interface AnyArchive {
  files: Files;
  /** The former addresses of each release's file, as they were written. */
  aliases: Record<string, string[]>;
}

/** An archive with as many releases, every one of them as nobody in their senses would write it. */
export const anyArchive = (releases: number): fc.Arbitrary<AnyArchive> =>
  fc
    .tuple(
      anySite,
      fc.array(anyOffice, { minLength: OFFICES.length, maxLength: OFFICES.length }),
      fc.nat(3),
      fc.array(anyRelease, { minLength: releases, maxLength: releases, size: 'max' }),
      fc.array(anyGone, { maxLength: 6 }),
    )
    .map(([site, offices, kind, all, gone]) => {
      const files: Files = { 'site.yaml': asYaml(site) };
      if (kind > 0) {
        offices.forEach((office, n) => (files[`offices/${OFFICES[n]}.yaml`] = asYaml(office)));
      }
      if (kind > 1) files['caucuses/api.yaml'] = 'name: API\n';
      for (const name of MEDIA) files[`media/${name}`] = 'A letter.';
      files['media/dot.png'] = Buffer.from(SMALLEST_PNG, 'base64');
      for (const { id, reason } of gone) {
        const line = { v: 1, release: id, since: '2020-01-01', gone: { on: '2020-01-02', reason } };
        const path = `ledger/${id.slice(0, 4)}.jsonl`;
        const before = files[path] ?? '';
        files[path] = `${String(before)}${JSON.stringify({ ...line, statements: [] })}\n`;
      }
      for (const { path, text } of all) files[path] = text;
      const aliases = Object.fromEntries(all.map(({ path, aliases }) => [path, aliases]));
      return { files, aliases };
    });
