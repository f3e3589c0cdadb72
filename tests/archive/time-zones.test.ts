import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { madeRelease } from '../support/made-release.ts';

/** Reads releases, and says what their days have come to. */
const PROGRAM = `
import { formatDay, formatWeekday } from './src/archive/day.ts';
import { readRelease } from './src/archive/release.ts';
const days = process.argv.slice(1).map((text) => {
  const { date, withdrawn } = readRelease(Buffer.from(text), '2017-11-22-a.md').release;
  return [date, withdrawn.date, formatDay(date, 'en'), formatWeekday(date, 'en')];
});
const offset = new Date(2017, 10, 22).getTimezoneOffset();
console.log(JSON.stringify({ offset, days }));
`;

const zones = { 'America/Los_Angeles': 480, 'Asia/Tokyo': -540 };

for (const [zone, offset] of Object.entries(zones)) {
  test(`in ${zone} a day is the day that is written, in quotation marks or without`, async () => {
    const texts = ['2017-11-22', '"2017-11-22"', "'2017-11-22'"].map((date) =>
      madeRelease({ date, withdrawn: `{ date: ${date}, reason: A. }` }),
    );
    const args = ['--input-type=module', '--eval', PROGRAM, '--', ...texts];
    const env = { ...process.env, TZ: zone };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const day = ['2017-11-22', '2017-11-22', 'November 22, 2017', 'Wednesday, November 22, 2017'];
    assert.deepEqual(JSON.parse(stdout), {
      offset, // so the zone was in force
      days: [day, day, day],
    });
  });
}
