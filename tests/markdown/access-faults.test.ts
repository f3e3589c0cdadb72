import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInCapitals } from '../../src/archive/access-fault.ts';
import { accessFaults } from '../../src/markdown/access-faults.ts';

/** What is found in a text, as `line kind`; its first line is 1. */
const found = (markdown: string) =>
  accessFaults(markdown, 1, 'a.md').faults.map(({ line, kind }) => `${line} ${kind}`);

test('a picture needs words that are not the name of its file', () => {
  const faulty = [
    '![](/media/bridge.jpg)',
    '![ ](/media/bridge.jpg)',
    '![bridge.jpg](/media/bridge.jpg)',
    '![Foot Bridge](/media/2019/foot-bridge.png)',
    '![IMG_2041.JPG](/media/a.jpg)',
    '<img src="/media/bridge.jpg">',
  ];
  for (const picture of faulty)
    assert.deepEqual(found(`Words.\n\n${picture}`), ['3 picture'], picture);
  assert.deepEqual(found('![The footbridge on its opening day](/media/bridge.jpg)'), []);
});

test('a link says where it leads, in any of the languages', () => {
  const faulty = [
    'Read it [here](/a/).',
    '[Click here!](https://example.org/)',
    '[“Read more”](/a/)',
    '[Haga clic aquí](/a/)',
    '[Cliquez ici](/a/)',
    '[tại đây](/a/)',
    '[請按此](/a/)',
    'Nothing: [](https://example.org/)',
    '[![](/media/a.png)](/a/)',
  ];
  for (const link of faulty) assert.ok(found(link).includes('1 link'), link);
  const right = [
    '[The bill as amended](/a/)',
    '[Here are the maps of all wards](/a/)',
    '[![The seal of the office](/media/seal.png)](/a/)',
    '<https://example.org/letter>',
    'A note.[^1]\n\n[^1]: Below.',
  ];
  for (const link of right) assert.deepEqual(found(link), [], link);
});

test('a table needs a head with words', () => {
  assert.deepEqual(found('Words.\n\n| | |\n| --- | --- |\n| Monday | 9 |'), ['3 table']);
  assert.deepEqual(found('<table><tr><td>Monday</td><td>9</td></tr></table>'), ['1 table']);
  assert.deepEqual(found('| day | hour |\n| --- | --- |\n| Monday | 9 |'), []);
});

test('headings go down one rank at a time, from the headline on', () => {
  assert.deepEqual(found('## One\n\n#### Two'), ['3 heading']);
  assert.deepEqual(found('#### Two'), ['1 heading']);
  assert.deepEqual(found('# One\n\n### Three'), []); // the page makes both fit below the headline
  assert.deepEqual(found('## One\n\n### Two\n\n## Three\n\nA note.[^1]\n\n[^1]: Below.'), []);
});

test('paragraphs, items and headings in capitals are named; labels, names and other scripts are not', () => {
  const loud = 'THE FERRY WILL NOT SAIL ON MONDAY';
  for (const text of [
    loud,
    `- ${loud}`,
    `## ${loud}`,
    `> ${loud}`,
    'EL TRANSBORDADOR NO SALDRÁ MAÑANA',
  ]) {
    assert.deepEqual(found(`Words.\n\n${text}`), ['3 capitals'], text);
  }
  const quiet = [
    'SACRAMENTO, CA',
    'FOR IMMEDIATE RELEASE',
    'AB 12, SB 54, H.R. 1',
    '新聞稿由本辦公室發布',
  ];
  for (const text of [...quiet, `${loud} at noon.`]) assert.deepEqual(found(text), [], text);
  assert.ok(isInCapitals('SENATOR OPENS BRIDGE'));
  assert.ok(!isInCapitals('AB 12 PASSES'));
});

test('lines are those of the file, and media are listed with them', () => {
  const text = 'Words.\n\nSee the [map](/media/maps/a%20b.pdf) and\n![A gauge](/media/gauge.png).';
  assert.deepEqual(accessFaults('Words.\n\n[here](/a/)', 10, 'a.md').faults[0]?.line, 12);
  assert.deepEqual(accessFaults(text, 10, 'a.md').media, [
    { path: 'maps/a b.pdf', line: 12 },
    { path: 'gauge.png', line: 13 },
  ]);
});
