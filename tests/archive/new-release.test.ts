import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Draft,
  draftProblems,
  draftSlug,
  draftText,
  findIssuer,
  type KnownIssuers,
  missingOptions,
  slugFromTitle,
} from '../../src/archive/new-release.ts';
import { readRelease } from '../../src/archive/release.ts';

const draft = (more: Partial<Draft> = {}): Draft => ({
  title: 'Storm Drains Marked',
  date: '2017-11-22',
  office: ['north'],
  contact: [{ name: 'Casey Contact', phone: '(916) 555-0123' }],
  caucus: [],
  topics: [],
  speakers: [],
  bills: [],
  ...more,
});

const offices = new Map([
  ['ash-kalra', { slug: 'ash-kalra', name: 'Office of Assembly Member Ash Kalra' }],
  ['senator-sample', { slug: 'senator-sample', name: 'Sample, Sam', member: 'Sam Sample' }],
]);
const none: KnownIssuers = { offices: undefined, caucuses: undefined };

const inShort = (made: Draft, known: KnownIssuers = { ...none, offices }) =>
  draftProblems(made, known).map(({ field, message, hint }) => `${field} ${message}; ${hint}`);

test('a slug has at most 60 characters and ends with a word', () => {
  const words = 'Kalra Denounces Actions of Federal Immigration Officials in Santa Clara County';
  assert.equal(slugFromTitle(words), 'kalra-denounces-actions-of-federal-immigration-officials-in');
  assert.equal(slugFromTitle(`${'a'.repeat(29)} ${'b'.repeat(30)} c`).length, 60);
  assert.equal(slugFromTitle('a'.repeat(90)), 'a'.repeat(60));
});

test('a slug has the letters a to z and the digits of a title', () => {
  assert.equal(
    slugFromTitle('  #1: “Nhập cư” & the city’s 移民 plan!  '),
    '1-nhap-cu-the-citys-yi-min-plan',
  );
  assert.equal(slugFromTitle('“!” — …'), '');
});

test('a slug of a headline in another script is transliterated', () => {
  assert.equal(slugFromTitle('公車時刻表 2024年'), 'gong-che-shi-ke-biao-2024-nian');
  assert.equal(slugFromTitle('경기도 버스 노선 확대'), 'gyeonggido-beoseu-noseon-hwagdae');
  assert.equal(slugFromTitle('Новый мост открыт'), 'novyi-most-otkryt');
  assert.equal(slugFromTitle('مدرسة جديدة'), 'mdrsh-jdydh');
});

test('a slug that is given wins over the title', () => {
  assert.equal(draftSlug(draft({ slug: 'drains' })), 'drains');
  assert.equal(draftSlug(draft()), 'storm-drains-marked');
});

test('an office is found by its slug, by its name and by its member', () => {
  for (const typed of ['ash-kalra', 'Ash Kalra', 'office of assembly member ash kalra']) {
    assert.equal(findIssuer(typed, offices), 'ash-kalra');
  }
  assert.equal(findIssuer('Sam Sample', offices), 'senator-sample');
  assert.equal(findIssuer('New Member', offices), 'new-member');
  assert.equal(findIssuer('New Member', undefined), 'new-member');
  assert.equal(findIssuer('移民', offices), '移民');
});

test('all that is missing is named at once', () => {
  const contact = ['--contact-name', '--contact-phone or --contact-email'];
  assert.deepEqual(missingOptions(draft()), []);
  const nothing = draft({ title: undefined, office: [], contact: [] });
  assert.deepEqual(missingOptions(nothing), ['--title', '--office', ...contact]);
  assert.deepEqual(missingOptions(draft({ contact: [{ title: 'Aide' }] })), contact);
  assert.deepEqual(missingOptions(draft({ contact: [{ email: 'a@example.org' }] })), [contact[0]]);
  assert.match(missingOptions(draft({ title: '“…”' })).join(), /^--slug/);
});

test('what is missing is no fault', () => {
  const nothing = draft({ title: undefined, office: [], contact: [] });
  assert.deepEqual(inShort(nothing), []);
  assert.deepEqual(inShort(draft({ office: [], contact: [{ name: 'Casey Contact' }] })), []);
});

test('every fault is found, each with the way to mend it', () => {
  const faults = inShort(
    draft({
      date: '2017-02-30',
      slug: 'Two Words',
      office: ['ash-klra', 'sample', 'nobody'],
      contact: [{ name: 'C', phone: '12', email: 'press' }],
      language: 'english language',
    }),
  ).join('\n');
  for (const expected of [
    /^date cannot be "2017-02-30"/m,
    /^slug cannot be "Two Words".* as in two-words$/m,
    /^office names ash-klra, .*did you mean ash-kalra\?$/m,
    /^office names sample, .*did you mean senator-sample\?$/m,
    /^office names nobody, .*known are: ash-kalra, senator-sample$/m,
    /^contact\.phone cannot be "12"/m,
    /^contact\.email cannot be "press"/m,
    /^language cannot be "english language"/m,
  ]) {
    assert.match(faults, expected);
  }
  assert.equal(faults.split('\n').length, 8);
});

test('without a folder of offices any slug will do', () => {
  assert.deepEqual(inShort(draft({ office: ['nobody'] }), none), []);
});

test('a value on several lines is refused, whatever breaks the line', () => {
  for (const mark of ['\n', '\r', '\u2028', '\u0085', '\t', '\0']) {
    const [fault = '', ...more] = inShort(draft({ office: ['ash-kalra'], title: `a${mark}b` }));
    assert.match(fault, /^title has a line break/);
    assert.deepEqual(more, []);
  }
  const contact = [{ name: 'a\nb', phone: '(916) 555-0123' }];
  assert.match(inShort(draft({ contact })).join(), /^contact\.name has a line break/);
});

test('the fields are in the order of the schema, each in its shortest form', () => {
  const full = draft({
    title: '#1: a "word"',
    office: ['north', 'south', 'north'],
    caucus: ['coast'],
    topics: ['Budget: 2018', 'Water'],
    dateline: 'SACRAMENTO',
    language: 'es',
  });
  const expected = `---
title: '#1: a "word"'
date: 2017-11-22
dateline: SACRAMENTO
office:
  - north
  - south
contact:
  name: Casey Contact
  phone: (916) 555-0123
caucus: coast
topics:
  - "Budget: 2018"
  - Water
language: es
---

`;
  assert.equal(draftText(full), expected);
});

test('whatever a title holds, it is read as it was given, and only the text is missing', () => {
  const unit = fc.oneof(
    fc.constantFrom(...':#-&*!|>\'"%@`[]{},?~= \\', '---', '...', ': ', ' #', '2017', 'no', 'null'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const line = fc
    .array(unit, { maxLength: 12 })
    .map((parts) => parts.join(''))
    .filter((text) => draftProblems(draft({ title: text }), none).length === 0);
  fc.assert(
    fc.property(line, (title) => {
      const text = draftText(draft({ title, speakers: [`A ${title}`] }));
      const file = 'releases/2017-11-22-a.md';
      const { problems } = readRelease(Buffer.from(text), file);
      assert.deepEqual(
        problems.map(({ field, message }) => `${field} ${message}`),
        ['body is empty'],
      );
      const { release } = readRelease(Buffer.from(`${text}Words.\n`), file);
      assert.equal(release?.title, title.trim());
      assert.deepEqual(release?.speakers, [`A ${title}`.trim()]);
    }),
  );
});
