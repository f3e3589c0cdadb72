import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { plainText } from '../../src/markdown/plain-text.ts';
import { formatReleaseText } from '../../src/publish/release-text.ts';
import { madePublication } from '../support/made-publication.ts';

const HTML = `<p data-statement="" id="s-a">SALEM – The <em>lanterns</em> are lit &amp; burn.<sup><a href="#user-content-fn-1" data-footnote-ref="">1</a></sup><a data-permalink="" href="#s-a"></a></p>
<h2 id="oil">Oil</h2>
<ol start="3"><li data-statement="" id="s-b">Fill<ul><li data-statement="" id="s-c">by night<span data-note=""> edited</span></li></ul></li><li><p>Light</p></li></ol>
<table><thead><tr><th>Pier</th><th>Lamps</th></tr></thead><tbody><tr data-statement=""><td>North</td><td>twelve</td></tr></tbody></table>
<p>One line<br>and another.</p>`;

test('a release as text has its head, its words in order, its contacts and its address', () => {
  const { publication, releases } = madePublication({
    '2017-11-22-a': {
      title: '"Lanterns: <lit>"',
      subtitle: 'With a subtitle',
      dateline: 'SALEM',
      office: '[north, south]',
      contact:
        '[{ name: Casey Contact, title: Press aide, phone: 916-555-0123 }, { name: Pat, email: pat@example.org }]',
      corrections: '[{ date: 2017-11-23, note: A year was wrong. }]',
    },
  });
  const [release] = releases;
  assert.ok(release);
  const plain = plainText(fromHtml(HTML, { fragment: true }));
  const textOf = () => ({ html: HTML, plain, excerpt: '', statements: new Uint8Array() });
  const text = formatReleaseText({ ...publication, textOf }, release);
  assert.equal(
    text.replace(/\n{3,}/g, '\n\n'),
    `[Corrected on November 23, 2017]
November 23, 2017: A year was wrong.

North and South

Lanterns: <lit>
With a subtitle

SALEM, November 22, 2017

SALEM – The lanterns are lit & burn. [1]

Oil

3. Fill
• by night

4. Light

Pier\tLamps
North\ttwelve

One line
and another.

Contact:
Casey Contact, Press aide
916-555-0123

Pat
pat@example.org

On the Record, November 22, 2017, https://press.example.org/archive/releases/2017/11/22/a/
`,
  );
});
