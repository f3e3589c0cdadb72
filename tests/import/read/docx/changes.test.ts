import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertBody, paragraph, part, reasons, run } from './word-file.ts';

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

test('items of a list in a deleted row do not count', async () => {
  const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const row = (text: string, properties = '') =>
    `<w:tr>${properties}<w:tc>${paragraph('', item)}</w:tc><w:tc>${paragraph(text)}</w:tc></w:tr>`;
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>';
  const numbering = part(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  );
  const { body, account } = await convertBody(
    `<w:tbl>${row('North')}${row('South', `<w:trPr><w:del ${BY}/></w:trPr>`)}${row('West')}</w:tbl>`,
    { parts: { 'word/numbering.xml': numbering } },
  );
  assert.match(body, /\| \(a\) \| North \|\n\| \(b\) \| West {2}\|$/);
  assert.deepEqual(account.missing, []);
});

test('a cell is not wider than a table can be', async () => {
  const cell = `<w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr>${paragraph('North')}</w:tc>`;
  const row = ['left', 'right'].map((word) => `<w:tc>${paragraph(word)}</w:tc>`).join('');
  const { body } = await convertBody(`<w:tbl><w:tr>${row}</w:tr><w:tr>${cell}</w:tr></w:tbl>`);
  assert.equal(body.split('\n').at(-1)?.match(/\|/g)?.length, 64);
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
