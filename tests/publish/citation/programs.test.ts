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
import { siteSchema } from '../../../src/archive/site.ts';
import { madePublication } from '../../support/made-publication.ts';
import { importToZotero, isZoteroHere, NO_ZOTERO } from '../../support/zotero.ts';

/*
 * What of an author arrives in other people's programs: `Whole name`, or `family | given`. A column that is not
 * named has what is in `expected`.
 */
interface Row {
  kind: string;
  /** The file of the office; `name` where there is no more. */
  office: { name: string; member?: string; family?: string };
  expected: string;
  /** In RIS, where no program can read a comma within a name. */
  ris?: string;
}
const ROWS: Row[] = [
  {
    kind: 'an office',
    office: { name: 'Office of Assemblymember Example', member: 'Alex Example' },
    expected: 'Office of Assemblymember Example',
  },
  {
    kind: 'a committee',
    office: { name: 'Senate Committee on Samples' },
    expected: 'Senate Committee on Samples',
  },
  {
    kind: 'a committee with commas',
    office: { name: 'Senate Committee on Lamps, Lanterns, and Candle Affairs' },
    expected: 'Senate Committee on Lamps, Lanterns, and Candle Affairs',
    ris: 'Senate Committee on Lamps Lanterns and Candle Affairs',
  },
  {
    kind: 'an office with “and”, & and a dot',
    office: { name: 'Office of Health & Water and Light, Dept. No. 3' },
    expected: 'Office of Health & Water and Light, Dept. No. 3',
    ris: 'Office of Health & Water and Light Dept. No. 3',
  },
  { kind: 'Chinese', office: { name: '範例議員辦公室' }, expected: '範例議員辦公室' },
  {
    kind: 'Vietnamese',
    office: { name: 'Văn phòng Dân biểu Ví Dụ' },
    expected: 'Văn phòng Dân biểu Ví Dụ',
  },
  {
    kind: 'an office called as its member',
    office: { name: 'Alex Example', member: 'Alex Example' },
    expected: 'Example | Alex',
  },
  {
    kind: 'a family name of two words',
    office: {
      name: 'Chris Sample Example',
      member: 'Chris Sample Example',
      family: 'Sample Example',
    },
    expected: 'Sample Example | Chris',
  },
  {
    kind: 'a capital particle',
    office: { name: 'Chris Van Placeholder', member: 'Chris Van Placeholder' },
    expected: 'Van Placeholder | Chris',
  },
  {
    kind: 'a small particle',
    office: { name: 'Alex de la Muestra', member: 'Alex de la Muestra' },
    expected: 'de la Muestra | Alex',
  },
  {
    kind: 'a suffix',
    office: { name: 'Sam Sample, Jr.', member: 'Sam Sample, Jr.' },
    expected: 'Sample | Sam, Jr.',
  },
];

const whole = (read: object) => {
  const name = read as Record<string, string | undefined>;
  if (name['literal'] !== undefined) return name['literal'];
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const family = [...particles, name['family']].filter(Boolean).join(' ');
  const given = [name['given'], name['suffix']].filter(Boolean).join(', ');
  return given === '' ? family : `${family} | ${given}`;
};
const isHere = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** MODS of one reference, as bibutils writes it. */
function readMods(xml: string): string[] {
  return [...xml.matchAll(/<name[ >][^]*?<\/name>/g)].map(([name]) => {
    const parts = (type: string) =>
      [...name.matchAll(new RegExp(`<namePart type="${type}">([^<]*)`, 'g'))].map(
        ([, text]) => text,
      );
    const given = [parts('given').join(' '), ...parts('suffix')].filter(Boolean).join(', ');
    const [, plain = ''] = /<namePart>([^<]*)/.exec(name) ?? [];
    const read = plain || `${parts('family').join(' ')}${given && ` | ${given}`}`;
    return read.replaceAll('&amp;', '&');
  });
}

