import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AXES, type Axis, type Collection, collectionsOf } from '../../src/archive/browse.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { helpExamples } from '../../src/search/help-examples.ts';
import { madeArchive } from '../support/made-release.ts';

function inShort(...made: Parameters<typeof madeArchive>) {
  const { archive } = madeArchive(...made);
  const collections = Object.fromEntries(
    AXES.map((axis) => [axis, collectionsOf(archive, axis)]),
  ) as Record<Axis, Collection[]>;
  return Object.fromEntries(
    helpExamples(archive, collections).map(({ way, example }) => [way, example]),
  );
}

const releases = {
  '2019-03-02-c': { title: 'Harbor Lanterns Return', office: 'north', topics: 'Night Light' },
  '2018-03-02-b': { title: 'Harbor Ferry Landing', office: 'north', speakers: '[Sam Sample]' },
  '2017-11-22-a': {
    title: 'Orchard Opens',
    office: 'south',
    bills: '[SB54, Act 12]',
    language: 'es',
  },
};

test('examples are what the archive has', () => {
  const examples = inShort(releases);
  assert.equal(examples['phrase'], '"Sam Sample"');
  assert.match(examples['words'] ?? '', /^harbor \w+$/);
  assert.match(examples['without'] ?? '', /^harbor -\w+$/);
  assert.equal(examples['beginning'], 'harbo*');
  assert.equal(examples['office'], 'office:north');
  assert.equal(examples['topic'], 'topic:night-light');
  assert.equal(examples['speaker'], 'speaker:sam-sample');
  assert.match(examples['bill'] ?? '', /^bill:(?:SB 54|"Act 12")$/);
  assert.equal(examples['language'], 'language:es');
  assert.equal(examples['before'], 'before:2019');
  assert.equal(examples['after'], 'after:2018-03-02');
  assert.equal(examples['caucus'], undefined);
});

test('what an archive lacks is no example, and an empty one has none', () => {
  const examples = inShort({ '2017-11-22-a': { title: 'One', office: 'north' } });
  assert.deepEqual(Object.keys(examples), ['office', 'year']);
  assert.deepEqual(inShort({}), {});
});

test('words of a language without spaces have no beginning to search for', () => {
  const examples = inShort(
    { '2017-11-22-a': { title: '移民 权利' }, '2017-11-21-b': { title: '移民 住房' } },
    { site: siteSchema.parse({ language: 'zh-Hant' }) },
  );
  assert.equal(examples['beginning'], undefined);
  assert.ok(examples['words']?.includes('移民'));
});
