import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatDay,
  formatMonth,
  formatMonthName,
  formatWeekday,
  isDay,
  monthOf,
  today,
  yearOf,
} from '../../src/archive/day.ts';

const days = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test('a day is one that the calendar has', () => {
  for (const day of [
    '2017-11-22',
    '2016-02-29',
    '2000-02-29',
    '1999-12-31',
    '0099-01-01',
    '0004-02-29',
  ]) {
    assert.ok(isDay(day), day);
  }
  for (const day of [
    '2017-02-29',
    '2017-02-30',
    '1900-02-29',
    '2017-13-01',
    '2017-00-10',
    '0000-01-01',
  ]) {
    assert.ok(!isDay(day), day);
  }
});

test('a day is written as in 2017-11-22 and in no other way', () => {
  const others = ['2017-1-2', '20171122', '2017/11/22', '22-11-2017', '2017-11-22T00:00:00'];
  for (const text of [...others, '', ' 2017-11-22', '2017-11-22\n', '٢٠١٧-11-22']) {
    assert.ok(!isDay(text), text);
  }
});

test('every day that the calendar has is a day', () => {
  fc.assert(fc.property(days, (date) => assert.ok(isDay(date.toISOString().slice(0, 10)))));
});

test('a day is shown in the order and the words of a language', () => {
  assert.equal(formatDay('2017-11-22', 'en'), 'November 22, 2017');
  assert.equal(formatDay('2017-11-22', 'es'), '22 de noviembre de 2017');
  assert.equal(formatDay('2017-11-22', 'vi'), '22 tháng 11, 2017');
  assert.equal(formatWeekday('2017-11-22', 'en'), 'Wednesday, November 22, 2017');
  assert.equal(formatMonth('2017-11', 'en'), 'November 2017');
  assert.equal(formatMonth('2017-11-22', 'en'), 'November 2017');
  assert.equal(formatMonthName('2017-11', 'en'), 'November');
});

test('the day shown is the day written', () => {
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const [, month, date2, year] = /^(\w+) (\d+), (\d+)$/.exec(formatDay(day, 'en')) ?? [];
      assert.equal(Number(year), Number(yearOf(day)));
      assert.equal(Number(date2), Number(day.slice(8)));
      assert.equal(month, formatMonthName(monthOf(day), 'en'));
    }),
  );
});

test('today is the day in the time zone of the site', () => {
  const instant = Date.parse('2017-11-23T02:00:00Z');
  assert.equal(today(instant, 'America/Los_Angeles'), '2017-11-22');
  assert.equal(today(instant, 'UTC'), '2017-11-23');
  assert.equal(today(Date.parse('2017-12-31T12:00:00Z'), 'Pacific/Kiritimati'), '2018-01-01');
});
