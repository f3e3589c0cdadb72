import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument, releaseOf } from '../../../src/import/convert/convert-document.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { measureFields } from '../../bench/import/fields.ts';
import { CORPUS, hasLabels } from '../../bench/import/labels.ts';

const read = (text: string) => releaseOf(textDocument(text));
const STORY =
  'SAMPLETON – Senator Sam Sample today opened the first of nine lighthouses of the Sample Coast to all who can climb its stairs.\n\nThe others follow in May, one each week, as their keepers have swept them.';

test('a contact at the top, with release line, day and a line below the headline', () => {
  const { fields, story, lines } = read(
    `FOR IMMEDIATE RELEASE\nMay 3, 2018\n\nCONTACT:\nCasey Contact\nPress Secretary\n(916) 555-0101\n\nSenator Sample Opens the First of Nine Lighthouses\nKeepers sweep the stairs every morning\n\n${STORY}\n\n# # #\n`,
  );
  assert.equal(fields.title, 'Senator Sample Opens the First of Nine Lighthouses');
  assert.equal(fields.subtitle, 'Keepers sweep the stairs every morning');
  assert.equal(fields.date, '2018-05-03');
  assert.equal(fields.dateline, 'SAMPLETON');
  assert.deepEqual(
    fields.contact?.map(({ name, title, phone }) => [name, title, phone]),
    [['Casey Contact', 'Press Secretary', '(916) 555-0101']],
  );
  assert.equal(fields.endMark, '# # #');
  assert.ok(story.startsWith('Senator Sam Sample today') && story.endsWith('have swept them.'));
  assert.deepEqual(lines, {
    title: 9,
    subtitle: 10,
    date: 2,
    dateline: 12,
    contact: 4,
    endMark: 16,
  });
});

test('a headline in capitals is kept as issued; two people at the end', () => {
  const { fields, story } = read(
    'SEN. SAMPLE OPENS LIGHTHOUSES\n  Sen. Sam Sample (D-Sampleton) today opened nine lighthouses to all who can climb their stairs.\n   Contact: Casey Contact and Riley Wire, 916/555-0101.\n \n',
  );
  assert.equal(fields.title, 'SEN. SAMPLE OPENS LIGHTHOUSES');
  assert.deepEqual(
    fields.contact?.map(({ name }) => name),
    ['Casey Contact', 'Riley Wire'],
  );
  assert.equal(
    story,
    'Sen. Sam Sample (D-Sampleton) today opened nine lighthouses to all who can climb their stairs.',
  );
});

test('a page that was saved as one line without punctuation', () => {
  const gap = ' '.repeat(40);
  const { fields, story, leftOut } = read(
    `${gap}Press Room${gap}Sample Opens Nine Lighthouses${gap}May 3  2018  SAMPLETON  CA    Senator Sam Sample  D CA  today opened nine lighthouses on the Sample Coast to all who can climb their many stairs and who bring no lamps of their own         The keepers sweep the stairs every morning before the doors open and again at night${gap}May 2018 Press Releases${gap}Current record${gap}`,
  );
  assert.equal(fields.title, 'Sample Opens Nine Lighthouses');
  assert.equal(fields.date, '2018-05-03');
  assert.equal(fields.dateline, 'SAMPLETON CA');
  assert.ok(story.startsWith('Senator Sam Sample D CA today'));
  assert.ok(story.endsWith('and again at night'));
  assert.ok(
    leftOut.some(({ text, reason }) => text === 'Current record' && reason.includes('furniture')),
  );
});

const PLAIN =
  'Senator Sam Sample D CA today opened nine lighthouses on the Sample Coast to all who can climb their many stairs and who bring no lamps of their own The keepers sweep the stairs every morning before the doors open and again at night';

test('a page whose gaps were lost too: furniture and contact are known by their words', () => {
  const { fields, story, confidence } = read(
    `Senator Sam Sample Press Room News Releases Contact Casey Contact 916 555 0101 or Riley Wire 916 555 0102 Date 05 03 2018 Sample Opens Nine Lighthouses WASHINGTON ${PLAIN} 30 May 2018 Press Releases Browse by Current record\n`,
  );
  assert.equal(fields.title, 'Sample Opens Nine Lighthouses');
  assert.equal(fields.date, '2018-05-03');
  assert.equal(fields.dateline, 'WASHINGTON');
  assert.equal(fields.endMark, '30');
  assert.deepEqual(
    fields.contact?.map(({ name, phone }) => [name, phone]),
    [
      ['Casey Contact', '916 555 0101'],
      ['Riley Wire', '916 555 0102'],
    ],
  );
  assert.equal(story, PLAIN);
  assert.ok(confidence.title > 0.8);
});

test('a headline that ran together with its neighbours is in doubt; furniture alone is none', () => {
  const ranTogether = read(
    `Sample Opens Nine Lighthouses Keepers Sweep Stairs Every Morning News Release of the Office 05 03 2018 WASHINGTON ${PLAIN}\n`,
  );
  assert.ok(ranTogether.confidence.title < 0.8);
  const none = read(`Latest News TOPICS Latest News FOR IMMEDIATE RELEASE May 3 2018 ${PLAIN}\n`);
  assert.deepEqual([none.fields.title, none.fields.date], [null, '2018-05-03']);
});

