import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { formatBibtex } from '../../../src/publish/citation/bibtex.ts';
import type { CslItem } from '../../../src/publish/citation/csl-item.ts';
import { citationOf } from '../../../src/publish/citation/release-citation.ts';
import { formatRis } from '../../../src/publish/citation/ris.ts';
import type { Fields } from '../../support/made-release.ts';
import { madePublication } from '../../support/made-publication.ts';
import { importToZotero, isZoteroHere, NO_ZOTERO } from '../../support/zotero.ts';

/* What has become of a release, and what of it arrives in other people's programs, beside the day and the address. */
const ROWS: { kind: string; id: string; fields: Fields; note?: string }[] = [
  {
    kind: 'a withdrawn release',
    id: '2017-11-22-withdrawn',
    fields: { withdrawn: '{ date: 2017-11-24, reason: It was sent by mistake. }' },
    note: '[Withdrawn on November 24, 2017]',
  },
  {
    kind: 'a corrected release',
    id: '2017-11-22-corrected',
    fields: { corrections: '{ date: 2017-11-25, note: The name was misspelled. }' },
    note: '[Corrected on November 25, 2017]',
  },
  {
    kind: 'a release that another replaces',
    id: '2017-11-22-replaced',
    fields: {},
    note: '[Corrected by the release of November 22, 2017]',
  },
  { kind: 'a sound release', id: '2017-11-22-sound', fields: { corrects: '2017-11-22-replaced' } },
];

interface Arrived {
  title: string;
  day: string;
  url: string;
  notes: string[];
}
interface Program {
  name: string;
  skip: string | false;
  read: (item: CslItem) => Arrived | Promise<Arrived>;
}
const missing = (program: string) =>
  spawnSync(program, ['--version']).error ? `${program} is not installed` : false;
const listed = (note?: string) => (note ? [note] : []);

const cited = (text: string): Arrived => {
  const { title = '', issued, URL: url = '', note } = (new Cite(text).data[0] ?? {}) as CslItem;
  return { title, day: dayOf(issued), url, notes: listed(note) };
};
const dayOf = (issued: CslItem['issued'] | undefined) =>
  (issued?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('-');

/** MODS of one reference, as bibutils writes it. */
function inMods(program: string, input: string): Arrived {
  const args = program === 'bib2xml' ? ['-i', 'utf8'] : [];
  const xml = execFileSync(program, args, { input, stdio: 'pipe' }).toString();
  const all = (name: string) =>
    [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(
      ([, text = '']) => text,
    );
  const [day = ''] = [...all('dateIssued'), ...all('dateOther')];
  return {
    title: all('title')[0] ?? '',
    day,
    url: all('url')[0] ?? '',
    notes: all('note').filter((note) => note.startsWith('[')),
  };
}

/**
 * By the tables of their fields, since neither program runs where tests do: both take TI, DA, UR and, as a note, N1.
 * @see https://docs.endnote.com/docs/endnote/2025/v1/windows/en/content/03editref/author_and_editor_names.htm
 * @see https://customcommander.github.io/ris/manual/mendeley
 */
function inRis(text: string): Arrived {
  const all = (tag: string) =>
    [...text.matchAll(new RegExp(`^${tag}  - (.*)\\r$`, 'gm'))].map(([, value = '']) => value);
  const [title = '', day = '', url = ''] = ['TI', 'DA', 'UR'].map((tag) => all(tag)[0]);
  return { title, day: day.replaceAll('/', '-'), url, notes: all('N1') };
}

async function inZotero(text: string): Promise<Arrived> {
  const { title, date, url, notes } = await importToZotero(text);
  return { title, day: String(date).replaceAll('/', '-'), url: String(url), notes };
}

const PROGRAMS: Program[] = [
  { name: '@citation-js, RIS', skip: false, read: (item) => cited(formatRis(item)) },
  { name: '@citation-js, BibTeX', skip: false, read: (item) => cited(formatBibtex(item)) },
  {
    name: 'EndNote and Mendeley by their tables, RIS',
    skip: false,
    read: (item) => inRis(formatRis(item)),
  },
  {
    name: 'pandoc, BibTeX',
    skip: missing('pandoc'),
    read: (item) => {
      const options = { input: formatBibtex(item) };
      const json = execFileSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], options);
      const [one] = JSON.parse(json.toString()) as CslItem[];
      assert.ok(one);
      return { title: one.title, day: dayOf(one.issued), url: one.URL, notes: listed(one.note) };
    },
  },
  {
    name: 'bibutils, RIS',
    skip: missing('ris2xml'),
    read: (item) => inMods('ris2xml', formatRis(item)),
  },
  {
    name: 'bibutils, BibTeX',
    skip: missing('bib2xml'),
    read: (item) => inMods('bib2xml', formatBibtex(item)),
  },
  {
    name: 'Zotero, RIS',
    skip: isZoteroHere ? false : NO_ZOTERO,
    read: (item) => inZotero(formatRis(item)),
  },
  {
    name: 'Zotero, BibTeX',
    skip: isZoteroHere ? false : NO_ZOTERO,
    read: (item) => inZotero(formatBibtex(item)),
  },
];

const { publication, releases } = madePublication(
  Object.fromEntries(ROWS.map(({ id, fields }) => [id, { title: 'Lamps Are Lit', ...fields }])),
);

for (const { name, skip, read } of PROGRAMS) {
  for (const { kind, id, note } of ROWS) {
    test(`${name}: of ${kind} its status arrives, with its day`, { skip }, async () => {
      const release = releases.find((one) => one.id === id);
      assert.ok(release);
      const item = citationOf(publication, release);
      assert.deepEqual(await read(item), {
        title: 'Lamps Are Lit',
        day: '2017-11-22',
        url: item.URL,
        notes: listed(note),
      });
    });
  }
}
