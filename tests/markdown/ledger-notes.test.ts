import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { statementId } from '../../src/archive/statement-id.ts';
import { firstWords } from '../../src/markdown/first-words.ts';
import { bodyRenderer } from '../../src/markdown/render-body.ts';
import { attribute, elementsIn, statementsIn } from '../support/statement-rule.ts';
import { renderAfter, shortHtml } from './render-after.ts';

const OAKS = 'Assemblymember Example thanked the volunteers who planted oaks along the creek.';
const ELMS = OAKS.replace('oaks', 'elms');
const CLINIC = 'The clinic on Main Street will stay open on Saturdays through the winter.';
const BRIDGE = 'A bill to repair the old bridge passed its first committee by a wide margin.';
const THANKS = 'Thank you.';
const [oaks, clinic, bridge] = [OAKS, CLINIC, BRIDGE].map(statementId);

const paragraphs = (...texts: string[]) => texts.join('\n\n');

test('an edited paragraph says so behind its words, before the permalink', () => {
  const html = shortHtml(paragraphs(OAKS, CLINIC), paragraphs(ELMS, CLINIC));
  assert.equal(html, `<p id="${oaks}">${ELMS}[note]¶</p><p id="${clinic}">${CLINIC}¶</p>`);
});

test('the note tells since when, as soon as that is recorded', () => {
  const [before, after] = [paragraphs(OAKS, CLINIC), paragraphs(ELMS, CLINIC)];
  const cited = '<span class="note-cited">. The link to it may cite its earlier words.</span>';
  assert.ok(
    renderAfter([before], after).html.includes(
      `<span data-note="" lang="en"> edited${cited}</span>`,
    ),
  );
  assert.ok(
    renderAfter([before, after], after).html.includes(
      `<span data-note="" lang="en"> edited on <time datetime="2026-02-02">February 2, 2026</time>${cited}</span>`,
    ),
  );
});

test('a note in Chinese has the punctuation of Chinese', () => {
  const render = bodyRenderer({ base: '/', media: new Map(), language: 'zh-Hant' });
  const before = paragraphs(OAKS, CLINIC);
  const { html } = renderAfter([before], before.replace('creek', 'creeks'), render);
  const [, note = ''] = /<span data-note[^>]*>(.*?)<\/p>/.exec(html) ?? [];
  assert.match(note, /^ 已編輯（僅少數字元）<span class="note-cited">。指/);
});

test('a text as it was recorded has no notes, and one without a line has none', () => {
  const text = `- ${OAKS}\n- ${CLINIC}\n\n${BRIDGE}`;
  const { html } = renderAfter([], text);
  assert.equal(renderAfter([text], text).html, html);
  assert.doesNotMatch(html, /data-note|data-removed/);
});

