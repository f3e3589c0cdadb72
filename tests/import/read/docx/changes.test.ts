import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertBody, paragraph, reasons, run } from './word-file.ts';

const BY = 'w:id="1" w:author="a" w:date="2016-03-14T00:00:00Z"';
const gone = (text: string) =>
  `<w:del ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const DELETED = ' deleted by a tracked change';

test('insertions and moves are read where they are now', async () => {
  const converted = await convertBody(
    paragraph(`${run('Lamps, ')}<w:ins ${BY}>${run('bells')}</w:ins>${gone('horns')}${run('.')}`) +
      paragraph(`<w:moveFrom ${BY}>${run('Moved. ')}</w:moveFrom>${run('Here.')}`) +
      paragraph(`<w:moveTo ${BY}>${run('Moved. ')}</w:moveTo>${run('There.')}`),
  );
  assert.equal(converted.body, 'Lamps, bells.\n\nHere.\n\nMoved. There.');
  assert.deepEqual(reasons(converted), [
    `horns:${DELETED}`,
    'Moved.: moved elsewhere by a tracked change',
  ]);
  assert.match(converted.warnings.join('\n'), /tracked changes, which count as accepted/);
});

test('a paragraph whose mark was deleted goes on in the next', async () => {
  const converted = await convertBody(
    paragraph(run('One '), `<w:rPr><w:del ${BY}/></w:rPr>`) + paragraph('line.'),
  );
  assert.equal(converted.body, 'One line.');
});

test('a deleted paragraph, row and cell leave nothing', async () => {
  const cell = (text: string, properties = '') =>
    `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${paragraph(text)}</w:tc>`;
  const converted = await convertBody(
    paragraph(gone('Not this.'), `<w:rPr><w:del ${BY}/></w:rPr>`) +
      paragraph('This.') +
      `<w:tbl><w:tr>${cell('North')}${cell('lamp')}</w:tr><w:tr><w:trPr><w:del ${BY}/></w:trPr>${cell('South')}${cell('bell')}</w:tr>` +
      `<w:tr>${cell('West')}${cell('horn', `<w:cellDel ${BY}/>`)}</w:tr></w:tbl>` +
      `<w:del ${BY}>${paragraph('Nor this.')}</w:del>`,
  );
  assert.equal(
    converted.body,
    'This.\n\n|       |      |\n| ----- | ---- |\n| North | lamp |\n| West  |      |',
  );
  assert.deepEqual(reasons(converted), [`Not this. South bell horn Nor this.:${DELETED}`]);
});

test('words in a cell that is merged into the one above are reported', async () => {
  const cell = (text: string, merge: string) =>
    `<w:tc><w:tcPr><w:vMerge${merge}/></w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (left: string, right: string) =>
    `<w:tr>${left}<w:tc>${paragraph(right)}</w:tc></w:tr>`;
  const converted = await convertBody(
    `<w:tbl>${row(cell('North', ' w:val="restart"'), 'lamp')}${row(cell('left over', ''), 'bell')}</w:tbl>`,
  );
  assert.match(converted.body, /^\| North \| lamp \|\n\| {7}\| bell \|$/m);
  assert.deepEqual(reasons(converted), [
    'left over: in a cell that is merged into another, which Word does not show',
  ]);
});
