import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFields } from '../../src/archive/schema-problems.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { inShort } from '../support/made-release.ts';

const read = (yaml: string) => readFields(siteSchema, yaml, { file: 'site.yaml' });

test('share pictures are asked for, refused, or left to the size of the archive', () => {
  const asked = (yaml: string) => read(yaml).value?.share_pictures;
  for (const yes of ['true', 'True', '"true"']) assert.equal(asked(`share_pictures: ${yes}`), true);
  assert.equal(asked('share_pictures: false'), false);
  for (const none of ['', 'share_pictures:']) assert.equal(asked(`${none}\ntitle: A`), undefined);
});

test('what is neither true nor false is reported, with what to write', () => {
  for (const [written, message] of [
    ['yes', 'cannot be "yes": it is true or false'],
    ['1', 'cannot be "1": it is true or false'],
  ] as const) {
    const { problems, value } = read(`title: A\nshare_pictures: ${written}`);
    assert.equal(value, undefined);
    const hint = `2: share_pictures ${message}; true or false: whether a picture is drawn of each release`;
    assert.ok(problems.map(inShort).join().startsWith(hint), problems.map(inShort).join());
  }
  const [misspelt] = read('share_picture: true').problems.map(inShort);
  assert.match(misspelt ?? '', /did you mean share_pictures\?/);
});

test('from how many releases on words are boilerplate is a whole number', () => {
  assert.equal(read('title: A').value?.boilerplate, 10);
  assert.equal(read('boilerplate: 25').value?.boilerplate, 25);
  for (const value of ['1', '-3', '2.5', 'many', '"1e3"', '99999999999']) {
    const { problems, value: site } = read(`title: A\nboilerplate: ${value}`);
    assert.equal(site, undefined, value);
    assert.match(
      problems.map(inShort).join(),
      /^2: boilerplate cannot be ".+": it is a whole number from 2; a number from 2: a statement/,
    );
  }
});

test('a host is one that is known', () => {
  assert.equal(read('host: github-pages').value?.host, 'github-pages');
  const [problem = ''] = read('title: A\nhost: my-server').problems.map(inShort);
  assert.match(problem, /^2: host cannot be "my-server": it is one of netlify, cloudflare, /);
});

test('whom to tell of a weakness is an e-mail address, a page or a number, until a day', () => {
  const asked = (contact: string) => read(`security: { contact: ${contact}, expires: 2027-06-30 }`);
  for (const contact of ['desk@example.org', 'https://example.org/safe', '"tel:+1-916-555-0123"']) {
    const { value, problems } = asked(contact);
    assert.deepEqual([problems, value?.security?.contact.length], [[], 1], contact);
  }
  for (const contact of ['Casey', 'http://example.org/', '"a@b@c"', '"javascript:x"', '""']) {
    const [problem = ''] = asked(contact).problems.map(inShort);
    assert.match(problem, /^1: security\.contact/, contact);
  }
  const [missing = ''] = read('security: { contact: desk@example.org }').problems.map(inShort);
  assert.match(missing, /^1: security\.expires is missing; the day after which it no longer holds/);
});
