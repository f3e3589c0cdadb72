import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alteredSince, isBefore } from '../../src/archive/archived.ts';
import { readFields } from '../../src/archive/schema-problems.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { inShort } from '../support/made-release.ts';

const DAY = '2027-04-26';
const NOTHING = { changes: [], committedOn: [], changedToday: undefined };

test('a period is before the day if all of it is', () => {
  const yes = ['2026', '2026-12', '2027-03', '2027-04-25'];
  const no = ['2027', '2027-04', '2027-04-26', '2028'];
  assert.deepEqual(
    [...yes, ...no].filter((period) => isBefore(period, DAY)),
    yes,
  );
});

test('a release that was only altered before the day is unaltered', () => {
  const known = {
    changes: [{ on: '2027-04-25', edited: ['s-aaaaaaaa'] }],
    committedOn: ['2027-05-05'], // it came into the archive on that day
    changedToday: undefined,
  };
  const corrections = [{ date: '2020-01-01', note: 'A digit.' }];
  assert.equal(alteredSince(DAY, { corrections }, known), undefined);
});

test('each way to alter a release counts, from the day itself on; the first is named', () => {
  const note = 'A digit.';
  assert.equal(
    alteredSince(DAY, { corrections: [{ date: '2027-04-26', note }] }, NOTHING),
    '2027-04-26',
  );
  const withdrawn = { date: '2028-01-01', reason: 'Wrong.' };
  assert.equal(alteredSince(DAY, { withdrawn }, NOTHING), '2028-01-01');
  const changes = [{ on: '2027-06-01' }, { on: '2027-05-01' }];
  assert.equal(alteredSince(DAY, { withdrawn }, { ...NOTHING, changes }), '2027-05-01');
  const committedOn = ['2020-01-01', '2027-07-01'];
  assert.equal(alteredSince(DAY, {}, { ...NOTHING, committedOn }), '2027-07-01');
  assert.equal(alteredSince(DAY, {}, { ...NOTHING, changedToday: '2027-08-01' }), '2027-08-01');
  assert.equal(alteredSince(DAY, {}, { ...NOTHING, changedToday: '2026-08-01' }), undefined);
});

test('whom to ask for another format, and the day, are checked like other fields', () => {
  const read = (yaml: string) => readFields(siteSchema, yaml, { file: 'site.yaml' });
  const { value, problems } = read(
    `accessibility: { contact: [desk@example.org, "tel:+1-916-555-0123"] }\narchived_before: ${DAY}`,
  );
  assert.deepEqual(problems, []);
  assert.equal(value?.accessibility?.contact.length, 2);
  assert.equal(value?.archived_before, DAY);
  const faults = (yaml: string) => read(yaml).problems.map(inShort).join();
  assert.match(faults('accessibility: { contact: Casey }'), /^1: accessibility\.contact cannot be/);
  assert.match(faults('accessibility: { reviewed: 2027-04-01 }'), /^1: accessibility\.contact is/);
  assert.match(faults('archived_before: April'), /^1: archived_before cannot be "April"/);
  assert.match(faults('archive_before: 2027-04-26'), /did you mean archived_before\?/);
});
