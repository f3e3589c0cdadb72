import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableSource } from '../../../src/import/read/document.ts';
import { takeFields } from '../../../src/import/read/take-fields.ts';

const take = (yaml: string) => takeFields({ yaml, yamlLine: 2, body: '', bodyLine: 9 });

test('every field of this archive comes through as it was written', () => {
  const { metadata, attachments, leftOut } = take(`title: 1.10
subtitle: no
date: 2019-05-09
dateline: SAMPLETON
office: [senator-sample, assemblymember-example]
contact:
  - name: Casey Contact
    office: Office of Senator Sample
    phone: (916) 555-0101
caucus: coast
topics: [Water, 2019]
speakers: Alex Example
quotes: {statement: s-k3vq7x2a, speaker: Alex Example}
bills: SB 54
language: es
source: https://example.org/x
aliases: /news/2019/old/
related: 2019-05-10-other
translations: [2019-05-09-otra]
corrects: 2019-05-01-first
embargo: 2019-05-09T09:00:00-07:00
draft: True
corrections: [{date: 2019-05-10, note: A name was mended.}]
withdrawn: {date: 2019-05-11, reason: Sent by mistake.}
attachments: {file: 2019/tides.png, title: The tides, alt: Tides}
`);
  assert.deepEqual(leftOut, []);
  assert.deepEqual(attachments, [{ file: '2019/tides.png', title: 'The tides', alt: 'Tides' }]);
  assert.deepEqual(metadata, {
    title: '1.10',
    subtitle: 'no',
    date: '2019-05-09',
    dateline: 'SAMPLETON',
    office: ['senator-sample', 'assemblymember-example'],
    contact: [
      { name: 'Casey Contact', office: 'Office of Senator Sample', phone: '(916) 555-0101' },
    ],
    caucus: ['coast'],
    topics: ['Water', '2019'],
    speakers: ['Alex Example'],
    quotes: [{ statement: 's-k3vq7x2a', speaker: 'Alex Example' }],
    bills: ['SB 54'],
    language: 'es',
    source: 'https://example.org/x',
    aliases: ['/news/2019/old/'],
    related: ['2019-05-10-other'],
    translations: ['2019-05-09-otra'],
    corrects: '2019-05-01-first',
    embargo: '2019-05-09T09:00:00-07:00',
    draft: true,
    corrections: [{ date: '2019-05-10', note: 'A name was mended.' }],
    withdrawn: { date: '2019-05-11', reason: 'Sent by mistake.' },
    confidence: 1,
    isAuthoritative: true,
  });
});

test('what no field takes is reported with its value and why, comments too', () => {
  const { metadata, leftOut, warnings } = take(`headline: Ferry Runs # on Sundays
published: 2018-05-03T10:00:00-07:00
author: Riley Wire
layout: post
tags: [Ferry]
categories: [News]
language: en_US
contact: {name: Nobody Reachable}
contact_note:
params: {weight: 3}
draft: true
# a line of its own
`);
  assert.deepEqual(
    [metadata.title, metadata.date, metadata.topics],
    ['Ferry Runs', '2018-05-03', ['Ferry']],
  );
  assert.deepEqual([metadata.language, metadata.contact], [undefined, undefined]);
  const reported = leftOut.map(({ text, reason }) => `${text} (${reason})`);
  assert.deepEqual(reported, [
    'published: 2018-05-03T10:00:00-07:00 (of which a release has only the day)',
    'author: Riley Wire (a field that a release does not have)',
    'layout: post (a field that a release does not have)',
    'categories: ["News"] (a field that a release does not have)',
    'language: en_US (language cannot be "en_US": that is not a language tag)',
    'contact: {"name":"Nobody Reachable"} (contact has neither phone nor email)',
    'params: {"weight":"3"} (a field that a release does not have)',
    '# on Sundays (a comment between the fields)',
    '# a line of its own (a comment between the fields)',
  ]);
  assert.deepEqual(warnings, ['It says draft: true, and stays a draft: was it ever issued?']);
});

test('a contact in one line is read as it is in print', () => {
  assert.deepEqual(take('contact: Casey Contact, (916) 555-0101').metadata.contact, [
    { name: 'Casey Contact', phone: '(916) 555-0101' },
  ]);
});

test('an alias that is an address of the site itself is left out, and the others stay', () => {
  const { metadata, leftOut } = take('aliases: [/search/, /old/]');
  assert.deepEqual(metadata.aliases, ['/old/']);
  assert.match(leftOut[0]?.reason ?? '', /an address of the site itself/);
});

test('frontmatter that cannot be read is reported with its line', () => {
  assert.throws(() => take('title: Bill: signed\n'), {
    name: UnreadableSource.name,
    message: 'has frontmatter with a fault in line 2: title has a value that needs quotation marks',
    hint: 'write title: "Bill: signed"',
  });
  assert.throws(() => take('- a\n- b\n'), { message: 'has frontmatter without fields' });
});
