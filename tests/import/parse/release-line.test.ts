import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseLineAt } from '../../../src/import/parse/release-line.ts';

test('an embargo with day, hour and zone is an instant', () => {
  const line = releaseLineAt('EMBARGOED UNTIL 9:00 A.M. PST, NOVEMBER 22, 2017');
  assert.equal(line?.embargo, '2017-11-22T09:00:00-08:00');
  assert.equal(
    releaseLineAt('Embargoed until 9 a.m. Pacific, July 4, 2018')?.embargo,
    '2018-07-04T09:00:00-07:00',
  );
  assert.equal(releaseLineAt('Embargoed until noon, July 4, 2018')?.embargo, undefined);
  assert.equal(releaseLineAt('For Immediate Release: the day')?.until, undefined);
});