test('to be moved is no edit, and what is back as it was has no note', () => {
  const moved = shortHtml(paragraphs(OAKS, CLINIC, BRIDGE), paragraphs(CLINIC, OAKS, BRIDGE));
  assert.doesNotMatch(moved, /\[/);
  const back = shortHtml([paragraphs(OAKS, CLINIC), CLINIC], paragraphs(OAKS, CLINIC));
  assert.doesNotMatch(back, /\[/);
});

test('what is back with other words than it had says so', () => {
  const versions = [paragraphs(OAKS, CLINIC), CLINIC];
  const after = paragraphs(ELMS, CLINIC);
  assert.ok(shortHtml(versions, after).startsWith(`<p id="${oaks}">${ELMS}[note]¶</p>`));
  const { html } = renderAfter([...versions, after], after);
  assert.match(html, /edited on <time datetime="2026-02-03">/);
});

test('in a list item the note comes after its own words, not after the list inside it', () => {
  assert.equal(
    shortHtml(`- ${OAKS}\n  - ${CLINIC}`, `- ${ELMS}\n  - ${CLINIC}`),
    `<ul><li id="${oaks}">${ELMS}[note]¶<ul><li id="${clinic}">${CLINIC}¶</li></ul></li></ul>`,
  );
  const loose = shortHtml(`- ${OAKS}\n\n  - ${CLINIC}`, `- ${ELMS}\n\n  - ${CLINIC}`);
  assert.ok(loose.includes(`<p>${ELMS}[note]¶</p><ul>`));
});

test('in a table the note is in the last cell of the row', () => {
  const table = (text: string) => `| a | b |\n|-|-|\n| ${text} | 1 |\n`;
  const html = shortHtml(table(OAKS), table(ELMS));
  assert.ok(html.includes(`<td>${ELMS}</td><td>1[note]¶</td>`));
});

test('in a quotation and in a footnote each paragraph has its own note', () => {
  const quotation = shortHtml(`> ${OAKS}\n>\n> ${CLINIC}`, `> ${ELMS}\n>\n> ${CLINIC}`);
  assert.ok(quotation.includes(`<p id="${oaks}">${ELMS}[note]¶</p><p id="${clinic}">${CLINIC}¶`));
  const note = (text: string) => `${BRIDGE}[^1]\n\n[^1]: ${text}`;
  const footnote = shortHtml(note(OAKS), note(ELMS));
  assert.ok(footnote.includes(`<p id="${oaks}">${ELMS} [note]¶</p>`));
  assert.match(footnote, /↩/);
});

test('a statement that took others in holds their ids before its words, and says so', () => {
  const { html } = renderAfter(
    [paragraphs(OAKS, CLINIC, BRIDGE), paragraphs(OAKS, `${CLINIC} ${BRIDGE}`)],
    `${OAKS} ${CLINIC} ${BRIDGE}`,
  );
  const [paragraph] = elementsIn(html);
  const spans = elementsIn(html).filter((one) => one.tagName === 'span' && attribute(one, 'id'));
  const ids = [
    attribute(paragraph ?? assert.fail(), 'id'),
    ...spans.map((one) => attribute(one, 'id')),
  ];
  assert.deepEqual(ids.toSorted(), [oaks, clinic, bridge].toSorted());
  assert.ok(spans.every(({ childNodes }) => childNodes.length === 0));
  assert.match(html, /^<p [^>]*><span id="[^"]+"><\/span><span id="[^"]+"><\/span>Assemblymember/);
  assert.ok(html.includes('. The statement that the link cites was merged into this one.'));
});

test('in a row the former ids are in its first cell', () => {
  const table = (...texts: string[]) =>
    `| a |\n|-|\n${texts.map((text) => `| ${text} |\n`).join('')}`;
  const html = shortHtml(table(OAKS, CLINIC), table(`${OAKS} ${CLINIC}`));
  assert.match(html, /<tr id="s-\w+"><td><span id="s-\w+"><\/span>Assemblymember/);
});

test('a statement that was split is edited, and its new part has no note', () => {
  const html = shortHtml(`${OAKS} ${CLINIC}`, paragraphs(OAKS, CLINIC));
  assert.equal(html.match(/\[note\]/g)?.length, 1);
});

test('notes are in the language of the site, and say in which', () => {
  const render = bodyRenderer({ base: '/', media: new Map(), language: 'vi' });
  const [before, after] = [paragraphs(OAKS, CLINIC, BRIDGE), paragraphs(ELMS, BRIDGE)];
  const { html } = renderAfter([before, after], after, render);
  const languages = elementsIn(html).flatMap((one) => attribute(one, 'lang') ?? []);
  assert.deepEqual(languages, ['vi', 'vi']);
  assert.ok(html.includes('<time datetime="2026-02-02">2 tháng 2, 2026</time>'));
});

test('notes, markers and former ids change none of the words that ids are made of', () => {
  const pieces = [OAKS, ELMS, CLINIC, BRIDGE, THANKS, `${OAKS} ${CLINIC}`, `**${OAKS}**`];
  const block = fc.constantFrom('', '- ', '1. ', '> ', '| ', '## ', '- [x] ').chain((sign) =>
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((texts) => {
      const lines = texts.map((text) => sign + text);
      return sign === '| ' ? ['| a |', '|-|', ...lines].join('\n') : lines.join('\n');
    }),
  );
  const anyMarkdown = fc.array(block, { maxLength: 4 }).map((blocks) => blocks.join('\n\n'));
  fc.assert(
    fc.property(anyMarkdown, anyMarkdown, anyMarkdown, (first, second, now) => {
      const { html, statements, alignment } = renderAfter([first, second], now);
      const found = statementsIn(html).map(({ id, text }) => {
        return { id, text: text.replace(/\s+/g, ' ').trim() };
      });
      assert.deepEqual(found, statements);
      const ids = elementsIn(html).flatMap((one) => attribute(one, 'id') ?? []);
      assert.equal(new Set(ids).size, ids.length, 'no id appears twice in the page');
      for (const id of alignment.outcomes.keys())
        assert.ok(ids.includes(id), 'no link leads nowhere');
    }),
    { numRuns: 60 },
  );
});

test('the note of a split, a merge, a correction and a lost “not” differ, in words that anyone knows', () => {
  const rain = 'The clinic on Main Street will not stay open on Saturdays through the winter.';
  const note = (before: string, after: string) =>
    /<span data-note="" lang="en">(.*?)<span/.exec(renderAfter([before], after).html)?.[1];
  assert.equal(
    note(paragraphs(OAKS, BRIDGE), paragraphs(`${OAKS} ${BRIDGE}`)),
    ' edited (merged with another statement)',
  );
  assert.equal(
    note(`${OAKS} ${CLINIC}`, paragraphs(OAKS, CLINIC)),
    ' edited (split in two or more)',
  );
  assert.equal(note(rain, rain.replace(' not', '')), ' edited (the meaning may have changed)');
  assert.equal(
    note(CLINIC, CLINIC.replace('clinic', 'clinics')),
    ' edited (only a few characters)',
  );
});

test('the note of a split leads to the other parts, before it is recorded and from then on', () => {
  const whole = `${OAKS} ${CLINIC} ${BRIDGE}`;
  const split = paragraphs(OAKS, CLINIC, BRIDGE);
  const partsOf = (versions: string[], text: string) =>
    [...renderAfter(versions, text).html.matchAll(/Its other parts: (.*?)<\/span>/g)].map(
      ([, parts = '']) =>
        [...parts.matchAll(/href="#([^"]+)">([^<]+)</g)].map((one) => one.slice(1)),
    );
  const others = [OAKS, CLINIC, BRIDGE].map((words) => [statementId(words), firstWords(words)]);
  for (const versions of [[whole], [whole, split]]) {
    const [parts = [], ...more] = partsOf(versions, split);
    assert.equal(more.length, 0);
    assert.equal(parts.length, 2);
    for (const part of parts)
      assert.ok(others.some(([id, words]) => String(part) === `${id},${words}`));
  }
  // An edit of the part that has the link, and of another, changes nothing about that.
  const edited = split.replace('clinic', 'clinics');
  assert.equal(partsOf([whole, split, edited], edited)[0]?.length, 2);
  // A part that is gone is none.
  assert.equal(partsOf([whole, split], paragraphs(CLINIC, BRIDGE))[0]?.length, 1);
});

test('how much an edit changed is said as well once it is recorded', () => {
  const after = CLINIC.replace('clinic', 'clinics');
  const { html } = renderAfter([CLINIC, after], after);
  assert.match(html, /edited on <time [^>]+>[^<]+<\/time> \(only a few characters\)/);
});

test('who comes by the link of what was moved or restored reads that, and nobody else', () => {
  const [before, after] = [paragraphs(OAKS, CLINIC, BRIDGE), paragraphs(CLINIC, OAKS, BRIDGE)];
  const { html } = renderAfter([before, after], after);
  assert.match(
    html,
    /<span data-note="" lang="en"><span class="note-cited"> This statement was moved here/,
  );
  const back = renderAfter(
    [paragraphs(OAKS, CLINIC), CLINIC, paragraphs(OAKS, CLINIC)],
    paragraphs(OAKS, CLINIC),
  );
  assert.match(
    back.html,
    /<span class="note-cited"> This statement had been removed, and was put back on/,
  );
});
