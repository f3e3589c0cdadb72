import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertBody, paragraph, part } from './word-file.ts';

const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const restart = (depth: number, start: number) =>
  `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const item = (text: string, id: number, depth = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

const convertList = async (items: string[], numbering: string[], styles = '') => {
  const parts: Record<string, string> = {
    'word/numbering.xml': part('numbering', numbering.join('')),
  };
  if (styles !== '') parts['word/styles.xml'] = part('styles', styles);
  return convertBody(items.join(''), { parts });
};

const DECIMAL = definition(1, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '(%2)'));

const LISTS: [string, string[], string[], string][] = [
  [
    'that goes on after a paragraph keeps counting',
    [item('Oil the hinge.', 1), paragraph('Wait an hour.'), item('Open the door.', 1)],
    [DECIMAL, list(1, 1)],
    '1. Oil the hinge.\n\nWait an hour.\n\n2. Open the door.',
  ],
  [
    'begins where it is told to',
    [item('The fifth stair.', 1), item('The sixth stair.', 1)],
    [DECIMAL, list(1, 1, restart(0, 5))],
    '5. The fifth stair.\n6. The sixth stair.',
  ],
  [
    'of the same definition begins again only if it says so',
    [item('One.', 1), item('Two.', 2), item('One again.', 3)],
    [DECIMAL, list(1, 1), list(2, 1), list(3, 1, restart(0, 1))],
    '1. One.\n2. Two.\n\n1) One again.',
  ],
  [
    'with letters below numbers begins them again',
    [
      item('North', 1),
      item('lamp', 1, 1),
      item('bell', 1, 1),
      item('South', 1),
      item('horn', 1, 1),
    ],
    [DECIMAL, list(1, 1)],
    '1. North\n\n(a) lamp\n\n(b) bell\n\n2. South\n\n(a) horn',
  ],
  [
    'of sections has its words before each',
    [item('The lamps are lit.', 1), item('The bells are rung.', 1)],
    [definition(1, level(0, 'decimal', 'Section %1:')), list(1, 1)],
    'Section 1: The lamps are lit.\n\nSection 2: The bells are rung.',
  ],
  [
    'counts in Roman numerals with the level above',
    [item('Harbor', 1), item('Pier', 1, 1), item('Quay', 1, 1)],
    [definition(1, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2')), list(1, 1)],
    'I. Harbor\n\nI.1 Pier\n\nI.2 Quay',
  ],
  [
    'writes all levels in decimals where it is legal numbering',
    [item('Harbor', 1), item('Pier', 1, 1)],
    [
      definition(
        1,
        level(0, 'upperRoman', 'Article %1'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
      ),
      list(1, 1),
    ],
    'Article I Harbor\n\n1.1 Pier',
  ],
  [
    'writes decimals with a zero where legal numbering has them',
    [item('Harbor', 1), item('Pier', 1, 1)],
    [
      definition(
        1,
        level(0, 'upperRoman', 'Article %1.'),
        level(1, 'decimalZero', 'Section %1.%2', '<w:isLgl/>'),
      ),
      list(1, 1),
    ],
    'Article I. Harbor\n\nSection 1.01 Pier',
  ],
  [
    'has nothing for a level with bullets above it',
    [item('lamps', 1), item('of brass', 1, 1)],
    [definition(1, level(0, 'bullet', '●'), level(1, 'decimal', '%1(%2)')), list(1, 1)],
    '- lamps\n\n(1) of brass',
  ],
  [
    'whose second level never begins again',
    [item('A', 1), item('x', 1, 1), item('B', 1), item('y', 1, 1)],
    [
      definition(
        1,
        level(0, 'upperLetter', '%1)'),
        level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'),
      ),
      list(1, 1),
    ],
    'A) A\n\n1\\) x\n\nB) B\n\n2\\) y',
  ],
  [
    'with bullets inside bullets',
    [item('lamps', 1), item('of brass', 1, 1), item('bells', 1)],
    [definition(1, level(0, 'bullet', '●'), level(1, 'bullet', '○')), list(1, 1)],
    '- lamps\n  - of brass\n- bells',
  ],
  [
    'without a mark is a paragraph',
    [item('lamps', 1), item('bells', 1)],
    [definition(1, level(0, 'none', '')), list(1, 1)],
    'lamps\n\nbells',
  ],
  [
    'with nothing between number and text',
    [item('lamps', 1)],
    [definition(1, level(0, 'decimal', '§%1', '<w:suff w:val="nothing"/>')), list(1, 1)],
    '§1lamps',
  ],
];
for (const [what, items, numbering, expected] of LISTS) {
  test(`a list ${what}`, async () => {
    const { body, account, problems } = await convertList(items, numbering);
    assert.equal(body, expected);
    assert.deepEqual(account.missing, []);
    assert.deepEqual(problems, []);
  });
}

test('a style puts a paragraph into a list, and a paragraph can leave it', async () => {
  const style =
    '<w:style w:type="paragraph" w:styleId="Steps"><w:name w:val="Steps"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const numbering = [
    definition(1, level(0, 'decimal', 'Step %1.', '<w:pStyle w:val="Steps"/>')),
    list(1, 1),
  ];
  const { body } = await convertList(
    [
      paragraph('Knock.', '<w:pStyle w:val="Steps"/>'),
      paragraph(
        'Nobody answers.',
        '<w:pStyle w:val="Steps"/><w:numPr><w:numId w:val="0"/></w:numPr>',
      ),
      paragraph('Ring.', '<w:pStyle w:val="Steps"/>'),
    ],
    numbering,
    style,
  );
  assert.equal(body, 'Step 1. Knock.\n\nNobody answers.\n\nStep 2. Ring.');
});

test('levels and numbers that Word does not have are those nearest', async () => {
  const far = paragraph(
    'lamps',
    '<w:numPr><w:ilvl w:val="4000000000"/><w:numId w:val="1"/></w:numPr>',
  );
  const { body } = await convertList(
    [far, item('bells', 2)],
    [
      definition(1, level(8, 'decimal', 'Lamp %9:')),
      list(1, 1),
      definition(2, level(0, 'lowerLetter', '%1)')),
      list(2, 2, restart(0, -3)),
    ],
  );
  assert.equal(body, 'Lamp 1: lamps\n\n0\\) bells');
});

test('a style has its list from the style that it is based on', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="One"><w:name w:val="One"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Two"><w:name w:val="Two"/><w:basedOn w:val="One"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
  const { body } = await convertList(
    [
      paragraph('Lamps', '<w:pStyle w:val="One"/>'),
      paragraph('of brass', '<w:pStyle w:val="Two"/>'),
      paragraph('of tin', '<w:pStyle w:val="Two"/>'),
    ],
    [
      definition(
        1,
        level(0, 'decimal', 'Part %1', '<w:pStyle w:val="One"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Two"/>'),
      ),
      list(1, 1),
    ],
    styles,
  );
  assert.equal(body, 'Part 1 Lamps\n\n1.1 of brass\n\n1.2 of tin');
});

test('a heading in a list shows its number', async () => {
  const style = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>';
  const heading = paragraph(
    'Hours',
    '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="1"/></w:numPr>',
  );
  const { body } = await convertList([heading], [DECIMAL, list(1, 1)], style);
  assert.match(body, /^#+ 1\. Hours$/);
});

test('the numbers of rows stay in a table, also where a row has nothing else in the cell', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const row = (content: string, text: string) =>
    `<w:tr>${cell(content)}${cell(paragraph(text))}</w:tr>`;
  const table = `<w:tbl>${row(item('', 1), 'North')}${row(item('', 1), 'South')}</w:tbl>`;
  const steps = `<w:tbl>${row(item('lamp', 2) + item('bell', 2), 'checked')}</w:tbl>`;
  const { body } = await convertList(
    [table, paragraph('Then:'), steps],
    [DECIMAL, list(1, 1), list(2, 1, restart(0, 1))],
  );
  assert.match(body, /^\| 1\. \| North \|$/m);
  assert.match(body, /^\| 2\. \| South \|$/m);
  assert.match(body, /^\| 1\. lamp 2\. bell \| checked \|$/m);
});

test('numbers in a format that is not known are plain, and a warning says so', async () => {
  const { body, warnings } = await convertList(
    [item('lamps', 1)],
    [definition(1, level(0, 'hebrew1', '(%1)')), list(1, 1)],
  );
  assert.equal(body, '(1) lamps');
  assert.match(warnings.join('\n'), /Word writes them otherwise \(hebrew1\)/);
});

test('what is hidden or deleted in a list does not count', async () => {
  const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:del w:id="2" w:author="a"><w:r><w:delText>no</w:delText></w:r></w:del></w:p>`;
  const { body } = await convertList(
    [item('lamps', 1), gone, item('bells', 1)],
    [DECIMAL, list(1, 1)],
  );
  assert.equal(body, '1. lamps\n2. bells');
});

test('a number in capitals by its own look', async () => {
  const { body } = await convertList(
    [item('lamps', 1)],
    [definition(1, level(0, 'decimal', 'Section %1.', '<w:rPr><w:caps/></w:rPr>')), list(1, 1)],
  );
  assert.equal(body, 'SECTION 1. lamps');
});
