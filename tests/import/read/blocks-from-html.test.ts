import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { blocksFromHtml } from '../../../src/import/read/blocks-from-html.ts';

test('a list in a cell becomes lines, with the numbers that it shows', () => {
  const story =
    '<p>The keepers of all nine lighthouses wrote down what they do each evening of the year.</p>';
  const cell =
    '<ol start="3"><li>light the lamp<ul><li>with oil</li></ul></li><li>ring the bell</li></ol>';
  const tree = fromHtml(`${story}<table><tr><td>Evening</td><td>${cell}</td></tr></table>`, {
    fragment: true,
  });
  const { blocks } = blocksFromHtml(tree);
  assert.equal(blocks.at(-1)?.text.trim(), 'Evening 3. light the lamp\nwith oil\n4. ring the bell');
});

test('raised words stay in the line of a list or a box', () => {
  const line = 'rooms of 12 m<sup>2</sup> and <u>one <sup>more</sup></u>';
  const tree = fromHtml(`<ul><li>${line}</li></ul><div>${line}</div>`, { fragment: true });
  const { blocks } = blocksFromHtml(tree);
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ['rooms of 12 m2 and one more', 'rooms of 12 m2 and one more'],
  );
});

test('words in no element, with line breaks alone between them, keep their lines', () => {
  const lines = 'FOR IMMEDIATE RELEASE<br>May 3, 2016<br><br><b>Ferry</b> at Night<br><br>It runs.';
  const { blocks } = blocksFromHtml(fromHtml(lines, { fragment: true }));
  assert.deepEqual(
    blocks.map(({ text }) => text.trim()),
    ['FOR IMMEDIATE RELEASE\nMay 3, 2016', 'Ferry at Night', 'It runs.'],
  );
});

const PROSE =
  'SAMPLETON - The night ferry will run from June on, Senator Sam Sample\nannounced today, after both towns had asked for it for years and had\ncounted those who walk across the bridge in the rain.';

test('preformatted text that is prose becomes paragraphs, columns and all', () => {
  const page = `<pre>\nMay 3, 1997          (916) 555-0101\n\n     <b>NIGHT FERRY</b>\n\n${PROSE}\n\nSee <a href="https://example.org/">the plan</a>.\n</pre>`;
  const { blocks, warnings } = blocksFromHtml(fromHtml(page, { fragment: true }));
  assert.deepEqual(
    blocks.map(({ text }) => text.trim()),
    [
      `May 3, 1997${'\u00a0'.repeat(10)}(916) 555-0101`,
      'NIGHT FERRY',
      PROSE.replaceAll('\n', ' '),
      'See the plan.',
    ],
  );
  assert.match(warnings.join(), /Links in preformatted text became text: https:\/\/example\.org\//);
});

test('preformatted text that is a table or code stays', () => {
  for (const inner of ['Town       Lamps\nSampleton  9', `<code>${PROSE}</code>`]) {
    const { blocks } = blocksFromHtml(fromHtml(`<pre>${inner}</pre>`, { fragment: true }));
    assert.deepEqual(blocks.map(({ node }) => node.type), ['code']);
  } // prettier-ignore
});
