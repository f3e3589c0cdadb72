import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formerAddresses } from '../../src/archive/former-addresses.ts';
import { formerNameProblems, withPresentCaucuses } from '../../src/archive/former-issuers.ts';
import { findIssuer } from '../../src/archive/new-release.ts';
import { inShort, madeArchive } from '../support/made-release.ts';

const offices = { river: { aliases: ['brook', 'creek'] }, hill: {} };
const nothing = { moves: [], absent: [], gone: [] };

test('releases that have a former name of an office are its releases, with one warning a name', () => {
  const { archive, problems, warnings } = madeArchive(
    {
      '2017-01-01-a': { office: 'brook' },
      '2017-01-02-b': { office: '[hill, brook, river]' },
      '2017-01-03-c': { office: 'creek', caucus: 'coast' },
      '2017-01-04-d': { office: 'brook', caucus: 'api' },
    },
    { offices, caucuses: { shore: { aliases: ['coast'] }, api: {} } },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    archive.releases.map(({ office, caucus }) => [office, caucus]),
    [
      [['river'], ['api']],
      [['river'], ['shore']],
      [['hill', 'river'], undefined],
      [['river'], undefined],
    ],
  );
  assert.deepEqual(warnings.map(inShort), [
    '4: office is brook, a former name of river, as 2 more releases do; it is read as river; you may write that',
    '4: office is creek, a former name of river; it is read as river; you may write that',
    '6: caucus is coast, a former name of shore; it is read as shore; you may write that',
  ]);
});

test('a former name has an address that leads to the present page, and no release may claim it', () => {
  const { archive, problems } = madeArchive(
    { '2017-01-01-a': { office: 'river', aliases: '/offices/brook/' } },
    { offices },
  );
  assert.deepEqual(formerAddresses({ ...archive, releases: [] }, nothing), [
    { path: '/offices/brook/', issuer: { name: 'river', path: '/offices/river/' } },
    { path: '/offices/creek/', issuer: { name: 'river', path: '/offices/river/' } },
  ]);
  assert.match(
    problems.map(inShort).join(),
    /aliases claims \/offices\/brook\/, the address of another page/,
  );
});

test('an office is found by a former name of it', () => {
  const known = new Map([['river', { slug: 'river', name: 'Senator River', aliases: ['brook'] }]]);
  assert.equal(findIssuer('Brook', known), 'river');
});

test('an office that names a caucus by a former name is in that caucus', () => {
  const office = { slug: 'river', name: 'River', caucuses: ['coast', 'shore', 'api'] };
  const caucuses = new Map([['shore', { slug: 'shore', name: 'Shore', aliases: ['coast'] }]]);
  const found = withPresentCaucuses(new Map([['river', office]]), caucuses);
  assert.deepEqual(found.get('river')?.caucuses, ['shore', 'api']);
});

test('a former name that is taken is an error', () => {
  const issuers = new Map(
    Object.entries({ a: ['a', 'x'], b: ['x'], c: ['a'] }).map(([slug, aliases]) => [
      slug,
      { slug, aliases },
    ]),
  );
  const place = (slug: string, n: number) => ({ file: `offices/${slug}.yaml`, line: n + 1 });
  const problems = formerNameProblems(issuers, 'offices', place);
  assert.deepEqual(
    problems.map((one) => `${one.file}:${inShort(one)}`),
    [
      'offices/a.yaml:1: aliases has a, the present name of this file; remove it: an address can lead to one page alone',
      'offices/b.yaml:1: aliases has x, a former name of offices/a.yaml too; remove it: an address can lead to one page alone',
      'offices/c.yaml:1: aliases has a, the name of offices/a.yaml; remove it: an address can lead to one page alone',
    ],
  );
});
