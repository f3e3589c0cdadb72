import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocx } from '../../../../src/import/read/read-docx.ts';
import { compareWords } from '../../../../src/import/convert/account.ts';
import { shownText } from '../../../../src/import/read/document.ts';
import { part, wordFile } from './word-file.ts';

const BY = 'w:id="1" w:author="a"';
const NUMBERING = part(
  'numbering',
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
);

/** Content of a document by Word's elements; `~` is where a word of its own comes. */
const { blocks } = fc.letrec<{ blocks: string; block: string; inline: string }>((tie) => {
  const many = (one: fc.Arbitrary<string>) =>
    fc.array(one, { maxLength: 3 }).map((all) => all.join(''));
  const inner = many(tie('inline'));
  const look = fc.constantFrom('', '<w:b/>', '<w:caps/>', '<w:vanish/>', '<w:dstrike/>');
  const inRun = fc.oneof(
    fc.constantFrom('<w:t>~</w:t>', '<w:t xml:space="preserve"> ~ </w:t>', '<w:delText>~</w:delText>'),
    fc.constantFrom('<w:tab/>', '<w:br/>', '<w:footnoteReference w:id="1"/>'),
    fc.constantFrom('begin', 'separate', 'end').map((type) => `<w:fldChar w:fldCharType="${type}"/>`),
    fc.constant('<w:instrText>REF a</w:instrText>'),
    tie('blocks').map((all) => `<w:pict><v:textbox><w:txbxContent>${all}</w:txbxContent></v:textbox></w:pict>`),
    fc.constant('<mc:AlternateContent><mc:Choice Requires="x"><w:t>~</w:t></mc:Choice><mc:Fallback><w:t>~</w:t></mc:Fallback></mc:AlternateContent>'),
  ); // prettier-ignore
  const run = fc
    .tuple(look, many(inRun))
    .map(([own, content]) => `<w:r><w:rPr>${own}</w:rPr>${content}</w:r>`);
  const inline = fc.oneof(
    { maxDepth: 4 },
    run,
    inner.map((all) => `<w:ins ${BY}>${all}</w:ins>`),
    inner.map((all) => `<w:del ${BY}>${all}</w:del>`),
    inner.map((all) => `<w:unknown>~${all}</w:unknown>`),
    inner.map((all) => `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${all}</w:sdtContent></w:sdt>`),
    inner.map((all) => `<w:fldSimple w:instr="DATE">${all}</w:fldSimple>`),
    fc.constant('<m:oMath><m:sSup><m:e><m:r><m:t>~</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'),
  ); // prettier-ignore
  const properties = fc.constantFrom(
    '',
    `<w:rPr><w:del ${BY}/></w:rPr>`,
    '<w:rPr><w:vanish/></w:rPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
  );
  const paragraph = fc
    .tuple(properties, inner)
    .map(([own, content]) => `<w:p><w:pPr>${own}</w:pPr>${content}</w:p>`);
  const cell = fc
    .tuple(fc.constantFrom('', '<w:vMerge/>', '<w:vMerge w:val="restart"/>'), tie('blocks'))
    .map(([own, content]) => `<w:tc><w:tcPr>${own}</w:tcPr>${content}</w:tc>`);
  const row = fc
    .tuple(fc.constantFrom('', `<w:del ${BY}/>`), many(cell))
    .map(([own, cells]) => `<w:tr><w:trPr>${own}</w:trPr>${cells}</w:tr>`);
  const block = fc.oneof(
    { maxDepth: 4 },
    paragraph,
    many(row).map((rows) => `<w:tbl>${rows}</w:tbl>`),
  );
  return { inline, block, blocks: many(tie('block')) };
});

test('whatever a document is made of, each word is in its text or left out', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (content) => {
      let n = 0;
      const words: string[] = [];
      const body = content.replace(/~/g, () => words[words.push(`w${n++}x`) - 1] ?? '');
      const note = '<w:footnote w:id="1"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>';
      const bytes = await wordFile(body, {
        parts: { 'word/numbering.xml': NUMBERING, 'word/footnotes.xml': part('footnotes', note) },
      });
      const document = await readDocx(bytes);
      const text = [...document.blocks.map((block) => block.text), ...document.definitions.map(shownText)]; // prettier-ignore
      const made = { body: text.join('\n'), fields: [], leftOut: document.leftOut };
      assert.deepEqual(compareWords(document.words, made).missing, []);
      const all = `${made.body}\n${made.leftOut.map((one) => one.text).join('\n')}`.toLowerCase();
      assert.deepEqual(words.filter((word) => !all.includes(word)), []); // prettier-ignore
    }),
    { numRuns: 100 },
  );
});
