import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';
import { madeRelease, type Fields } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';
import { serve, type Server } from '../support/static-server.ts';
import { isZoteroHere, NO_ZOTERO, saveToZotero } from '../support/zotero.ts';

/** What Zotero has of a release's page. */
interface Expected {
  authors: string[];
  publisher: string;
  language?: string;
  status?: string;
}
const NORTH = 'Office of the North';
const LAMPS = 'Senate Committee on Lamps, Lanterns, and Candle Affairs';
const north: Expected = { authors: [NORTH], publisher: NORTH };

/** Kinds of releases, and what Zotero must have of each besides type, title, day and abstract. */
const KINDS: Record<string, { fields: Fields; expected: Expected }> = {
  plain: { fields: {}, expected: north },
  committee: {
    fields: { office: 'rules' },
    expected: {
      authors: ['Senate Committee on Samples'],
      publisher: 'Senate Committee on Samples',
    },
  },
  'committee-with-commas': {
    fields: { office: 'lamps' },
    expected: { authors: [LAMPS.replaceAll(',', '')], publisher: LAMPS },
  },
  joint: {
    fields: { office: '[north, rules, lamps]' },
    expected: {
      authors: [NORTH, 'Senate Committee on Samples', LAMPS.replaceAll(',', '')],
      publisher: `${NORTH}; Senate Committee on Samples; ${LAMPS}`,
    },
  },
  member: {
    fields: { office: 'placeholder' },
    expected: { authors: ['Van Placeholder | Chris'], publisher: 'Chris Van Placeholder' },
  },
  suffix: {
    fields: { office: 'sample' },
    expected: { authors: ['Sample Jr | Sam'], publisher: 'Sam Sample, Jr.' },
  },
  withdrawn: {
    fields: { withdrawn: '{ date: 2017-11-24, reason: It was sent by mistake. }' },
    expected: { ...north, status: 'Withdrawn on November 24, 2017' },
  },
  corrected: {
    fields: { corrections: '{ date: 2017-11-25, note: The name was misspelled. }' },
    expected: { ...north, status: 'Corrected on November 25, 2017' },
  },
  replaced: {
    fields: {},
    expected: { ...north, status: 'Corrected by the release of November 22, 2017' },
  },
  replacing: { fields: { corrects: '2017-11-22-replaced' }, expected: north },
  spanish: { fields: { language: 'es' }, expected: { ...north, language: 'es' } },
  attached: {
    fields: { attachments: '{ file: letter.pdf, title: A letter }' },
    expected: north,
  },
  hard: {
    fields: { title: `'“Lamps” & <b>Light</b>: 1 + 1 – &amp; #12 – Made for a test'` },
    expected: north,
  },
  caucus: { fields: { caucus: 'api', topics: '[Lamps, Light]' }, expected: north },
};

let server: Server;
if (isZoteroHere) {
  before(async () => {
    const content = await sharedArchive({
      'site.yaml': 'title: The Lamp Archive\npublisher: The Lamp Office\n',
      'offices/north.yaml': `name: ${NORTH}\nmember: Alex Example\n`,
      'offices/rules.yaml': 'name: Senate Committee on Samples\n',
      'offices/lamps.yaml': `name: ${LAMPS}\n`,
      'offices/placeholder.yaml': 'name: Chris Van Placeholder\nmember: Chris Van Placeholder\n',
      'offices/sample.yaml': 'name: Sam Sample, Jr.\nmember: Sam Sample, Jr.\n',
      'media/letter.pdf': '%PDF-1.4\n',
      ...Object.fromEntries(
        Object.entries(KINDS).map(([name, { fields }]) => [
          `releases/2017/2017-11-22-${name}.md`,
          madeRelease({ title: `A ${name} release`, ...fields }, `The lamp of ${name} is lit.`),
        ]),
      ),
    });
    server = await serve(await builtSite({ content }));
  });
  after(() => server.close());
}

for (const [name, { fields, expected }] of Object.entries(KINDS)) {
  const skip = isZoteroHere ? false : NO_ZOTERO;
  test(`Zotero saves the page of a release: ${name}`, { skip }, async () => {
    const path = `/releases/2017/11/22/${name}/`;
    const saved = await saveToZotero(server.url + path.slice(1));
    assert.deepEqual(
      {
        itemType: saved.itemType,
        websiteType: saved['websiteType'],
        title: saved.title,
        authors: saved.authors,
        date: String(saved['date']).replaceAll('/', '-'),
        publisher: saved['publisher'],
        websiteTitle: saved['websiteTitle'],
        language: saved['language'],
        abstractNote: saved['abstractNote'],
        status: saved['extra'],
        url: saved['url'],
      },
      {
        itemType: 'webpage',
        websiteType: 'Press release',
        title: fields['title']?.slice(1, -1) ?? `A ${name} release`,
        authors: expected.authors,
        date: '2017-11-22',
        publisher: expected.publisher,
        websiteTitle: 'The Lamp Archive',
        language: expected.language ?? 'en',
        abstractNote: `The lamp of ${name} is lit.`,
        status: expected.status && `Status: ${expected.status}`,
        url: `https://press.example.org${path}`,
      },
    );
  });
}
