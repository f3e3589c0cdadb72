import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { loadArchive } from '../../../src/load/load-archive.ts';
import { publicationOf } from '../../../src/load/open-publication.ts';
import { CITATION_FORMATS } from '../../../src/publish/citation/citation-files.ts';
import { authorName, type CslItem } from '../../../src/publish/citation/csl-item.ts';
import { citationOf } from '../../../src/publish/citation/release-citation.ts';
import { cslDataSchema } from '../../support/csl-schema.ts';
import { sharedFolder } from '../../support/shared-folder.ts';
import { tempFolder, writeFiles } from '../../support/temp-folder.ts';
import { readCitation } from './read-citation.ts';

const CORPUS = resolve('..', 'shared', 'corpus');
const COUNT = 1000;
const skip = !existsSync(join(CORPUS, 'unpack'))
  ? `there are no real releases in ${CORPUS}`
  : spawnSync('python3', ['--version']).status !== 0 && 'real releases need python3 to be unpacked';

/** Made-up names with what tears names apart: real releases tell only the slugs of their offices. */
const NAMES = [
  'Committee on Example, Sample and Specimen',
  'Office of “Alex” Example',
  'Oficina de la Senadora Peña-Núñez',
  '範例議員辦公室',
  'Văn phòng Thượng nghị sĩ Ví Dụ',
  "The Speaker's Office & Staff",
];

const withoutCommas = (name = '') => name.replaceAll(',', '');

test(
  'a thousand real releases come back from each citation file as they are',
  { skip },
  async (t) => {
    const shared = await sharedFolder(`corpus-${COUNT}`, async (place) => {
      await promisify(execFile)('python3', [join(CORPUS, 'unpack'), String(COUNT), place]);
    });
    const contentDir = await tempFolder(t);
    await cp(shared, contentDir, { recursive: true });
    const settings = { contentDir, base: '/', siteUrl: 'https://press.example.org' };
    const { releases: undescribed } = await loadArchive({ ...settings, now: Date.now() });
    const slugs = [...new Set(undescribed.flatMap(({ office }) => office))].sort();
    const offices = slugs.map((slug, n) => [
      `offices/${slug}.yaml`,
      `name: ${JSON.stringify(NAMES[n % NAMES.length])}\n`,
    ]);
    await writeFiles(contentDir, Object.fromEntries(offices) as Record<string, string>);

    const archive = await loadArchive({ ...settings, now: Date.now() });
    assert.equal(archive.releases.length, COUNT);
    const publication = publicationOf(archive, settings);
    const validate = new Ajv({ allowUnionTypes: true }).compile(cslDataSchema);
    for (const release of archive.releases) {
      const expected = {
        title: release.title,
        offices: release.office.map((slug) => NAMES[slugs.indexOf(slug) % NAMES.length]),
        day: release.date,
        url: `https://press.example.org${release.path}`,
        note: undefined,
      };
      const item = citationOf(publication, release);
      for (const { name, format } of CITATION_FORMATS) {
        const text = format(item);
        if (name === 'CSL-JSON') {
          const items = JSON.parse(text) as CslItem[];
          assert.ok(validate(items), JSON.stringify(validate.errors));
          assert.equal(items[0]?.title, expected.title);
          assert.deepEqual(items[0].author.map(authorName), expected.offices);
          assert.deepEqual(items[0].issued['date-parts'], [release.date.split('-').map(Number)]);
          assert.equal(items[0].URL, expected.url);
        } else {
          // In RIS a comma parts a name, so there is none within: see `programs.test.ts`.
          const offices = name === 'RIS' ? expected.offices.map(withoutCommas) : expected.offices;
          assert.deepEqual(
            readCitation(text),
            { ...expected, offices },
            `${name} of ${release.id}`,
          );
        }
      }
    }
  },
);
