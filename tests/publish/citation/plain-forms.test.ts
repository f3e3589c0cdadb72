import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAttribution, formatTableRow } from '../../../src/publish/citation/attribution.ts';
import { type CslItem, dateParts } from '../../../src/publish/citation/csl-item.ts';
import { formatWikipedia } from '../../../src/publish/citation/wikipedia.ts';
import { madeItem } from './made-item.ts';

/** With a short headline. */
const made = (more: Partial<CslItem> = {}) => madeItem({ title: 'Lanterns Lit', ...more });

/** The parameters that the template's documentation has, of those that could be asked for. */
const DOCUMENTED = ['title', 'date', 'publisher', 'via', 'url', 'access-date', 'language', 'quote'];

/** A call of a template, taken apart at what wikitext takes for its marks. */
function readTemplate(wikitext: string) {
  const [, inner = ''] = /^\{\{cite press release \|([^{}]*)\}\}/.exec(wikitext) ?? [];
  return Object.fromEntries(
    inner.split('|').map((part) => {
      const place = part.indexOf('=');
      return [part.slice(0, place), part.slice(place + 1).trim()];
    }),
  ) as Record<string, string>;
}

test('Wikipedia has the parameters that its template knows, and the office as the publisher', () => {
  const call = formatWikipedia(made({ accessed: dateParts('2026-01-02'), language: 'es' }));
  assert.equal(
    call,
    '{{cite press release |title=Lanterns Lit |date=2017-11-22 |publisher=Office of Assemblymember Example |via=On the Record |url=https://press.example.org/releases/2017/11/22/a/ |access-date=2026-01-02 |language=es}}',
  );
  assert.ok(Object.keys(readTemplate(call)).every((name) => DOCUMENTED.includes(name)));
});

test('nothing in the words ends the template, or is markup in it', () => {
  const hard = "A | B }} {{C}} [[D]] ''e'' <ref>f</ref> &amp; g = h https://i.example ~~~~";
  const call = formatWikipedia(
    made({
      title: hard,
      note: hard,
      URL: 'https://press.example.org/a|b/#s-x',
      status: 'Withdrawn on {{x}}',
    }),
  );
  const read = readTemplate(call);
  assert.deepEqual(Object.keys(read), ['title', 'date', 'publisher', 'via', 'url', 'quote']);
  const shown = (value = '') =>
    value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  assert.equal(shown(read['title']), hard);
  assert.equal(read['url'], 'https://press.example.org/a%7Cb/#s-x');
  assert.doesNotMatch(read['title'] ?? '', /[[\]<>]|''|~~~|:\/\//);
  assert.match(call, /\}\} \[Withdrawn on &#123;&#123;x&#125;&#125;\]$/);
});

test('a line attributes words as newspapers do', () => {
  assert.equal(
    formatAttribution(made({ note: 'The lamps are lit.' })),
    '“The lamps are lit,” Office of Assemblymember Example said in a news release dated Nov. 22, 2017. https://press.example.org/releases/2017/11/22/a/',
  );
  const joint = made({
    note: 'Who lit them?',
    author: [{ literal: 'A' }, { literal: 'B' }, { given: 'Pat', family: 'Placeholder' }],
    issued: dateParts('2018-06-05'),
    status: 'Withdrawn on June 6, 2018',
  });
  assert.match(
    formatAttribution(joint),
    /^“Who lit them\?” A, B and Pat Placeholder said in a news release dated June 5, 2018\. \[Withdrawn on June 6, 2018\] /,
  );
  assert.match(
    formatAttribution(made()),
    / dated Nov\. 22, 2017, headlined “Lanterns Lit\.” https/,
  );
});

test('a row has a cell for each thing, none of which a spreadsheet reckons with', () => {
  const row = formatTableRow(made({ note: '=1+1\n\nand\tmore', title: '-5 degrees' }));
  assert.deepEqual(row.split('\t'), [
    '2017-11-22',
    'Office of Assemblymember Example',
    "'-5 degrees",
    "'=1+1 and more",
    'https://press.example.org/releases/2017/11/22/a/',
  ]);
});
