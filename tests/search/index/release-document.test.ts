import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from '../../../src/archive/site.ts';
import { documentHead, releaseDocument } from '../../../src/search/index/release-document.ts';
import { madeArchive } from '../../support/made-release.ts';

const releases = {
  '2017-11-22-a': { title: '"A & B <c>"', withdrawn: '{ date: 2017-11-24, reason: Mistake }' },
  '2017-11-23-b': { corrections: '{ date: 2017-11-25, note: Later }' },
};
function headIn(language: string, id: string): string {
  const { archive } = madeArchive(releases, { site: siteSchema.parse({ language }) });
  const release = archive.byId.get(id);
  assert.ok(release);
  return documentHead(archive, release);
}

test('a result says in the language of the site that a release was withdrawn or corrected', () => {
  for (const [language, withdrawn, corrected] of [
    ['en', 'Withdrawn', 'Corrected'],
    ['es', 'Retirado', 'Corregido'],
    ['zh-Hant', '已撤回', '已更正'],
  ] as const) {
    const notice = (words: string) => `data-pagefind-meta="notice[content]" content="${words}"`;
    assert.ok(headIn(language, '2017-11-22-a').includes(notice(withdrawn)));
    assert.ok(headIn(language, '2017-11-23-b').includes(notice(corrected)));
  }
});

test('words of fields are words in the document, whatever they look like', () => {
  assert.match(headIn('en', '2017-11-22-a'), /<h1>A\S+&amp; B &lt;c><\/h1>/);
});

test('a sign between spaces is no word of its own', () => {
  const { archive } = madeArchive(releases);
  const [release] = archive.releases;
  assert.ok(release);
  const html = '<p id="s-a" data-statement="">SALEM – The lanterns &#x26; bells</p>';
  const document = releaseDocument(archive, release, html);
  assert.match(document, /data-pagefind-title="¶">SALEM'\uE00F\u2060''\uE00F–' The/u);
  assert.match(document, /lanterns'\uE00F\u2060'&#x26; bells/u);
});
