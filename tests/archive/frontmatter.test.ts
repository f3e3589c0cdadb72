import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorSchemas } from '../../src/archive/editor-schemas.ts';
import { readRelease } from '../../src/archive/release.ts';
import {
  type Fields,
  madeRelease,
  problem,
  problemsOf,
  normalized,
} from '../support/made-release.ts';

const ISSUER = 'the office that issued it, by the name of its file under offices/, as in ash-kalra';
const DAY = 'the day of issue, as in 2017-11-22; the same as in the file name';
const PRESS = 'name: and at least one of phone: and email:, indented below contact:';

test('a release needs a title, a date, an office and a contact, and nothing more', () => {
  const { release, problems } = readRelease(Buffer.from(madeRelease()), '2017-11-22-a.md');
  assert.deepEqual(problems, []);
  assert.deepEqual(release, {
    title: 'A title',
    date: '2017-11-22',
    office: ['north'],
    contact: [{ name: 'Casey Contact', phone: '916-555-0123' }],
    id: '2017-11-22-a',
    path: '/releases/2017/11/22/a/',
    file: '2017-11-22-a.md',
  });
  const missing = {
    title: 'the headline as issued',
    date: DAY,
    office: `${ISSUER}; a list for a joint release`,
    contact: `${PRESS}; a list for several people`,
  };
  for (const [field, hint] of Object.entries(missing)) {
    assert.equal(problem(field, undefined), `${field} is missing; ${hint}`);
    assert.equal(problem(field, ''), `${field} is missing; ${hint}`);
  }
});

test('words stay as they are written, without white space around them', () => {
  for (const field of ['title', 'subtitle', 'dateline']) {
    for (const value of ['1.10', 'no', 'Null island', '2017-11-22', 'Việt  Nam – “so” & 移民']) {
      assert.equal(normalized(field, value), value);
    }
    assert.equal(normalized(field, '"  so \\n so "'), 'so so');
    assert.equal(problem(field, '""').replace(/;.*/, ''), `${field} is empty`);
    const hint = 'put quotation marks around a value that has : in it or begins with [ or {';
    assert.equal(problem(field, '[a]'), `${field} is not text; ${hint}`);
  }
});

test('a date is a day of the calendar, as text', () => {
  assert.equal(normalized('date', '"2017-11-22"'), '2017-11-22');
  for (const value of [
    '2017-02-30',
    '2017-11-22T00:00:00Z',
    'November 22',
    '13/13/2017',
    '20171122',
  ]) {
    const message = `date cannot be ${JSON.stringify(value)}: that is not a day of the calendar`;
    assert.equal(problem('date', value), `${message}; ${DAY}`);
  }
  for (const [value, meant] of [
    ['11/26/2017', '2017-11-26'],
    ['26.11.2017', '2017-11-26'],
    ['3/4/2017', '2017-03-04 or 2017-04-03'],
    ['4-4-2017', '2017-04-04'],
  ] as const) {
    assert.equal(problem('date', value), `date cannot be "${value}": write ${meant}; ${DAY}`);
  }
});

test('a single value is read as a list of one', () => {
  const lists = ['office', 'caucus', 'topics', 'speakers', 'related', 'translations', 'aliases'];
  const value = (field: string) => {
    if (field === 'aliases') return '/news/a/';
    return ['related', 'translations'].includes(field) ? '2016-01-01-b' : 'b';
  };
  for (const field of lists) {
    assert.deepEqual(normalized(field, value(field)), [value(field)]);
    assert.deepEqual(normalized(field, `[${value(field)}]`), [value(field)]);
    assert.match(problem(field, '[]'), new RegExp(`^${field} is an empty list; `));
  }
  assert.deepEqual(normalized('contact', '[{ name: A, email: a@example.org }]'), [
    { name: 'A', email: 'a@example.org' },
  ]);
});

test('offices and caucuses are found by their names too; each is named once', () => {
  for (const field of ['office', 'caucus']) {
    assert.deepEqual(normalized(field, 'Ash Kalra'), ['ash-kalra']);
    assert.deepEqual(normalized(field, '[b-c, Ash Kalra, B C]'), ['b-c', 'ash-kalra']);
    const message = 'cannot be "移民": an address has only a to z, 0 to 9 and -';
    assert.ok(problem(field, '移民').startsWith(`${field} ${message}; `));
  }
});

test('who says a statement is given by its id or its link', () => {
  const link = 'https://example.org/releases/2017/11/22/a/#s-k3vq7x2a-2';
  assert.deepEqual(normalized('quotes', `{ statement: '${link}', speaker: Sam Sample }`), [
    { statement: 's-k3vq7x2a-2', speaker: 'Sam Sample' },
  ]);
  assert.match(
    problem('quotes', '[{ statement: s-1, speaker: none }]'),
    /statement cannot be "s-1": that is not the id of a statement; the id of the statement, as in/,
  );
  assert.match(problem('quotes', '[{ statement: s-k3vq7x2a }]'), /speaker is missing; the name of/);
  assert.match(
    problem('quotes', '[{ statement: s-k3vq7x2a, speaker: "!" }]'),
    /it has neither letters nor digits/,
  );
});

