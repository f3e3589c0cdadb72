import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from '../../../src/archive/site.ts';
import {
  hasSharePictures,
  pictureMeta,
  sharePictureOf,
} from '../../../src/publish/share-picture/picture.ts';
import { madePublication } from '../../support/made-publication.ts';
import type { Fields } from '../../support/made-release.ts';

function publicationWith(fields: Fields, site: Record<string, string> = {}) {
  const { publication, releases } = madePublication(
    { '2017-11-22-a': { title: '"It’s “on”"', office: '[north, south]', ...fields } },
    {
      offices: { north: { name: 'Office of the North' }, south: {} },
      site: siteSchema.parse(site),
    },
  );
  const [release] = releases;
  assert.ok(release);
  return { publication, release };
}

test('a picture says who issued what and when, in the language of the release', () => {
  const { publication, release } = publicationWith({ language: 'es' }, { title: 'The press' });
  assert.deepEqual(sharePictureOf(publication, release), {
    site: 'The press',
    offices: ['Office of the North', 'south'],
    language: 'en',
    headline: 'It’s “on”',
    day: ['22 de noviembre de 2017', 'November 22, 2017'],
  });
});

test('of a withdrawn release it says so, and so do the words in its place', () => {
  const { publication, release } = publicationWith({
    withdrawn: '{ date: 2017-11-24, reason: It was sent by mistake. }',
  });
  const { withdrawnOn } = sharePictureOf(publication, release);
  assert.deepEqual(withdrawnOn, ['November 24, 2017']);
  const alt = pictureMeta(publication, release).find(
    (one) => 'property' in one && one.property === 'og:image:alt',
  );
  assert.match(
    alt?.content ?? '',
    /^Office of the North and south, .*, November 22, 2017 \[Withdrawn on November 24, 2017\]$/,
  );
});

test('the head names the picture with its size, type and words', () => {
  const { publication, release } = publicationWith({});
  assert.deepEqual(
    pictureMeta(publication, release).map((one) => Object.values(one)),
    [
      ['og:image', 'https://press.example.org/archive/releases/2017/11/22/a/card.png'],
      ['og:image:type', 'image/png'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'Office of the North and south, “It’s “on””, November 22, 2017'],
      ['twitter:card', 'summary_large_image'],
    ],
  );
  const off = publicationWith({}, { share_pictures: 'false' });
  assert.deepEqual(pictureMeta(off.publication, off.release), []);
});

test('up to 1,000 releases have pictures, more only where they are asked for', () => {
  const { release } = publicationWith({});
  const has = (count: number, site: Record<string, string> = {}) =>
    hasSharePictures({
      site: siteSchema.parse(site),
      releases: Array.from({ length: count }, () => release),
    });
  assert.deepEqual([has(0), has(1000), has(1001)], [true, true, false]);
  assert.ok(has(1001, { share_pictures: 'true' }));
  assert.ok(!has(1, { share_pictures: 'false' }));
});
