import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateInName, findDates } from '../../../src/import/parse/find-date.ts';

const DAYS: [string, string | undefined][] = [
  ['Friday, June 15, 2007', '2007-06-15'],
  ['June 15th 2007', '2007-06-15'],
  ['Sept. 4, 2012', '2012-09-04'],
  ['15 June 2007', '2007-06-15'],
  ['viernes 15 de junio de 2007', '2007-06-15'],
  ['6/15/2007', '2007-06-15'],
  ['06-15-07', '2007-06-15'],
  ['06 15 2007', '2007-06-15'],
  ['06 15 07', '2007-06-15'],
  ['06 15 07 200', undefined],
  ['the 15th day of June, 2007', '2007-06-15'],
  ['June the 15th, 2007', '2007-06-15'],
  ['15June2007', '2007-06-15'],
  ['vendredi 15 juin 2007', '2007-06-15'],
  ['le 1er août 2007', '2007-08-01'],
  ['Freitag, den 15. Juni 2007', '2007-06-15'],
  ['3. März 2007', '2007-03-03'],
  ['15 de março de 2007', '2007-03-15'],
  ['ngày 15 tháng 6 năm 2007', '2007-06-15'],
  ['Th 6, 15 thg 6, 2007', '2007-06-15'],
  ['15 июня 2007 года', '2007-06-15'],
  ['15 червня 2007', '2007-06-15'],
  ['15 czerwca 2007 r.', '2007-06-15'],
  ['ika-15 ng Hunyo 2007', '2007-06-15'],
  ['model-15 June 2007', undefined],
  ['110年3月15日', '2021-03-15'],
  ['89年6月4日', undefined], // 1989, or the 89th year of the Republic
  ['令和3年3月15日', '2021-03-15'],
  ['令和３年３月１５日', '2021-03-15'],
  ['平成元年6月1日', '1989-06-01'],
  ['15 ng Hunyo 2007', '2007-06-15'],
  ['15 Mehefin 2007', '2007-06-15'],
  ['15 Meitheamh 2007', '2007-06-15'],
  ['2007年6月15日', '2007-06-15'],
  ['新聞稿2007年6月15日發', '2007-06-15'],
  ['民國96年6月15日', '2007-06-15'],
  ['2007년 6월 15일', '2007-06-15'],
  ['2007-06-15', '2007-06-15'],
  ['31/12/2007', '2007-12-31'],
  ['February 30, 2007', undefined],
  ['June 2007', undefined],
  ['916 555 0123', undefined],
];
for (const [text, day] of DAYS) {
  test(`${text} is ${day ?? 'no day'}`, () => assert.equal(findDates(text)[0]?.day, day));
}

test('a day of figures that may be read in two ways is less sure', () => {
  assert.ok(
    (findDates('05/06/2009')[0]?.confidence ?? 1) < (findDates('05/16/2009')[0]?.confidence ?? 0),
  );
});

test('a file’s name gives a day only if it names one', () => {
  assert.equal(dateInName('2007-06-15 bridge.docx'), '2007-06-15');
  assert.equal(dateInName('20070615_bridge.docx'), '2007-06-15');
  assert.equal(dateInName('bridge 2007.docx'), undefined);
  assert.equal(dateInName('2007-06-15 to 2007-06-18.docx'), undefined);
});