test('topics and speakers keep their names; what gives one address is one topic, named first', () => {
  for (const field of ['topics', 'speakers']) {
    const names = '[Water, Nhập cư, 移民, water, "Budget: 2018"]';
    assert.deepEqual(normalized(field, names), ['Water', 'Nhập cư', '移民', 'Budget: 2018']);
    const message = `${field}[2] cannot be "!?": it has neither letters nor digits`;
    assert.ok(problem(field, '[Water, "!?"]').startsWith(`${message}; `));
    assert.match(problem(field, '[{ Budget: 2018 }]'), /\[1\] is not text; put quotation marks/);
    assert.match(problem(field, '[""]'), /\[1\] is empty; /);
  }
});

test('bills have one form however they are written; one of another form stays as it is', () => {
  const bills = '[SB54, sb-54, S.B. 54, HR1, S1348, Sample Bill 12, SB 54 (2019)]';
  const expected = ['SB 54', 'H.R. 1', 'S. 1348', 'Sample Bill 12', 'SB 54 (2019)'];
  assert.deepEqual(normalized('bills', bills), expected);
  assert.match(problem('bills', 'Housing'), /^bills cannot be "Housing": a bill has a number; /);
  const several = 'bills cannot be "SB 54, ab 60": several are a list, as in [SB 54, AB 60]; ';
  assert.ok(problem('bills', 'SB 54, ab 60').startsWith(several));
});

test('a language is a tag by BCP 47', () => {
  for (const tag of ['en', 'es-MX', 'zh-Hant', 'vi'])
    assert.equal(normalized('language', tag), tag);
  for (const tag of ['english please', 'e', 'en_US']) {
    const message = `language cannot be "${tag}": that is not a language tag`;
    const hint = 'the language as a BCP 47 tag, as in en, es or vi';
    assert.equal(problem('language', tag), `${message}; ${hint}`);
  }
});

test('a tag comes out as the registry has it; one with a calendar in it is no language alone', () => {
  assert.equal(normalized('language', 'EN-us'), 'en-US');
  for (const tag of ['th-u-ca-buddhist', 'en-x-a', 'ar-u-nu-latn'])
    assert.match(problem('language', tag), / that is not a language tag; /);
});

test('names that no file or folder can have are reported before a build meets them', () => {
  const long = 'x'.repeat(256);
  assert.match(problem('topics', `[${long}]`), /: it is too long to have a page; what it is about/);
  assert.deepEqual(normalized('topics', `[${'é'.repeat(255)}]`), ['é'.repeat(255)]);
  assert.match(problem('office', long), /: no file can have so long a name; the office/);
  assert.match(problem('corrects', `2016-01-01-${long}`), / that is not the id of a release; /);
});

test('a source is a whole address on the web', () => {
  for (const url of ['https://example.org/a?b#c', 'http://example.org']) {
    assert.equal(normalized('source', url), url);
  }
  for (const url of ['www.example.org', 'javascript:alert(1)', 'https://', '/a', 'https:/a.org']) {
    const message = `source cannot be "${url}": an address begins with https:// or http://`;
    assert.equal(
      problem('source', url),
      `${message}; where it was first published: a whole address`,
    );
  }
});

test('an alias may have a query, and then stays as it is', () => {
  const path = '/news/view.php?id=7&lang=en';
  assert.deepEqual(normalized('aliases', `["${path}", "/?p=12"]`), [path, '/?p=12']);
  for (const wrong of ['/news/view.php?', '/a?b#c', '/a?b c', 'news/view.php?id=7', '/a?b?c'])
    assert.match(problem('aliases', `"${wrong}"`), / that is not a path on this site; /);
});

test('an alias is a path of this site; the / at its end may be left out', () => {
  assert.deepEqual(normalized('aliases', '[/news/2017/old, /news/2017/old/, /a.aspx]'), [
    '/news/2017/old/',
    '/a.aspx/',
  ]);
  const hint =
    'former addresses of this release on this site, as in /news/2017/old-name/ or /news/view.php?id=7';
  for (const path of ['news/', '//example.org/', '/a?', '/a#b', '/', 'https://a.org/', '/a//b']) {
    assert.match(problem('aliases', `"${path}"`), / that is not a path on this site; /);
  }
  for (const path of ['/a/../b/', '/./a/']) {
    const message = `aliases cannot be "${path}": a path has no . or .. in it`;
    assert.equal(problem('aliases', path), `${message}; ${hint}`);
  }
});

test('other releases are named by their ids, with or without .md', () => {
  const id = '2016-01-01-b';
  for (const field of ['related', 'translations']) {
    assert.deepEqual(normalized(field, `[${id}.md, ${id}]`), [id]);
    assert.match(problem(field, 'b'), /cannot be "b": that is not the id of a release; ids of /);
    assert.match(problem(field, '2016-02-30-b'), / that is not the id of a release; /);
  }
  assert.equal(normalized('corrects', `${id}.md`), id);
  assert.match(problem('corrects', `[${id}]`), /^corrects is not text; /);
});

