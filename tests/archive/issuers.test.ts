import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import {
  caucusSchema,
  officeSchema,
  officeSchemaAmong,
  undescribed,
} from '../../src/archive/issuer.ts';
import { readFields } from '../../src/archive/schema-problems.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { inShort } from '../support/made-release.ts';

const problems = (schema: z.ZodObject, yaml: string) =>
  readFields(schema, yaml, { file: 'a.yaml' }).problems.map(inShort);

test('an office needs a name; all else may be left out', () => {
  assert.deepEqual(problems(officeSchema, 'name: A\n'), []);
  assert.deepEqual(problems(officeSchema, 'member: B\n'), [
    '1: name is missing; the name of the office, as in Office of Assemblymember Example',
  ]);
  const full =
    'name: A\nmember: B\ntitle: C\nparty: D\ndistrict: 27\ncity: E\nurl: https://a.org\n' +
    'contact: { name: H, email: h@example.org }\n' +
    'caucuses: [F G]\nopened: 2016-12-05\nclosed: 2022-11-30\n';
  const { value } = readFields(officeSchema, full, { file: 'a.yaml' });
  assert.equal(value?.district, '27');
  assert.deepEqual(value?.caucuses, ['f-g']);
  assert.equal(value?.opened, '2016-12-05');
  assert.deepEqual(value?.contact, [{ name: 'H', email: 'h@example.org' }]);
  assert.deepEqual(problems(officeSchema, 'name: A\ncontact: { name: H }\n').length, 1);
});

test('what is wrong with an office is reported by its fields', () => {
  assert.deepEqual(problems(officeSchema, 'name: A\nurl: a.org\nopened: 2016-02-30\ntown: B\n'), [
    `2: url cannot be "a.org": an address begins with https:// or http://; the office's own site`,
    '3: opened cannot be "2016-02-30": that is not a day of the calendar; the day the office opened, as in 2016-12-05',
    '4: town is not a field; the fields are name, member, family, title, party, district, city, url, contact, caucuses, opened, closed, aliases',
  ]);
});

test('where caucuses are known, an office can be in no other', () => {
  const schema = officeSchemaAmong(new Map([['api', { slug: 'api' }]]));
  assert.deepEqual(problems(schema, 'name: A\ncaucuses: [api]\n'), []);
  assert.deepEqual(problems(schema, 'name: A\ncaucuses:\n  - api\n  - apo\n'), [
    '4: caucuses[2] names apo, which has no file caucuses/apo.yaml; name caucuses by their files, or write the file with name: in it',
  ]);
});

test('a caucus needs a name', () => {
  assert.deepEqual(problems(caucusSchema, 'name: A\nurl: https://a.org\ndescription: B\n'), []);
  assert.deepEqual(problems(caucusSchema, 'nane: A\n').length, 2);
});

test('an issuer that no file describes is named by its slug', () => {
  assert.deepEqual(undescribed('ash-kalra'), { slug: 'ash-kalra', name: 'Ash Kalra' });
});

test('a site says of itself what it likes; each field has a default', () => {
  assert.deepEqual(siteSchema.parse({}), {
    title: 'On the Record',
    description: 'An archive of press releases.',
    language: 'en',
    timezone: 'UTC',
    since: 1900,
    boilerplate: 10,
  });
  const yaml = 'title: A\ndescription: B\npublisher: C\nlanguage: es-MX\ntimezone: Asia/Tokyo\n';
  assert.deepEqual(problems(siteSchema, yaml), []);
});

test('a language or a time zone that nobody knows is reported', () => {
  assert.deepEqual(problems(siteSchema, 'language: en_US\ntimezone: California\n'), [
    '1: language cannot be "en_US": that is not a language tag; the language of the site, and of releases that name none, as a BCP 47 tag, as in en, es or vi',
    '2: timezone cannot be "California": that is not a time zone; in which its days begin and end, as in America/Los_Angeles',
  ]);
});
