import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from '../../../src/archive/site.ts';
import { formatBibtex } from '../../../src/publish/citation/bibtex.ts';
import { quoteStatement } from '../../../src/publish/citation/csl-item.ts';
import { cslItem } from '../../../src/publish/citation/csl-schema.ts';
import { citationOf, citedStatus } from '../../../src/publish/citation/release-citation.ts';
import { formatRis } from '../../../src/publish/citation/ris.ts';
import { sourceLine } from '../../../src/publish/head/release-meta.ts';
import { madePublication } from '../../support/made-publication.ts';
import { readCitation } from './read-citation.ts';

const [withdrawn, corrected, replaced, sound, later] = [
  '2017-11-22-withdrawn',
  '2017-11-22-corrected',
  '2017-11-22-replaced',
  '2017-11-22-sound',
  '2017-12-01-later',
];
const published = (language: string) => {
  const made = madePublication(
    {
      [withdrawn]: {
        withdrawn: '{ date: 2017-11-24, reason: It was sent by mistake. }',
        corrections: '[{ date: 2017-11-23, note: A year was wrong. }]',
      },
      [corrected]: {
        corrections: '[{ date: 2017-11-25, note: One. }, { date: 2017-11-23, note: Two. }]',
      },
      [replaced]: {},
      [sound]: {},
      [later]: { date: '2017-12-01', corrects: replaced },
    },
    { site: siteSchema.parse({ language }) },
  );
  const releaseOf = (id: string) => {
    const release = made.releases.find((one) => one.id === id);
    assert.ok(release);
    return release;
  };
  return { ...made, releaseOf };
};

const STATUS: Record<string, Record<string, string | undefined>> = {
  en: {
    [withdrawn]: 'Withdrawn on November 24, 2017',
    [corrected]: 'Corrected on November 25, 2017',
    [replaced]: 'Corrected by the release of December 1, 2017',
    [sound]: undefined,
    [later]: undefined,
  },
  es: {
    [withdrawn]: 'Retirado el 24 de noviembre de 2017',
    [corrected]: 'Corregido el 25 de noviembre de 2017',
    [replaced]: 'Corregido por el comunicado del 1 de diciembre de 2017',
  },
};

for (const [language, statuses] of Object.entries(STATUS)) {
  test(`${language}: a citation says with its day what has become of the release`, () => {
    const { publication, releaseOf } = published(language);
    for (const [id, status] of Object.entries(statuses)) {
      const release = releaseOf(id);
      assert.equal(citedStatus(publication, release), status);
      const item = citationOf(publication, release);
      assert.equal(item.status, status);
      assert.equal(cslItem.safeParse(item).success, true);
      const note = status && `[${status}]`;
      assert.equal(readCitation(formatBibtex(item)).note, note);
      assert.equal(readCitation(formatRis(item)).note, note);
      const line = sourceLine(publication, release);
      assert.ok(status === undefined ? line.endsWith('2017') : line.endsWith(` [${status}]`), line);
    }
  });
}

test('of a statement of a withdrawn release its words come first, then the status', () => {
  const { publication, releaseOf } = published('en');
  const item = quoteStatement(citationOf(publication, releaseOf(withdrawn)), {
    id: 's-abcdefgh',
    words: 'The lamp is lit.',
  });
  assert.equal(item.note, 'The lamp is lit.');
  const status = '[Withdrawn on November 24, 2017]';
  assert.equal(readCitation(formatBibtex(item)).note, `The lamp is lit. ${status}`);
  assert.match(formatRis(item), /\r\nN1 {2}- The lamp is lit\.\r\nN1 {2}- \[Withdrawn on Nov/);
});