test('an attachment is a file below media/ with a title', () => {
  const value = '{ file: /media/2017/a.pdf, title: A letter, alt: A page }';
  assert.deepEqual(normalized('attachments', value), [
    { file: '2017/a.pdf', title: 'A letter', alt: 'A page' },
  ]);
  for (const file of ['../a.pdf', 'media/../../a.pdf', 'a\\\\..\\\\b']) {
    const value = `{ file: "${file}", title: A }`;
    const hint = 'the path below media/, as in 2017/letter.pdf';
    assert.equal(problem('attachments', value), `attachments.file leads out of media/; ${hint}`);
  }
  assert.match(
    problem('attachments', '[{ file: a }]'),
    /^attachments\[1\]\.title is missing; what/,
  );
  assert.match(problem('attachments', 'a.pdf'), /^attachments is not a set of fields; files under/);
});

test('an embargo is a day and a time, with an offset or without', () => {
  const instants = [
    '2017-11-22T09:00:00-08:00',
    '2017-11-22T09:00Z',
    '2017-11-22T09:00:00.5+05:30',
    '2017-11-22T09:00:00',
  ];
  for (const instant of instants) {
    assert.equal(normalized('embargo', instant), instant);
    assert.ok(Number.isFinite(Date.parse(instant)));
  }
  assert.equal(normalized('embargo', '2017-11-22 09:00:00 -08:00'), '2017-11-22T09:00:00-08:00');
  const hint =
    'not before this time, as in 2017-11-22 09:00 by the clocks of the archive, or with an offset, as in 2017-11-22T09:00:00-08:00';
  const others = ['2017-11-22', '09:00', '2017-02-30T09:00:00Z', '2017-11-22T25:00Z'];
  for (const value of [...others, 'tomorrow', '2017-11-22 9 am', '2017-11-22 09:00 PST']) {
    const message = `embargo cannot be "${value}": that is not a day and a time`;
    assert.equal(problem('embargo', value), `${message}; ${hint}`);
  }
});

test('a correction has a day and a note, a withdrawal a day and a reason', () => {
  const correction = { date: '2017-11-24', note: 'The name was misspelled.' };
  const withdrawal = { date: '2017-11-24', reason: 'It was sent by mistake.' };
  assert.deepEqual(normalized('corrections', JSON.stringify(correction)), [correction]);
  assert.deepEqual(normalized('withdrawn', JSON.stringify(withdrawal)), withdrawal);
  assert.deepEqual(problemsOf({ corrections: '{ date: 2017-02-30 }' }), [
    `6: corrections.date cannot be "2017-02-30": that is not a day of the calendar; the day of the correction, as in 2017-11-24`,
    `6: corrections.note is missing; what was corrected, in a sentence`,
  ]);
  assert.match(problem('withdrawn', 'yes'), /^withdrawn is not a set of fields; if the office/);
});

test('nothing is corrected or withdrawn before it is issued', () => {
  const hint = 'give the day on which it was done';
  const early = { date: '2017-11-21', note: 'A.', reason: 'B.' };
  for (const [field, keys] of [
    ['corrections', 'note'],
    ['withdrawn', 'reason'],
  ] as const) {
    const value = `{ date: ${early.date}, ${keys}: A. }`;
    const message = `${field}.date is 2017-11-21, before the release itself (2017-11-22)`;
    assert.equal(problem(field, value), `${message}; ${hint}`);
    assert.deepEqual(problemsOf({ [field]: value.replace('21', '22') }), []);
  }
});

test('a field that is not known is reported, with the one that was meant', () => {
  const unknown: Fields = { datline: 'A', Topics: 'B', zzz: 'C' };
  const [first, second, third, ...others] = problemsOf(unknown);
  assert.equal(first, '6: datline is not a field; did you mean dateline?');
  assert.equal(second, '7: Topics is not a field; did you mean topics?');
  assert.match(third ?? '', /^8: zzz is not a field; the fields are title, subtitle, date, /);
  assert.deepEqual(others, []);
});

test('editors are offered all fields, each with its description', () => {
  const { release: schema } = editorSchemas();
  assert.deepEqual(schema.required, ['title', 'date', 'office', 'contact']);
  assert.equal(schema.additionalProperties, false);
  const { date, embargo } = schema.properties ?? {};
  assert.equal((date as { format: string }).format, 'date');
  assert.equal((embargo as { format: string }).format, 'date-time');
  const described = Object.values(schema.properties ?? {}) as { description?: string }[];
  assert.ok(described.every(({ description }) => description !== undefined));
});

test('an attachment says who made it and how it may be used, where that is known', () => {
  const written = '{ file: a.jpg, title: A, credit: Photo by Alex Example, rights: Free to use }';
  assert.deepEqual(normalized('attachments', written), [
    { file: 'a.jpg', title: 'A', credit: 'Photo by Alex Example', rights: 'Free to use' },
  ]);
});
