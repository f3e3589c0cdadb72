import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { GrowthMeter, MAX_RATIO } from './growth.ts';
import { PLACES, UNITS } from './inputs.ts';
import { SUBJECTS } from './subjects.ts';

/** What is likeliest to go wrong; `npm run trial -- growth` tries all, everywhere. */
const FEW = [
  ...'-–_.#*"(aA \n',
  '\t',
  '\u00a0',
  '- ',
  'A ',
  'Ab ',
  'a\n',
  'May 1, 2020 ',
  'Contact: ',
  '(916) 555-0101\n',
];
/** Where libraries of others do most of the work, only what is ours is tried. */
const READ = ['-', '_', 'A ', ' ', 'a\n'];
const ROWS: [subject: string, units: readonly string[], places: readonly (typeof PLACES)[number][]][] = [
  ['parse-release', FEW, [PLACES[1] ?? {}, PLACES[5] ?? {}]],
  ['parse-release, one block', UNITS, PLACES.slice(0, 1)],
  ['furniture', UNITS, PLACES.slice(0, 1)],
  ['reader of text', FEW, PLACES.slice(0, 1)],
  ['import of text', ['-', 'A '], PLACES.slice(1, 2)],
  ['reader of titles', ['-', ' - ', '| ', '— ', ' '], PLACES.slice(0, 1)],
  ['reader of mails', READ, PLACES.slice(0, 1)],
  ['reader of pages', READ, PLACES.slice(0, 1)],
  ['reader of Markdown', [...READ, '>', '> '], PLACES.slice(0, 1)],
  ['reader of Word files', READ, PLACES.slice(0, 1)],
  ['code of a field', [...FEW, '\\', '\\l ', '“', '"a" '], PLACES.slice(0, 1)],
  ['cells of a table', READ, PLACES.slice(0, 1)],
  ['lines of JSON', FEW, PLACES.slice(0, 1)],
  ['posts of WordPress', [...FEW, '[audio ', '<!--'], PLACES.slice(0, 1)],
  ['a field', READ, PLACES.slice(0, 1)],
  ['render-body', READ, PLACES.slice(0, 1)],
  ['excerpt', FEW, PLACES.slice(0, 1)],
  ['feed-html', FEW, PLACES.slice(0, 1)],
  ['slug', FEW, PLACES.slice(0, 1)],
  ['statement-id', FEW, PLACES.slice(0, 1)],
  ['duplicates', FEW, PLACES.slice(0, 1)],
  ['query-language', [...FEW, 'before:2019 ', 'office:a ', '-a '], PLACES.slice(0, 1)],
  ['search words', FEW, PLACES.slice(0, 1)],
  ['Chinese characters', [...FEW, '語', '、'], PLACES.slice(0, 1)],
  ['vocabulary', [...FEW, '<', '&a'], PLACES.slice(0, 1)],
]; // prettier-ignore

const meter = new GrowthMeter();
after(() => meter.close());

for (const [subject, units, places] of ROWS) {
  test(`${subject}: the work grows with the text, whatever is repeated in it`, async () => {
    assert.ok(subject in SUBJECTS);
    const steep: string[] = [];
    for (const place of places) {
      for (const unit of units) {
        const { ratio, time } = await meter.measure(subject, { ...place, unit });
        const result = ratio === Infinity ? 'does not end' : `${time.toFixed(0)} ms`;
        if (ratio > MAX_RATIO) steep.push(`${place.before ?? ''}${unit}${unit}${unit}…: ${result}`);
      }
    }
    assert.deepEqual(steep, []);
  });
}