/**
 * A name in RIS as EndNote's manual reads it, since EndNote runs on no computer that tests run on: what a comma ends is
 * the family name, which is how an institution is whole; without one it is the last word.
 * @see https://docs.endnote.com/docs/endnote/2025/v1/windows/en/content/03editref/author_and_editor_names.htm
 */
function readByManual(name: string): string {
  const [family = '', given, ...suffixes] = name.split(',').map((part) => part.trim());
  if (given === '') return family;
  if (given !== undefined) return `${family} | ${[given, ...suffixes].join(', ')}`;
  const words = family.split(' ');
  return `${words.at(-1)} | ${words.slice(0, -1).join(' ')}`;
}

interface Program {
  name: string;
  isRis: boolean;
  skip: string | false;
  authors: (item: CslItem) => string[] | Promise<string[]>;
}
const PROGRAMS: Program[] = [
  {
    name: '@citation-js, RIS',
    isRis: true,
    skip: false,
    authors: (item) => (new Cite(formatRis(item)).data[0]?.author ?? []).map(whole),
  },
  {
    name: 'EndNote by its manual, RIS',
    isRis: true,
    skip: false,
    authors: (item) =>
      [...formatRis(item).matchAll(/^AU {2}- (.*)\r$/gm)].map(([, name = '']) =>
        readByManual(name),
      ),
  },
  {
    name: '@citation-js, BibTeX',
    isRis: false,
    skip: false,
    authors: (item) => (new Cite(formatBibtex(item)).data[0]?.author ?? []).map(whole),
  },
  {
    name: 'pandoc, BibTeX',
    isRis: false,
    skip: isHere('pandoc') ? false : 'pandoc is not installed',
    authors: (item) => {
      const input = formatBibtex(item);
      const json = execFileSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], { input });
      return (JSON.parse(json.toString()) as CslItem[])[0]?.author.map(whole) ?? [];
    },
  },
  {
    name: 'bibutils, BibTeX',
    isRis: false,
    skip: isHere('bib2xml') ? false : 'bibutils is not installed',
    authors: (item) => {
      const input = formatBibtex(item);
      return readMods(execFileSync('bib2xml', ['-i', 'utf8'], { input, stdio: 'pipe' }).toString());
    },
  },
  {
    name: 'Zotero, RIS',
    isRis: true,
    skip: isZoteroHere ? false : NO_ZOTERO,
    authors: async (item) => (await importToZotero(formatRis(item))).authors,
  },
  {
    name: 'Zotero, BibTeX',
    isRis: false,
    skip: isZoteroHere ? false : NO_ZOTERO,
    authors: async (item) => (await importToZotero(formatBibtex(item))).authors,
  },
];

for (const { name, isRis, skip, authors } of PROGRAMS) {
  for (const { kind, office, expected, ris } of ROWS) {
    test(`${name}: ${kind} arrives as it is`, { skip }, async () => {
      const { publication, releases } = madePublication(
        { '2017-11-22-a': { office: 'one' } },
        { site: siteSchema.parse({}), offices: { one: office } },
      );
      assert.ok(releases[0]);
      const read = await authors(citationOf(publication, releases[0]));
      assert.deepEqual(read, [(isRis ? ris : undefined) ?? expected]);
    });
  }
  test(`${name}: a joint release has all its authors, in order`, { skip }, async () => {
    const { publication, releases } = madePublication(
      { '2017-11-22-a': { office: '[one, two, three]' } },
      {
        offices: {
          one: { name: 'Office of the North', member: 'Alex Example' },
          two: { name: 'Committee on Samples' },
          three: { name: 'Pat Placeholder', member: 'Pat Placeholder' },
        },
      },
    );
    assert.ok(releases[0]);
    assert.deepEqual(await authors(citationOf(publication, releases[0])), [
      'Office of the North',
      'Committee on Samples',
      'Placeholder | Pat',
    ]);
  });
}
