import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionsFeed } from '../../../src/publish/feeds/corrections-feed.ts';
import { madePublication, ROOT } from './made-feed.ts';

const A = `${ROOT}/releases/2017/11/22/a/`;

test('corrections, withdrawals and replacements are entries, the newest first, each at its place', () => {
  const publication = madePublication({
    '2017-11-22-a': {
      title: 'Lanterns <lit>',
      corrections: '[{ date: 2017-11-24, note: One & two. }, { date: 2017-11-23, note: Earlier. }]',
      withdrawn: '{ date: 2017-12-02, reason: A slip. }',
    },
    '2017-12-01-b': { title: 'New words', corrects: '2017-11-22-a' },
    '2017-12-05-c': { title: 'Nothing was wrong here' },
  });
  const feed = correctionsFeed(publication);
  assert.deepEqual(
    feed.entries.map(({ id, published }) => [id, published.rfc3339]),
    [
      [`${A}#page:withdrawn`, '2017-12-02T00:00:00-08:00'],
      [`${A}#page:corrected-by-2017-12-01-b`, '2017-12-01T00:00:00-08:00'],
      [`${A}#page:correction-1`, '2017-11-24T00:00:00-08:00'],
      [`${A}#page:correction-2`, '2017-11-23T00:00:00-08:00'],
    ],
  );
  const [withdrawn, replaced, corrected, earlier] = feed.entries;
  assert.deepEqual(
    [withdrawn?.summary, corrected?.summary, earlier?.summary],
    ['A slip.', 'One & two.', 'Earlier.'],
  );
  assert.match(replaced?.summary ?? '', /New words/);
  assert.ok(replaced?.html.includes(`<a href="${ROOT}/releases/2017/12/01/b/">New words</a>`));
  assert.ok(corrected?.html.startsWith('<p>One &amp; two.</p>'));
  for (const { title, html } of feed.entries) {
    assert.match(title, /Lanterns <lit>/);
    assert.match(html, /<a href="[^"]+\/a\/">Lanterns &lt;lit&gt;<\/a>/);
  }
  assert.deepEqual(withdrawn?.authors, ['North']);
  assert.equal(feed.modified?.rfc3339, '2017-12-02T00:00:00-08:00');
  assert.deepEqual([feed.page, feed.folder], [`${ROOT}/feeds/`, `${ROOT}/`]);
});

test('it is in the language of the site, has fifty entries at most, and may have none', () => {
  const notes = Array.from({ length: 60 }, (_, n) => `{ date: 2017-11-23, note: Note ${n}. }`);
  const releases = { '2017-11-22-a': { corrections: `[${notes.join(', ')}]` } };
  const feed = correctionsFeed(madePublication(releases, { site: { language: 'es' } }));
  assert.equal(feed.language, 'es');
  assert.equal(feed.entries.length, 50);
  assert.match(feed.title, /Correc/);
  const none = correctionsFeed(madePublication({ '2017-11-22-a': {} }));
  assert.deepEqual([none.entries, none.modified], [[], undefined]);
});
