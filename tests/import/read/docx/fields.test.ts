import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readField } from '../../../../src/import/read/docx/fields.ts';
import { convertBody, paragraph, reasons, run } from './word-file.ts';

const char = (type: string, data = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (instruction: string, result: string) =>
  char('begin') + code(instruction) + char('separate') + result + char('end');

const LINKS: [string, string][] = [
  ['HYPERLINK "https://example.org/rooms"', '[rooms](https://example.org/rooms)'],
  ['HYPERLINK https://example.org/rooms', '[rooms](https://example.org/rooms)'],
  ['HYPERLINK "https://example.org/rooms" \\o "A hint" \\t "_blank"', '[rooms](https://example.org/rooms)'],
  ['HYPERLINK \\t "_blank" \\o "A hint" "https://example.org/rooms"', '[rooms](https://example.org/rooms)'],
  ['HYPERLINK "https://example.org/rooms" \\l "north"', '[rooms](https://example.org/rooms#north)'],
  ['HYPERLINK \\n "https://example.org/rooms"', '[rooms](https://example.org/rooms)'],
  ['hyperlink "mailto:press@example.org"', '[rooms](mailto:press@example.org)'],
  ['HYPERLINK \\l "north"', 'rooms'],
  ['REF north \\h', 'rooms'],
]; // prettier-ignore
for (const [instruction, expected] of LINKS) {
  test(`the field ${instruction}`, async () => {
    const escaped = instruction.replaceAll('"', '&quot;');
    const complex = await convertBody(paragraph(field(instruction, run('rooms'))));
    assert.equal(complex.body, expected);
    const simple = await convertBody(
      paragraph(`<w:fldSimple w:instr=" ${escaped} ">${run('rooms')}</w:fldSimple>`),
    );
    assert.equal(simple.body, expected);
  });
}

test('a link of its own has the place in the page too', async () => {
  const { body } = await convertBody(
    paragraph(
      `<w:hyperlink r:id="rId1" w:anchor="north">${run('rooms', '<w:u w:val="single"/>')}</w:hyperlink>`,
    ),
    { links: { rId1: ['hyperlink', 'https://example.org/rooms', true] } },
  );
  assert.equal(body, '[rooms](https://example.org/rooms#north)');
});

test('a field inside the code of another is no text, and one inside its result is', async () => {
  const converted = await convertBody(
    paragraph(
      char('begin') +
        code('IF ') +
        field('DOCPROPERTY kind', run('draft')) +
        code(' = "draft" "no"') +
        char('separate') +
        run('see ') +
        field('REF a', run('page two')) +
        char('end') +
        run('.'),
    ),
  );
  assert.equal(converted.body, 'see page two.');
  assert.deepEqual(reasons(converted), ['draft: in the code of a field, which Word does not show']);
});

test('a field may run over paragraphs', async () => {
  const { body } = await convertBody(
    paragraph(
      char('begin') + code('HYPERLINK "https://example.org/"') + char('separate') + run('one'),
    ) + paragraph(run('two') + char('end') + run(' three')),
  );
  assert.equal(body, '[one](https://example.org/)\n\n[two](https://example.org/) three');
});

test('a day that Word changes is read, with a warning', async () => {
  const { body, warnings } = await convertBody(
    paragraph(field('DATE \\@ "MMMM d, yyyy"', run('May 3, 2018'))),
  );
  assert.equal(body, 'May 3, 2018');
  assert.match(warnings.join('\n'), /“May 3, 2018” is a field that Word changes/);
});

test('fields that show something by their code alone', async () => {
  const alone = (instruction: string, data = '') =>
    char('begin', data) + code(instruction) + char('end');
  const box = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>';
  const list =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="North"/><w:listEntry w:val="South"/></w:ddList></w:ffData>';
  const converted = await convertBody(
    paragraph(
      alone('FORMCHECKBOX', box) +
        run(' paid ') +
        alone('FORMDROPDOWN', list) +
        run(' ') +
        alone('SYMBOL 183 \\f Symbol') +
        alone(' XE "index entry"') +
        alone('EQ \\f(1,2)') +
        alone('MACROBUTTON NoMacro [Type the place here]'),
    ),
  );
  assert.equal(converted.body, '☒ paid South •');
  assert.deepEqual(reasons(converted), [
    '[Type the place here]: a placeholder that nobody filled in',
    'EQ \\f(1,2): a field that only Word can show',
  ]);
  assert.match(converted.warnings.join('\n'), /only Word can show: EQ/);
});

test('a content control that nobody filled in is left out, and a warning says so', async () => {
  const control = (state: string, text: string) =>
    `<w:sdt><w:sdtPr>${state}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
  const converted = await convertBody(
    paragraph(control('', 'Filled.') + control('<w:showingPlcHdr/>', 'Click to enter a date.')) +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Choose a member.')}</w:sdtContent></w:sdt>`,
  );
  assert.equal(converted.body, 'Filled.');
  assert.deepEqual(reasons(converted), [
    'Click to enter a date. Choose a member.: a placeholder that nobody filled in',
  ]);
  assert.match(converted.warnings.join('\n'), /placeholders that nobody filled in/);
});

test('the code of a field is read with quotation marks, escapes and switches', () => {
  assert.deepEqual(readField(' HYPERLINK "C:\\\\a \\"b\\"" \\l c \\n '), {
    name: 'HYPERLINK',
    words: ['C:\\a "b"'],
    switches: new Map([['l', 'c'], ['n', '']]),
    rest: '\\l c \\n',
  }); // prettier-ignore
  assert.deepEqual(readField(''), { name: '', words: [], switches: new Map(), rest: '' });
});
