import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem } from '../../src/archive/problem.ts';
import { bodyRenderer, GFM_SYNTAX } from '../../src/markdown/render-body.ts';
import { renderMarkdown } from '../support/markdown.ts';
import { elementsIn } from '../support/statement-rule.ts';

const inShort = (problems: Problem[]) => problems.map(({ line, message }) => `${line}: ${message}`);
const errorsIn = (markdown: string) => inShort(renderMarkdown(markdown).errors);
const warningsIn = (markdown: string) => inShort(renderMarkdown(markdown).warnings);

test('no word and no sign of a plain text changes on its way to the page', () => {
  const words = fc.stringMatching(/^[A-Za-z0-9"'“”‘’–—….,;:!?%$()ăệ移]{1,12}$/);
  const text = fc.array(words, { minLength: 1 }).map((all) => `A ${all.join(' ')}`);
  fc.assert(
    fc.property(text, (markdown) => {
      fc.pre(!/(?:www\.|https?:|@)/i.test(markdown));
      assert.deepEqual(
        renderMarkdown(markdown).statements.map((statement) => statement.text),
        [markdown.normalize('NFC')],
      );
    }),
  );
});

test('property: a text without signs of GFM is the same in CommonMark', () => {
  const commonMark = unified().use(remarkParse).freeze();
  const gfm = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
  const bases = [
    'a',
    'www.a.co',
    'http://a.co',
    'b@a.co',
    'xmpp:b@a.co',
    '~~a~~',
    '[^1]: a',
    '- [ ] a',
  ];
  const signs = [
    '|',
    ':-',
    '-:',
    '---',
    '&',
    '#64;',
    'commat;',
    'h',
    'ttp://a.co',
    '[x]',
    '[\t]',
    '[^1]',
  ];
  const others = [
    ' ',
    '\n',
    '\n\n',
    '\\',
    '*',
    '_',
    '`',
    '<',
    '>',
    '- ',
    '1. ',
    '# ',
    '\t',
    '(',
    '.',
  ];
  const text = fc
    .array(fc.constantFrom(...bases, ...signs, ...others), { maxLength: 12 })
    .map((pieces) => pieces.join(''));
  let plain = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      if (GFM_SYNTAX.test(markdown)) return;
      plain++;
      assert.deepEqual(gfm.parse(markdown), commonMark.parse(markdown));
    }),
    { numRuns: 2000 },
  );
  assert.ok(plain > 100);
});

test('lines of problems are those of the file', () => {
  const render = bodyRenderer({ base: '/', media: new Map() });
  const markdown = 'One.\r\n\r\nTwo <font>three</font>.\r\n\r\n![four](/media/4.png)\r\n';
  const { errors } = render({ markdown, line: 10, file: 'content/a.md' });
  assert.deepEqual(
    errors.map(({ file, line, field }) => [file, line, field]),
    [
      ['content/a.md', 12, 'body'],
      ['content/a.md', 14, 'body'],
    ],
  );
});

test('HTML that a release may not have is reported by its name and its line', () => {
  assert.deepEqual(
    errorsIn('A\n\n<div class="b"><center>C</center></div>\n\n<object></object>\n'),
    [
      '3: has <div>, which a release may not have',
      '3: has <center>, which a release may not have',
      '5: has <object>, which a release may not have',
    ],
  );
});

test('attributes are reported as they are written', () => {
  const html = '<p class="a" style="b" onclick="c" id="d" data-my-x="e" aria-live="f" hidden>A</p>';
  const names = ['class', 'style', 'onclick', 'id', 'data-my-x', 'aria-live', 'hidden'];
  assert.deepEqual(
    errorsIn(html),
    names.map((name) => `1: has the attribute ${name} on <p>, which a release may not have`),
  );
});

test('a tag that a browser would ignore is reported, for its attributes would be lost', () => {
  assert.deepEqual(errorsIn('One\n\n<body onload="a()">\n\n<p><tr>Two</tr></p>\n'), [
    '3: has <body> where it is not allowed',
    '5: has <tr> where it is not allowed',
  ]);
  assert.deepEqual(errorsIn('<table><tr><td>One</td></tr></table>\n\n<!-- <td> -->'), []);
});

test('a box of a list of tasks is the only <input>', () => {
  assert.deepEqual(errorsIn('- [x] One\n\n<b>Two</b>'), []);
  assert.deepEqual(errorsIn('<input>'), ['1: has <input>, which a release may not have']);
  assert.equal(errorsIn('<input type="text" disabled value="a">').length, 2);
});

test('addresses that run or hold something are reported; the words stay', () => {
  for (const address of ['javascript:alert(1)', 'data:text/html,a', 'vbscript:a', 'file:///a']) {
    const { html, errors } = renderMarkdown(`[One](<${address}>)`);
    assert.deepEqual(inShort(errors), [`1: has an address that is not allowed, ${address}`]);
    assert.match(html, />One</);
    assert.deepEqual(
      elementsIn(html).map(({ tagName }) => tagName),
      ['p', 'a'],
    ); // the permalink
  }
});

