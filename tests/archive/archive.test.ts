import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assembleArchive } from '../../src/archive/assemble-archive.ts';
import { readRelease } from '../../src/archive/release.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { type MadeParts, type Fields, madeArchive, madeRelease } from '../support/made-release.ts';

/** What is wrong with an archive, as `file:line: field message; hint`. */
function reported(releases: Record<string, Fields>, parts?: MadeParts) {
  return madeArchive(releases, parts).problems.map(
    ({ file, line, field, message, hint }) => `${file}:${line}: ${field} ${message}; ${hint}`,
  );
}

test('releases are in order, newest first, and within a day by their ids', () => {
  const ids = ['2017-11-22-b', '2018-01-01-a', '2017-11-22-a', '2017-11-22-a-2'];
  const { archive } = madeArchive(Object.fromEntries(ids.map((id) => [id, {}])));
  assert.deepEqual(
    archive.releases.map(({ id }) => id),
    ['2018-01-01-a', '2017-11-22-a', '2017-11-22-a-2', '2017-11-22-b'],
  );
  assert.equal(archive.byId.get('2017-11-22-b')?.id, '2017-11-22-b');
});

test('an id is for one release in the whole archive', () => {
  const hint = 'an id is for one release in the whole archive: rename one of the two files';
  assert.deepEqual(reported({ 'a/2017-11-22-a': {}, 'b/2017-11-22-a': {}, 'c/2017-11-22-a': {} }), [
    `releases/b/2017-11-22-a.md:1: file has the name of releases/a/2017-11-22-a.md; ${hint}`,
    `releases/c/2017-11-22-a.md:1: file has the name of releases/a/2017-11-22-a.md; ${hint}`,
  ]);
});

test('without folders for them, offices and caucuses are taken as they are named', () => {
  assert.deepEqual(reported({ '2017-11-22-a': { office: '[b, c]', caucus: 'd' } }), []);
});

test('an office or a caucus without a file is reported, with the nearest that has one', () => {
  const releases = { '2017-11-22-a': { office: '\n  - north\n  - suoth', caucus: 'apo' } };
  const parts = { offices: { north: {}, south: {} }, caucuses: { api: {} } };
  const file = 'releases/2017-11-22-a.md';
  assert.deepEqual(reported(releases, parts), [
    `${file}:6: office names suoth, which has no file offices/suoth.yaml; did you mean south? If not, write that file with name: in it`,
    `${file}:8: caucus names apo, which has no file caucuses/apo.yaml; did you mean api? If not, write that file with name: in it`,
  ]);
});

test('of an office that is like no other it is said how to describe it', () => {
  assert.deepEqual(reported({ '2017-11-22-a': { office: 'transportation' } }, { offices: {} }), [
    'releases/2017-11-22-a.md:4: office names transportation, which has no file offices/transportation.yaml; write that file with name: in it',
  ]);
});

test('a release that others name must be there', () => {
  const file = 'releases/2017-11-22-a.md';
  const releases = {
    '2017-11-22-a': {
      related: '\n  - 2016-01-01-there\n  - 2016-01-01-their',
      translations: '1999-01-01-like-nothing-else',
      corrects: '2016-01-01-ther',
    },
    '2016-01-01-there': {},
  };
  const hint = 'give the name of a file under releases/ without .md';
  assert.deepEqual(reported(releases), [
    `${file}:8: related refers to 2016-01-01-their, which is not in the archive; did you mean 2016-01-01-there?`,
    `${file}:9: translations refers to 1999-01-01-like-nothing-else, which is not in the archive; ${hint}`,
    `${file}:10: corrects refers to 2016-01-01-ther, which is not in the archive; did you mean 2016-01-01-there?`,
  ]);
});

test('a release does not name itself', () => {
  for (const field of ['related', 'translations', 'corrects']) {
    assert.deepEqual(reported({ '2017-11-22-a': { [field]: '2017-11-22-a' } }), [
      `releases/2017-11-22-a.md:6: ${field} refers to the release itself; delete it`,
    ]);
  }
});

test('a release with something wrong in it is there all the same for those who name it', () => {
  const read = (id: string, text: string) => readRelease(Buffer.from(text), `releases/${id}.md`);
  const { archive, problems } = assembleArchive({
    site: siteSchema.parse({}),
    offices: new Map(),
    caucuses: new Map(),
    hasOffices: false,
    hasCaucuses: false,
    media: new Set(),
    releases: [
      read('2017-11-22-a', madeRelease({ related: '2016-01-01-broken' })),
      read('2016-01-01-broken', 'No fields.'),
      read('x/2016-01-01-broken', 'No fields either.'),
    ],
    now: Date.parse('2018-01-01T00:00:00Z'),
  });
  assert.deepEqual(
    problems.map(({ file, message }) => [file, message]),
    [['releases/x/2016-01-01-broken.md', 'has the name of releases/2016-01-01-broken.md']],
  );
  assert.equal(archive.releases.length, 1);
});

test('an attachment must be there, and capital letters count', () => {
  const attachments =
    '\n  - { file: 2017/Letter.pdf, title: A }\n  - { file: nope.png, title: B }\n  - { file: a.pdf, title: C }';
  assert.deepEqual(
    reported({ '2017-11-22-a': { attachments } }, { media: ['2017/letter.pdf', 'a.pdf'] }),
    [
      'releases/2017-11-22-a.md:7: attachments refers to media/2017/Letter.pdf, which does not exist; did you mean 2017/letter.pdf? Capital letters count',
      'releases/2017-11-22-a.md:8: attachments refers to media/nope.png, which does not exist; put the file there',
    ],
  );
});

test('all that is wrong in all releases is reported at once', () => {
  const wrong = { office: 'nope', related: '2016-01-01-x', attachments: '{ file: a, title: b }' };
  const releases = { '2017-11-22-a': wrong, '2017-11-22-b': wrong };
  assert.equal(reported(releases, { offices: { north: {} } }).length, 6);
});
