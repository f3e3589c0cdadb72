import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { madeRelease } from '../support/made-release.ts';

const PROGRAM = `
import { formatDay, formatWeekday } from './src/archive/day.ts';
import { readRelease } from './src/archive/release.ts';
const { release } = readRelease(Buffer.from(process.argv[1]), '2017-11-22-a.md');
const { date, withdrawn } = release;
const offset = new Date(2017, 10, 22).getTimezoneOffset();
const shown = [formatDay(date, 'en'), formatWeekday(date, 'en')];
console.log(JSON.stringify({ offset, date, withdrawn: withdrawn.date, shown }));
`;

const zones = { 'America/Los_Angeles': 480, 'Asia/Tokyo': -540, 'Pacific/Kiritimati': -840 };

for (const [zone, offset] of Object.entries(zones)) {
  for (const date of ['2017-11-22', '"2017-11-22"']) {
    test(`in ${zone} the day ${date} stays the day that it is`, async () => {
      const text = madeRelease({ date, withdrawn: `{ date: ${date}, reason: A. }` });
      const args = ['--input-type=module', '--eval', PROGRAM, '--', text];
      const env = { ...process.env, TZ: zone };
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      assert.deepEqual(JSON.parse(stdout), {
        offset, // so the zone was in force
        date: '2017-11-22',
        withdrawn: '2017-11-22',
        shown: ['November 22, 2017', 'Wednesday, November 22, 2017'],
      });
    });
  }
}
