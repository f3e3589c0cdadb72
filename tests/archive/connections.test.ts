import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connections } from '../../src/archive/connections.ts';
import { type Fields, madeArchive } from '../support/made-release.ts';

/** Tells what a release is connected with, in ids. */
function connected(releases: Record<string, Fields>) {
  const { archive, problems } = madeArchive(releases);
  assert.deepEqual(problems, []);
  const connect = connections(archive);
  return (id: string) => {
    const release = archive.byId.get(id);
    assert.ok(release);
    const { previous, next, corrects, ofDay, ...lists } = connect(release);
    const ids = Object.entries(lists).map(([name, list]) => [name, list.map(({ id }) => id)]);
    return {
      previous: previous?.id,
      next: next?.id,
      corrects: corrects?.id,
      ofDay,
      ...(Object.fromEntries(ids) as Record<keyof typeof lists, string[]>),
    };
  };
}

test('the releases before and after a release are of the same office', () => {
  const of = connected({
    '2017-01-01-a': {},
    '2017-01-02-x': { office: 'south' },
    '2017-01-03-b': {},
    '2017-01-03-c': {},
  });
  assert.deepEqual(
    [of('2017-01-01-a').previous, of('2017-01-01-a').next],
    [undefined, '2017-01-03-c'],
  );
  assert.deepEqual(
    [of('2017-01-03-c').previous, of('2017-01-03-c').next],
    ['2017-01-01-a', '2017-01-03-b'],
  );
  assert.deepEqual(
    [of('2017-01-03-b').previous, of('2017-01-03-b').next],
    ['2017-01-03-c', undefined],
  );
  assert.deepEqual([of('2017-01-02-x').previous, of('2017-01-02-x').next], [undefined, undefined]);
});

test('a joint release is among those of the office it names first', () => {
  const of = connected({
    '2017-01-01-a': { office: 'north' },
    '2017-01-02-b': { office: '[north, south]' },
    '2017-01-03-c': { office: 'south' },
  });
  assert.equal(of('2017-01-02-b').previous, '2017-01-01-a');
  assert.equal(of('2017-01-02-b').next, undefined);
  assert.equal(of('2017-01-03-c').previous, undefined);
});

test('going back and forth ends where it began', () => {
  const days = Array.from({ length: 9 }, (_, n) => `2017-01-0${n + 1}-a`);
  const offices = ['north', 'south', 'east'];
  const of = connected(
    Object.fromEntries(days.map((id, n) => [id, { office: offices[(n * n) % 3] }])),
  );
  for (const id of days) {
    const { next, previous } = of(id);
    if (next !== undefined) assert.equal(of(next).previous, id);
    if (previous !== undefined) assert.equal(of(previous).next, id);
  }
});

test('others of the same day are found, whichever office they are of', () => {
  const of = connected({
    '2017-01-01-a': {},
    '2017-01-01-b': { office: 'south' },
    '2017-01-02-c': {},
  });
  assert.deepEqual(of('2017-01-01-a').sameDay, ['2017-01-01-b']);
  assert.deepEqual(of('2017-01-02-c').sameDay, []);
});

test('of a day with many releases the first others are known, and how many there are', () => {
  const ids = Array.from('abcdefghi', (letter) => `2017-01-01-${letter}`);
  const of = connected(Object.fromEntries(ids.map((id) => [id, {}])));
  assert.deepEqual(of(ids[2] ?? '').sameDay, [...ids.slice(0, 2), ...ids.slice(3, 7)]);
  assert.deepEqual(of(ids[8] ?? '').sameDay, ids.slice(0, 6));
  assert.equal(of(ids[8] ?? '').ofDay, 9);
});

test('what one release calls related is related from both ends, and once', () => {
  const of = connected({
    '2017-01-01-a': { related: '[2017-01-02-b, 2017-01-03-c]' },
    '2017-01-02-b': { related: '2017-01-01-a' },
    '2017-01-03-c': {},
  });
  assert.deepEqual(of('2017-01-01-a').related.sort(), ['2017-01-02-b', '2017-01-03-c']);
  assert.deepEqual(of('2017-01-02-b').related, ['2017-01-01-a']);
  assert.deepEqual(of('2017-01-03-c').related, ['2017-01-01-a']);
});

test('all languages of a release know of each other, whichever names which', () => {
  const ids = ['2017-01-01-en', '2017-01-01-es', '2017-01-01-vi'];
  const of = connected({
    '2017-01-01-en': { language: 'en' },
    '2017-01-01-es': { language: 'es', translations: '2017-01-01-en' },
    '2017-01-01-vi': { language: 'vi', translations: '2017-01-01-en' },
    '2017-01-02-x': {},
  });
  for (const id of ids) {
    const others = ids.filter((other) => other !== id);
    assert.deepEqual(of(id).translations.sort(), others);
  }
  assert.deepEqual(of('2017-01-02-x').translations, []);
});

test('a correction is known at the release it corrects', () => {
  const of = connected({
    '2017-01-01-a': {},
    '2017-01-02-b': { corrects: '2017-01-01-a' },
    '2017-01-03-c': { corrects: '2017-01-01-a' },
  });
  assert.equal(of('2017-01-02-b').corrects, '2017-01-01-a');
  assert.deepEqual(of('2017-01-01-a').correctedBy.sort(), ['2017-01-02-b', '2017-01-03-c']);
  assert.equal(of('2017-01-01-a').corrects, undefined);
  assert.deepEqual(of('2017-01-02-b').correctedBy, []);
});

test('a release that nothing refers to is connected with nothing', () => {
  assert.deepEqual(connected({ '2017-01-01-a': {} })('2017-01-01-a'), {
    previous: undefined,
    next: undefined,
    corrects: undefined,
    sameDay: [],
    ofDay: 1,
    related: [],
    translations: [],
    correctedBy: [],
  });
});
