import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Release } from '../../src/archive/release.ts';
import { findEchoes, MAX_ECHOES } from '../../src/echoes/archive-echoes.ts';
import type { ComparedTexts } from '../../src/echoes/near-texts.ts';
import { sketchRelease } from '../../src/echoes/sketch.ts';
import { areNear, wordPairs } from '../../src/echoes/word-pairs.ts';
import { readMade } from '../support/made-release.ts';

/** A release by its id, with its statements: the id of each is its place. */
interface Made {
  id: string;
  statements: string[];
  office?: string;
  isWithdrawn?: boolean;
}

function echoesIn(made: readonly Made[], boilerplate = 10, known?: ComparedTexts) {
  const releases = made.map(({ id, office = 'north', isWithdrawn }): Release => {
    const withdrawn = isWithdrawn ? '{ date: 2020-01-01, reason: A slip. }' : undefined;
    return readMade({ date: id.slice(0, 10), office, withdrawn }, id);
  });
  const statementsOf = (id: string) =>
    (made.find((one) => one.id === id)?.statements ?? []).map((text, n) => ({
      id: `s-${n}`,
      text,
    }));
  const { of, compared } = findEchoes({
    releases,
    sketchOf: (id) => sketchRelease(statementsOf(id)),
    textsOf: (id) => new Map(statementsOf(id).map((one) => [one.id, one.text])),
    boilerplate,
    known,
  });
  const found = releases.map((release) => {
    const { statements = [], alike = [] } = of(release) ?? {};
    return {
      id: release.id,
      alike: alike.map(({ id }) => id),
      boilerplate: statements.filter((one) => one.isBoilerplate).map((one) => one.statement),
      echoes: statements.flatMap(({ statement, echoes }) =>
        echoes.map((echo) => {
          const place = `${echo.release.id}#${echo.statement}`;
          return `${statement} ${echo.isNear ? '≈' : '='} ${place}`;
        }),
      ),
    };
  });
  return { found: new Map(found.map((one) => [one.id, one])), compared };
}

const LAMPS = 'The lamps of the north pier are lit tonight, and the keepers thank the whole town.';
const LAMPS_AGAIN = LAMPS.replace('tonight', 'again');
const OIL = 'Oil for the lamps comes by boat on the first Monday of each month of the year.';
const ABOUT = 'The Office of the North keeps eleven lamps on two piers of the harbor of Salem.';

test('the same words and nearly the same lead to each other, the oldest release first', () => {
  const { found } = echoesIn([
    { id: '2019-03-01-c', statements: [OIL, LAMPS] },
    { id: '2018-01-01-b', statements: [LAMPS_AGAIN, 'Lamps are lit.'] },
    { id: '2017-01-01-a', statements: ['Lamps are lit.', 'Lit.', LAMPS], office: 'south' },
  ]);
  assert.deepEqual(found.get('2019-03-01-c')?.echoes, [
    's-1 = 2017-01-01-a#s-2',
    's-1 ≈ 2018-01-01-b#s-0',
  ]);
  assert.deepEqual(found.get('2018-01-01-b')?.echoes, [
    's-0 ≈ 2017-01-01-a#s-2',
    's-0 ≈ 2019-03-01-c#s-1',
  ]);
  assert.deepEqual(found.get('2017-01-01-a')?.echoes.length, 2, 'phrases are no echoes');
});

test('a text that a release has twice is no echo of itself, and another names it once', () => {
  const { found } = echoesIn([
    { id: '2019-03-01-c', statements: [OIL, OIL] },
    { id: '2018-01-01-b', statements: [LAMPS, LAMPS_AGAIN] },
    { id: '2017-01-01-a', statements: [LAMPS] },
  ]);
  assert.deepEqual(found.get('2019-03-01-c')?.echoes, []);
  assert.deepEqual(found.get('2017-01-01-a')?.echoes, ['s-0 = 2018-01-01-b#s-0']);
});

test('what one office has in more releases than it may is boilerplate, and so are its variants', () => {
  const releases = (count: number, office: (n: number) => string): Made[] =>
    Array.from({ length: count }, (_, n) => {
      return { id: `2019-03-0${n + 1}-a`, statements: [ABOUT], office: office(n) };
    });
  const variant = { id: '2020-01-01-v', statements: [ABOUT.replace('eleven', 'twelve'), OIL] };
  const often = echoesIn([variant, ...releases(4, () => 'north')], 3).found;
  assert.deepEqual(often.get('2019-03-01-a')?.boilerplate, ['s-0']);
  assert.deepEqual(often.get('2019-03-01-a')?.echoes, []);
  assert.deepEqual(often.get('2020-01-01-v')?.boilerplate, ['s-0']);
  const seldom = echoesIn(
    releases(4, () => 'north'),
    4,
  ).found;
  assert.deepEqual(seldom.get('2019-03-01-a')?.boilerplate, []);
  assert.equal(seldom.get('2019-03-01-a')?.echoes.length, 3);
  const ofTwo = echoesIn(
    releases(6, (n) => (n % 2 ? 'north' : 'south')),
    3,
  ).found;
  assert.deepEqual(ofTwo.get('2019-03-01-a')?.boilerplate, [], 'three of each office');
});

