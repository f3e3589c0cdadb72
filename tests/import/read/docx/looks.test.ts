import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertBody, paragraph, part, reasons, run } from './word-file.ts';

const styles = (...list: string[]) => ({ 'word/styles.xml': part('styles', list.join('')) });
const style = (id: string, kind: string, look: string, more = '') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:rPr>${look}</w:rPr></w:style>`;

const LOOKS: [string, string, string][] = [
  ['capitals', run('Open to all', '<w:caps/>'), 'OPEN TO ALL'],
  ['small capitals', run('Straße', '<w:smallCaps/>'), 'STRAßE'],
  ['capitals that are off', run('Open', '<w:caps w:val="0"/>'), 'Open'],
  ['strike', run('old', '<w:strike/>') + run(' new'), '~~old~~ new'],
  ['double strike', run('old', '<w:dstrike/>') + run(' new'), '~~old~~ new'],
  ['bold up to a space', run('Note ', '<w:b/>') + run('well'), '**Note** well'],
  ['bold over several runs', run('Note', '<w:b/>') + run(' ') + run('well', '<w:b/>'), '**Note well**'],
  ['a break at the end of italics', run('Note', '<w:i/>') + '<w:r><w:rPr><w:i/></w:rPr><w:br/></w:r>' + run('well'), '*Note*\\\nwell'],
  ['raised and lowered', run('m') + run('2', '<w:vertAlign w:val="superscript"/>') + run(' H') + run('2', '<w:vertAlign w:val="subscript"/>'), 'm<sup>2</sup> H<sub>2</sub>'],
  ['a tab, a place and a break between words', '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>', 'a b c\\\nd'],
  ['hyphens that do not break, or break only at the end of a line', '<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail light</w:t><w:softHyphen/><w:t>house</w:t></w:r>', 'e\u2011mail light\u00adhouse'],
  ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> open</w:t></w:r>', '✓ open'],
  ['Greek in the font of symbols', run('b', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), 'β'],
  ['text that runs to the left, and smart tags', `<w:dir w:val="rtl">${run('one ')}</w:dir><w:bdo w:val="rtl">${run('two ')}</w:bdo><w:smartTag w:element="place">${run('three')}</w:smartTag>`, 'one two three'],
  ['ruby', '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>deng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>灯</w:t></w:r></w:rubyBase></w:ruby></w:r>', '灯(deng)'],
]; // prettier-ignore
for (const [what, content, expected] of LOOKS) {
  test(`Word’s looks: ${what}`, async () => {
    const { body, account, problems } = await convertBody(paragraph(content));
    assert.equal(body, expected);
    assert.deepEqual([account.missing, problems], [[], []]);
  });
}

test('a look may come from a style, and styles of paragraph and characters toggle each other', async () => {
  const { body } = await convertBody(
    paragraph(
      run('gone', '<w:rStyle w:val="Gone"/>') +
        run(' loud', '<w:rStyle w:val="Loud"/>') +
        run(' quiet', '<w:rStyle w:val="Quiet"/>'),
      '<w:pStyle w:val="Shout"/>',
    ),
    {
      parts: styles(
        style('Gone', 'character', '<w:strike/>'),
        style('Loud', 'character', ''),
        style('Quiet', 'character', '<w:caps/>'),
        style('Base', 'paragraph', '<w:caps/>'),
        style('Shout', 'paragraph', '', '<w:basedOn w:val="Base"/>'),
      ),
    },
  );
  assert.equal(body, '~~GONE~~ LOUD quiet');
});

test('hidden text is left out, reported, and a warning says so; it does not cut a word', async () => {
  const converted = await convertBody(
    paragraph(run('Seen li') + run('not yet', '<w:vanish/>') + run('ghts.')),
  );
  assert.equal(converted.body, 'Seen lights.');
  assert.deepEqual(reasons(converted), ['not yet: hidden text, which Word does not show']);
  assert.match(converted.warnings.join('\n'), /hidden text/);
});

test('text hidden by a style is hidden, and shown where a run says so', async () => {
  const converted = await convertBody(
    paragraph(
      run('secret') + run(' seen', '<w:vanish w:val="false"/>'),
      '<w:pStyle w:val="Note"/>',
    ),
    { parts: styles(style('Note', 'paragraph', '<w:vanish/>')) },
  );
  assert.equal(converted.body, 'seen');
  assert.deepEqual(reasons(converted), ['secret: hidden text, which Word does not show']);
});

test('a paragraph whose mark is hidden, and a drop capital, go on in the next', async () => {
  const { body } = await convertBody(
    paragraph('One ', '<w:rPr><w:vanish/></w:rPr>') +
      paragraph('line.') +
      paragraph('T', '<w:framePr w:dropCap="drop" w:lines="3"/>') +
      paragraph('he lamps.'),
  );
  assert.equal(body, 'One line.\n\nThe lamps.');
});

test('a symbol of a font that nobody knows is named', async () => {
  const { body, leftOut, warnings } = await convertBody(
    paragraph('<w:r><w:t>seal </w:t><w:sym w:font="Office Seals" w:char="F041"/></w:r>'),
  );
  assert.equal(body, 'seal');
  assert.ok(leftOut.some(({ text }) => text === 'F041 in Office Seals'));
  assert.match(warnings.join('\n'), /symbol of the font Office Seals/);
});

test('a look may come from the style of a table, and from its first row', async () => {
  const table = (look: string) =>
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>${look}</w:tblPr>${[['Town', 'Lamps'], ['Sampleton', 'Nine']].map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`; // prettier-ignore
  const parts = styles(
    style('Base', 'table', '', '<w:tblStylePr w:type="firstRow"><w:rPr><w:caps/></w:rPr></w:tblStylePr><w:tblStylePr w:type="lastCol"><w:rPr><w:strike/></w:rPr></w:tblStylePr>'),
    style('Grid', 'table', '', '<w:basedOn w:val="Base"/>'),
  ); // prettier-ignore
  const words = async (look: string) => (await convertBody(table(look), { parts })).body.match(/[~\w]+/g); // prettier-ignore
  assert.deepEqual(await words('<w:tblLook w:firstRow="1" w:lastColumn="0"/>'), ['TOWN', 'LAMPS', 'Sampleton', 'Nine']); // prettier-ignore
  assert.deepEqual(await words('<w:tblLook w:val="0100"/>'), ['Town', '~~Lamps~~', 'Sampleton', '~~Nine~~']); // prettier-ignore
  assert.deepEqual(await words(''), ['Town', 'Lamps', 'Sampleton', 'Nine']);
});

test('what the style of a table hides is left out and reported', async () => {
  const body = `<w:tbl><w:tblPr><w:tblStyle w:val="Gone"/></w:tblPr><w:tr><w:tc>${paragraph(run('Secret'))}</w:tc><w:tc>${paragraph(run('Seen', '<w:vanish w:val="0"/>'))}</w:tc></w:tr></w:tbl>`;
  const converted = await convertBody(body, { parts: styles(style('Gone', 'table', '<w:vanish/>')) }); // prettier-ignore
  assert.match(converted.body, /Seen/);
  assert.deepEqual(reasons(converted), ['Secret: hidden text, which Word does not show']);
});