test('where a story begins at once, its first sentence and a day in it are in doubt', () => {
  const sentence = read(
    'Sen. Sample and Sen. Specimen today applauded that nine lighthouses are open to all. Keepers sweep the stairs, and they light the lamps. They thank the town.\n',
  );
  assert.ok(sentence.fields.title === null || sentence.confidence.title < 0.8);
  const day = read(
    'None of the keepers will forget March 2, 1998. They will always remember where they stood, and who stood with them.\n',
  );
  assert.ok(day.fields.date === null || day.confidence.date < 0.8);
  assert.ok(day.fields.title === null || day.confidence.title < 0.8);
  const sure = read('Nine Lighthouses Open May 3, 2018 WASHINGTON – Nine lighthouses are open.\n');
  assert.equal(sure.fields.date, '2018-05-03');
  assert.ok(sure.confidence.date >= 0.8);
});

test('a beginning that an earlier line contains is the headline, the rest the line below it', () => {
  const { fields } = read(
    `Senator Sam Sample Opens Nine Lighthouses for All Sample Opens Nine Lighthouses for All 05 03 2018 News Release Sample Opens Nine Lighthouses for All Keepers Sweep the Stairs WASHINGTON ${PLAIN}\n`,
  );
  assert.equal(fields.title, 'Sample Opens Nine Lighthouses for All');
  assert.equal(fields.subtitle, 'Keepers Sweep the Stairs');
});

for (const end of ['at least 30', 'by September 30', 'on page 30', 'as much as 30']) {
  test(`“${end}” ends a story, and is no end mark`, () => {
    const { fields, story } = read(`Nine Lighthouses Open\n\nWASHINGTON ${PLAIN} ${end}\n`);
    assert.equal(fields.endMark, null);
    assert.ok(story.endsWith(end));
  });
}

test('a repeated headline is left out once', () => {
  const { fields, leftOut } = read(
    `Office of Senator Sample\nSample Opens Nine Lighthouses\n\nNews Release\n\nSample Opens Nine Lighthouses\n\nMay 3, 2018\n\n${STORY}`,
  );
  assert.equal(fields.title, 'Sample Opens Nine Lighthouses');
  assert.ok(leftOut.some(({ reason }) => reason === 'the headline, repeated'));
});

test('a day within the story is no day of issue', () => {
  const { fields } = read(
    'SAMPLE WRITES TO THE KEEPERS\n  Sen. Sam Sample wrote to the keepers of the lighthouses on Friday, and the letter follows here in full.\n   May 3, 2018\n   Dear keepers, the stairs are swept so well that nobody slips on them any more.\n   Sincerely,\n   Sam Sample\n',
  );
  assert.equal(fields.date, null);
});

test('what the text does not hold is null, and words below the end mark stay', () => {
  const { fields, text } = read(
    `Nine Lighthouses Open\n\n${STORY}\n\n###\n\nAbout Senator Sample: he lives in a lighthouse, and has for thirty years.`,
  );
  assert.equal(fields.contact, null);
  assert.equal(fields.subtitle, null);
  assert.equal(fields.endMark, '###');
  assert.ok(text.endsWith('and has for thirty years.'));
});

test(
  'real releases are read as a careful reader reads them',
  { skip: !hasLabels && 'no labelled releases here' },
  async () => {
    const results = await measureFields(CORPUS);
    for (const [field, of] of Map.groupBy(results, (result) => result.field)) {
      const clear = of.filter(({ isClear }) => isClear);
      const share = (list: typeof of) => list.filter(({ isRight }) => isRight).length / list.length;
      assert.ok(share(clear) >= (field === 'date' ? 0.98 : 0.95), `${field}: ${share(clear)}`);
      assert.ok(share(of) >= 0.85, `${field}: ${share(of)}`);
    }
  },
);

test('a day with an hour is that of the meeting which a notice announces; elsewhere it is the day of issue', () => {
  const below =
    'May 3, 2018, 6:00 p.m.\n\nThe keepers meet to hear what the town says about its tower.\n';
  const notice = read(`NOTICE OF REGULAR MEETING\n\n${below}`);
  assert.ok(notice.confidence.date < 0.8, String(notice.confidence.date));
  const release = read(`Keepers Open the Old Tower\n\n${below}`);
  assert.equal(release.fields.date, '2018-05-03');
  assert.ok(release.confidence.date >= 0.8);
});

test('a heading with the name of the office is none of a headline below it', async () => {
  const page = `<h2>City of Sampleton</h2><p>May 3, 2018</p><h3>Old Tower Opens Its Doors</h3><p>${STORY}</p>`;
  const { fields } = await convertDocument(Buffer.from(page), 'html');
  assert.equal(fields.title, 'Old Tower Opens Its Doors');
});
