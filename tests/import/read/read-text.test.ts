import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textBlocks } from '../../../src/import/read/read-text.ts';

test('lines are joined only where they were certainly one', () => {
  const wrapped =
    'Senator Sam Sample today opened the first of nine lighthouses of the\nSample Coast to everyone who is able to climb its two hundred stairs\nand to come down again.';
  assert.equal(textBlocks(wrapped).length, 1);
  assert.ok(!textBlocks(wrapped)[0]?.text.includes('\n'));
  const address = 'Office of Senator Sample\n1 Made-up Plaza\nSampleton';
  assert.equal(textBlocks(address)[0]?.text, address);
});

test('typewritten paragraphs begin with an indent, without a blank line between them', () => {
  const typed = [
    '     SAMPLETON - The night ferry will run from June on, Senator Sam',
    'Sample announced today, after both towns had asked for it for well-',
    'nigh ten years and had counted those who walk across the bridge.',
    '     The council of the harbor votes on the fares in May, and the ferry',
    'office answers questions at its counter.',
    '                              -30-',
  ];
  const texts = textBlocks(typed.join('\n')).map(({ text }) => text.trim());
  assert.equal(texts.length, 3);
  assert.match(texts[0] ?? '', /^SAMPLETON .* Senator Sam Sample .* for well-nigh ten years .*bridge\.$/);
  assert.match(texts[1] ?? '', /and the ferry office answers/);
  assert.equal(texts[2], '-30-');
}); // prettier-ignore

test('lines of an address that are indented stay lines', () => {
  const address = 'Office of Senator Sample\n   1 Made-up Plaza\nSampleton';
  assert.equal(textBlocks(address)[0]?.text, address);
});

test('a line of the head is never joined with the next one, however full it is', () => {
  const blocks = textBlocks(
    'EMBARGOED UNTIL 10:00 A.M. EDT, TUESDAY, OCTOBER 1, 2013 IN ALL\nTechnical information: (202) 555-0140 or towers@harbors.example\nMedia contact: Casey Keeper, (202) 555-0141, in Sampleton too\nThe end of it',
  );
  assert.match(blocks.map(({ text }) => text).join('|'), /2013 IN ALL[\n|]Technical/);
});