test('releases that have most statements in common are nearly the same, from both ends', () => {
  const { found } = echoesIn([
    { id: '2019-03-01-c', statements: [OIL, LAMPS, ABOUT] },
    { id: '2018-01-01-b', statements: [OIL, LAMPS_AGAIN, ABOUT, 'Lit.'] },
    { id: '2017-01-01-a', statements: [OIL] },
  ]);
  assert.deepEqual(found.get('2019-03-01-c')?.alike, ['2018-01-01-b']);
  assert.deepEqual(found.get('2018-01-01-b')?.alike, ['2019-03-01-c']);
  assert.deepEqual(found.get('2017-01-01-a')?.alike, []);
});

test('of a statement that very many releases have, the oldest are named, and whole releases still alike', () => {
  const made = Array.from({ length: MAX_ECHOES + 10 }, (_, n): Made => {
    const id = `2019-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}-a`;
    return {
      id,
      statements: [LAMPS, n % 2 ? OIL : `${OIL} Or not, as of late, since ${n}.`],
      office: `o${n}`,
    };
  });
  const { found } = echoesIn(made.toReversed());
  const [oldest, newest] = [made[0]?.id ?? '', made.at(-1)?.id ?? ''];
  const named = (id: string) =>
    (found.get(id)?.echoes ?? []).filter((echo) => echo.startsWith('s-0 = '));
  const places = made.map(({ id }) => `s-0 = ${id}#s-0`);
  assert.deepEqual(named(newest), places.slice(0, MAX_ECHOES));
  assert.deepEqual(named(oldest), places.slice(1, MAX_ECHOES + 1));
  const second = made[1]?.id ?? '';
  assert.ok(found.get(newest)?.alike.includes(second), 'the newest names an old one');
  assert.ok(found.get(second)?.alike.includes(made[3]?.id ?? ''), 'and old ones each other');
});

test('a release that was withdrawn neither names others nor is named', () => {
  const { found } = echoesIn([
    { id: '2019-03-01-c', statements: [LAMPS] },
    { id: '2018-01-01-b', statements: [LAMPS], isWithdrawn: true },
    { id: '2017-01-01-a', statements: [LAMPS] },
  ]);
  assert.deepEqual(found.get('2019-03-01-c')?.echoes, ['s-0 = 2017-01-01-a#s-0']);
  assert.deepEqual(found.get('2018-01-01-b')?.echoes, []);
});

/** Texts of few different words, so that many are the same or nearly so. */
const text = fc
  .tuple(
    fc.constantFrom(LAMPS, OIL, ABOUT),
    fc.nat(12),
    fc.constantFrom('', 'oil', 'the sea', 'lit'),
  )
  .map(([sentence, place, word]) => {
    const words = sentence.split(' ');
    if (word !== '') words[place] = word;
    return words.join(' ');
  });
const archive = fc
  .array(fc.array(text, { maxLength: 4 }), { maxLength: 8 })
  .map((releases) =>
    releases.map((statements, n): Made => ({ id: `2019-03-0${9 - n}-a`, statements })),
  );

test('exact echoes are those of a plain comparison, and near ones are near', () => {
  fc.assert(
    fc.property(archive, (made) => {
      const { found } = echoesIn(made);
      for (const { id, statements } of made) {
        const textAt = (place: string) => {
          const [release, statement = ''] = place.split('#s-');
          return made.find((one) => one.id === release)?.statements[Number(statement)] ?? '';
        };
        const expected = statements.map((own) =>
          made
            .filter((other) => other.id !== id && other.statements.includes(own))
            .map((one) => one.id),
        );
        const same: string[][] = statements.map(() => []);
        for (const echo of found.get(id)?.echoes ?? []) {
          const [, n = '', sign, place = ''] = /^s-(\d+) ([=≈]) (.*)$/.exec(echo) ?? [];
          const [own, other] = [statements[Number(n)] ?? '', textAt(place)];
          if (sign === '=') {
            assert.equal(own, other);
            same[Number(n)]?.unshift(place.split('#')[0] ?? '');
          } else {
            assert.notEqual(own, other);
            const [one, two] = [wordPairs(own), wordPairs(other)];
            assert.ok(one && two && areNear(one, two), `${own} / ${other}`);
          }
        }
        assert.deepEqual(same, expected);
      }
    }),
  );
});

test('what an earlier build knows changes nothing in what is found', () => {
  fc.assert(
    fc.property(archive, archive, (before, now) => {
      const { compared } = echoesIn(before);
      const fresh = echoesIn(now);
      assert.deepEqual(echoesIn(now, 10, compared).found, fresh.found);
      assert.equal(echoesIn(now, 10, fresh.compared).compared, undefined, 'nothing is new');
    }),
  );
});
