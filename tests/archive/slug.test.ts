import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameFromSlug, SLUG, slugify } from '../../src/archive/slug.ts';
import { anyText } from '../support/any-text.ts';

test('a name becomes the part of an address that it would have been typed as', () => {
  const slugs = {
    'Ash Kalra': 'ash-kalra',
    'Public  libraries & schools': 'public-libraries-schools',
    '  --Water--  ': 'water',
    'AB 60 (2013)': 'ab-60-2013',
    'Nhập cư': 'nhap-cu',
    'Đặng Thị Hương': 'dang-thi-huong',
    'Peña, José': 'pena-jose',
    'Straße nach Łódź': 'strasse-nach-lodz',
    'İstanbul ılık': 'istanbul-ilik',
    "O’Neill’s and O'Neill's": 'oneills-and-oneills',
    Hawaiʻi: 'hawaii',
    'Example™ №5': 'exampletm-no5',
  };
  for (const [name, slug] of Object.entries(slugs)) assert.equal(slugify(name), slug);
});

test('letters of other scripts stay, so that such a topic has a page of its own', () => {
  assert.equal(slugify('移民 政策'), '移民-政策');
  assert.equal(slugify('Иммиграция'), 'иммиграция');
  assert.equal(slugify('शिक्षा'), 'शिक्षा');
  assert.equal(slugify('が'), 'が');
  assert.equal(slugify('이민'), '이민');
});

test('a name without letters and digits has no slug', () => {
  assert.equal(slugify('!?'), '');
  assert.equal(slugify(''), '');
});

test('the slug of a slug is the same slug', () => {
  fc.assert(
    fc.property(anyText("'", ' ', '-'), (name) => {
      assert.equal(slugify(slugify(name)), slugify(name));
    }),
  );
});

test('a slug has nothing in it that means something in an address', () => {
  fc.assert(
    fc.property(anyText("'", ' ', '-'), (name) => {
      assert.match(slugify(name), /^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
    }),
  );
});

test('names in the letters a to z give what a file may be called', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 .,'&-]*[A-Za-z0-9]$/), (name) => {
      assert.match(slugify(name), SLUG);
    }),
  );
});

test('a file may be called by small letters, digits and single hyphens alone', () => {
  for (const slug of ['a', 'ash-kalra', 'ab-60', '2017']) assert.match(slug, SLUG);
  for (const slug of ['', '-a', 'a-', 'a--b', 'A', 'a b', 'a_b', 'ä', 'a/b', 'a.b', 'a\n']) {
    assert.doesNotMatch(slug, SLUG);
  }
});

test('where no file gives a name, one is made from the slug', () => {
  assert.equal(nameFromSlug('rural-health'), 'Rural Health');
  assert.equal(nameFromSlug('ash-kalra'), 'Ash Kalra');
  assert.equal(nameFromSlug('ab-60'), 'Ab 60');
});