test('pictures lie under media/, where a page can have them without asking another site', () => {
  assert.deepEqual(errorsIn('![a](https://example.org/a.png) ![b](b.png) ![c](//d.org/e.png)'), [
    '1: has a picture from https://example.org/a.png, outside this archive',
    '1: has a picture from b.png, outside this archive',
    '1: has a picture from //d.org/e.png, outside this archive',
  ]);
  assert.doesNotMatch(renderMarkdown('![a](https://example.org/a.png)').html, /src/);
});

test('a file exists or is reported, with a place in it or without', () => {
  const { media, errors } = renderMarkdown(
    '[a](/media/2019/letter.pdf#page=2) ![b](media/2019/chart.png) [c](/media/2019/Letter.pdf)',
  );
  assert.deepEqual(inShort(errors), ['1: refers to media/2019/Letter.pdf, which does not exist']);
  assert.deepEqual(media, ['2019/letter.pdf', '2019/chart.png', '2019/Letter.pdf']);
});

test('an address that is badly encoded is reported and does no harm', () => {
  assert.deepEqual(errorsIn('<a href="/media/100%.pdf">a</a>'), [
    '1: refers to media/100%.pdf, which does not exist',
  ]);
  assert.deepEqual(warningsIn('<a href="#100%">a</a>').length, 1);
});

test('a file may have a name with spaces and signs in it', () => {
  const media = new Map([['A letter #2 (100%).pdf', undefined]]);
  const markdown = '[a](</media/A letter %232 (100%25).pdf>)';
  const body = bodyRenderer({ base: '/', media })({ markdown, line: 1, file: 'a.md' });
  assert.deepEqual([body.errors, body.media], [[], ['A letter #2 (100%).pdf']]);
});

test('what readers would trip over is a warning, and the words stay', () => {
  assert.deepEqual(warningsIn('[MOUs](#)\n\n[the bill](bill.html)\n\n[a](#b)\n\n[c]()\n'), [
    '1: links to #, which does not exist: it is shown as text',
    '3: links to bill.html, which does not exist: it is shown as text',
    '5: links to #b, which does not exist: it is shown as text',
    '7: links to nothing, which does not exist: it is shown as text',
  ]);
  assert.deepEqual(warningsIn('![](/media/2019/chart.png)'), [
    '1: has a picture without words, 2019/chart.png',
  ]);
  assert.deepEqual(warningsIn('A\n\n<!-- b -->'), ['3: has a comment that readers will not see']);
  assert.deepEqual(warningsIn('##\n\nA'), ['1: has a heading without words, which is left out']);
});

test('links of the site are listed with their lines, without what follows ? or #', () => {
  const { links } = renderMarkdown('[a](/releases/2017/)\n\n[b](/search/?q=c#d) [e](//f.org/)\n');
  assert.deepEqual(links, [
    { path: '/releases/2017/', line: 1 },
    { path: '/search/', line: 3 },
  ]);
});

test('a text of tags in one another, too deep to be read, is reported', () => {
  for (const markdown of ['<b>'.repeat(9999), '> '.repeat(9999) + 'a', '- '.repeat(9999) + 'a']) {
    const { html, errors } = renderMarkdown(markdown);
    assert.equal(html, '');
    assert.deepEqual(inShort(errors), [
      '1: has quotations, lists or tags too deep inside one another to be read',
    ]);
  }
  assert.deepEqual(errorsIn(`${'- '.repeat(200)}\n\n${'*'.repeat(500)}\n\n${'>'.repeat(5)} a`), []);
});

test('the dateline is found at the beginning of one of the first paragraphs', () => {
  const hasDateline = (markdown: string) => renderMarkdown(markdown).hasDateline;
  assert.ok(hasDateline('SACRAMENTO – Today'));
  assert.ok(hasDateline('For Immediate Release\n\n**_SACRAMENTO_** – Today'));
  assert.ok(!hasDateline('Today in SACRAMENTO'));
  assert.ok(!hasDateline('SACRAMENTOans'));
  assert.ok(!hasDateline(`${'A\n\n'.repeat(6)}SACRAMENTO – Today`));
});

test('a permalink is named by the first words, for those who do not see it', () => {
  const label = (markdown: string) => {
    const links = elementsIn(renderMarkdown(markdown).html).flatMap(({ attrs }) => attrs);
    return links.find(({ name }) => name === 'aria-label')?.value;
  };
  assert.equal(label('One *two* three.'), 'Link to: One two three.');
  assert.equal(label('1 2 3 4 5 6 7 8'), 'Link to: 1 2 3 4 5 6 7…');
  assert.equal(label('移'.repeat(100)), `Link to: ${'移'.repeat(80)}…`);
});
