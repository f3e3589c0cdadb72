import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { formatCitation } from '../../../src/citing/format-citation.ts';
import { formatBibtex } from '../../../src/publish/citation/bibtex.ts';
import { CITATION_FORMATS } from '../../../src/publish/citation/citation-files.ts';
import { dateParts, quoteStatement } from '../../../src/publish/citation/csl-item.ts';
import { cslItem } from '../../../src/publish/citation/csl-schema.ts';
import { formatRis } from '../../../src/publish/citation/ris.ts';
import { cslDataSchema } from '../../support/csl-schema.ts';
import { madeItem } from './made-item.ts';
import { readCitation } from './read-citation.ts';

const ODD = [
  'Committee on Health, Water & “Life”',
  'Oficina de la Senadora Ñandú-Müller',
  '範例議員辦公室',
  'Văn phòng Dân biểu Ví Dụ',
  'The Speaker\'s "Office" {of} 100% #1 $x_y ~a^b \\c',
];

for (const title of ODD) {
  test(`“${title}” comes back whole from BibTeX and RIS, as a headline and as an office`, () => {
    const item = madeItem({
      title,
      author: [{ literal: title }, { literal: 'Office of the North' }],
    });
    const [bibtex, ris] = [readCitation(formatBibtex(item)), readCitation(formatRis(item))];
    assert.deepEqual([bibtex.title, ris.title], [title, title]);
    assert.deepEqual(bibtex.offices, [title, 'Office of the North']);
    // In RIS a comma parts an author's name, so there is none within; the publisher has it as it is.
    assert.deepEqual(ris.offices, [title.replaceAll(',', ''), 'Office of the North']);
    assert.ok(formatRis(item).includes(`PB  - ${title}; Office of the North\r\n`));
  });
}

test('RIS has two spaces before each dash, CRLF at each end, and the type of a web page', () => {
  const lines = formatRis(madeItem({ accessed: dateParts('2026-01-02') })).split('\r\n');
  assert.equal(lines.pop(), '');
  assert.ok(
    lines.every((line) => /^[A-Z][A-Z0-9] {2}- [^\n]*$/.test(line)),
    lines.join('|'),
  );
  assert.equal(lines[0], 'TY  - ELEC');
  assert.equal(lines.at(-1), 'ER  - ');
  for (const line of ['DA  - 2017/11/22', 'PY  - 2017', 'M3  - Press release', 'Y2  - 2026/01/02'])
    assert.ok(lines.includes(line), line);
});

for (const [text, written] of [
  ['a < b > c', 'a \\textless{} b \\textgreater{} c'],
  ['<<quoted>> -- ok', '\\textless{}\\textless{}quoted\\textgreater{}\\textgreater{} -{}- ok'],
] as const) {
  test(`BibTeX has “${text}” without what TeX would draw as something else`, () => {
    const bibtex = formatBibtex(madeItem({ title: text }));
    assert.ok(bibtex.includes(`{{${written}}}`), bibtex);
    assert.equal(readCitation(bibtex).title, text);
  });
}

test('BibTeX is @online with the full day, and braces around each office', () => {
  const author = [{ literal: 'Office A' }, { literal: 'Office B and C' }];
  const text = formatBibtex(madeItem({ author }));
  assert.match(text, /^@online\{2017-11-22-a,\n/);
  assert.match(text, / {2}author = \{\{Office A\} and \{Office B and C\}\},\n/);
  assert.match(text, / {2}date = \{2017-11-22\},\n {2}year = \{2017\},\n {2}month = \{11\},\n/);
  assert.match(text, / {2}type = \{Press release\},\n/);
  assert.deepEqual(readCitation(text).offices, ['Office A', 'Office B and C']);
});

test('of a statement the link is the address, and the words are the quotation', () => {
  const item = quoteStatement(madeItem(), {
    id: 's-abcdefgh',
    words: 'They said: “Light, & more of it.”',
  });
  assert.equal(item.URL, 'https://press.example.org/releases/2017/11/22/a/#s-abcdefgh');
  assert.equal(cslItem.safeParse(item).success, true);
  for (const text of [formatBibtex(item), formatRis(item)]) {
    const read = readCitation(text);
    assert.equal(read.url, item.URL);
    assert.equal(read.note, 'They said: “Light, & more of it.”');
    assert.equal(read.title, item.title);
  }
});

test('CSL-JSON is valid by its schema, and a wrong item is not', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(cslDataSchema);
  const [{ format } = { format: () => '' }] = CITATION_FORMATS;
  const items = JSON.parse(format(madeItem({ accessed: dateParts('2026-01-02') }))) as unknown;
  assert.ok(validate(items), JSON.stringify(validate.errors));
  assert.ok(!validate([{ ...madeItem(), type: 'press-release' }]));
  assert.ok(!validate([{ ...madeItem(), office: 'A' }]));
});

const STYLES = new URL('../../../src/citing/styles/', import.meta.url);
const style = async (name: string) => ({
  style: await readFile(new URL(`${name}.csl`, STYLES), 'utf8'),
  english: await readFile(new URL('locales-en-US.xml', STYLES), 'utf8'),
});
/** The text of HTML that holds no more than a few tags and references. */
const shown = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#38;', '&')
    .trim();

for (const [name, expected] of [
  [
    'apa',
    'Office of Assemblymember Example. (2017, November 22). Lanterns Lit in Example County [Press release]. On the Record. https://press.example.org/releases/2017/11/22/a/',
  ],
  [
    'chicago-author-date',
    'Office of Assemblymember Example. 2017. “Lanterns Lit in Example County.” Press release. On the Record. November 22, 2017. https://press.example.org/releases/2017/11/22/a/.',
  ],
  [
    'modern-language-association',
    'Office of Assemblymember Example. “Lanterns Lit in Example County.” On the Record, 22 Nov. 2017, https://press.example.org/releases/2017/11/22/a/.',
  ],
] as const) {
  test(`the processor gives what ${name} asks for`, async () => {
    assert.equal(shown(formatCitation(madeItem(), await style(name))), expected);
  });
}

for (const [tag, expected] of [
  ['es-ES', /\(2017, noviembre 22\)|\(2017, 22 de noviembre\)/],
  ['fr-FR', /\(2017, novembre 22\)|\(2017, 22 novembre\)/],
  ['vi-VN', /Tháng Mười Một/i],
  ['zh-TW', /十一月/],
] as const) {
  test(`a style has the words of ${tag} where the site is in that language`, async () => {
    const xml = await readFile(new URL(`locales-${tag}.xml`, STYLES), 'utf8');
    const cited = shown(
      formatCitation(madeItem(), { ...(await style('apa')), locale: { tag, xml } }),
    );
    assert.match(cited, expected);
    assert.doesNotMatch(cited, /November/);
  });
}
