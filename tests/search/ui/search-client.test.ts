import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeSearch, stateOf } from './made-search.ts';

/** Plainly made-up releases, with all that people look for in real ones. */
const RELEASES = {
  ferry: 'The ferries of the harbor sail again; a ferry costs $3.47 a trip, or 347 tokens.',
  bill: 'Lanterns are lit under S. 1941 and H.R. 1, and nothing else.',
  spaced: 'Lanterns are dimmed under H. R. 1 and S.1348, says AB-60.',
  amounts: 'A grant of $35 million, then $500; 50,000 lanterns, 100% of them new.',
  large: 'A grant of $500,000 and 500,000 lanterns for 35 mills on a 95,000-acre field.',
  attack: 'Remembering 9/11 with an A+ choir of the AT&T harbor band, on I-35.',
  number: 'Call 911 from I-35W, or the Johnson desk at the UN office.',
  una: 'Una linterna grande; the IRAs of the band, and att signs.',
  compound: 'Stem-cell research in health care, at the Wal-Mart pier.',
  open: 'Stem cell research: healthcare for the pier, and health-care pay.',
  dash: 'The mayor—Lopez—was there with Rivera’s “tide-table” and an ofﬁce key.',
  wide: 'Ｂｏｏｔｈ １２３４ is open, \\<than\\> ten gauges.',
  headline: { title: 'Harbor Lantern Opens', body: 'It is open. It is near the sea and calm.' },
  mention: 'Far away, after much else that is of no use, a harbor lantern opens too.',
};
/** What each finds, in any order. */
const FOUND: Record<string, (keyof typeof RELEASES)[]> = {
  // Words with their endings, and no others.
  ferry: ['ferry'],
  'ferry tokens': ['ferry'],
  lantern: ['bill', 'spaced', 'amounts', 'large', 'headline', 'mention'],
  Johnsonville: [],
  'imigration lanterns': [],
  // Numbers as wholes, and amounts.
  '347': ['ferry'],
  '3.47': ['ferry'],
  '3475': [],
  $500: ['amounts'],
  '"$500"': ['amounts'],
  '50000': ['amounts'],
  '50,000': ['amounts'],
  '500000': ['large'],
  '95,000': ['large'],
  '$500,000': ['large'],
  '$35 million': ['amounts'],
  '"$35 million"': ['amounts'],
  '35 million': ['amounts'],
  'grant -"$35 million"': ['large'],
  '100%': ['amounts'],
  '100': ['amounts'],
  // Identifiers, however they are written.
  'S. 1941': ['bill'],
  'S.1941': ['bill'],
  s1941: ['bill'],
  'S. 19417': [],
  'H.R. 1': ['bill', 'spaced'],
  HR1: ['bill', 'spaced'],
  'hr 1': ['bill', 'spaced'],
  'S 1348': ['spaced'],
  'AB 60': ['spaced'],
  ab60: ['spaced'],
  '9/11': ['attack'],
  '911': ['number'],
  'AT&T': ['attack'],
  '"A+"': ['attack'],
  'I-35': ['attack'],
  'I-35W': ['number'],
  'U.N.': ['number'],
  UN: ['number'],
  IRS: [],
  // Compounds, dashes, ligatures and wide letters.
  'stem-cell': ['compound', 'open'],
  'stem cell': ['compound', 'open'],
  '"stem cell research"': ['compound', 'open'],
  healthcare: ['compound', 'open'],
  'health-care': ['compound', 'open'],
  'Wal-Mart': ['compound'],
  Walmart: ['compound'],
  lopez: ['dash'],
  rivera: ['dash'],
  tide: ['dash'],
  office: ['dash', 'number'],
  ofﬁce: ['dash', 'number'],
  'booth 1234': ['wide'],
  Ｂｏｏｔｈ: ['wide'],
  // The language of queries.
  'tokens OR pier': ['ferry', 'compound', 'open'],
  '(tokens OR pier) sail': ['ferry'],
  'lanterns NOT grant': ['bill', 'spaced', 'headline', 'mention'],
  'lanterns -(grant OR dimmed)': ['bill', 'headline', 'mention'],
  'remem*': ['attack'],
  '2017-01-01..2017-01-02': ['ferry', 'bill'],
  // Phrases, exactly, and with something left out.
  '"the harbor sail"': ['ferry'],
  '"the harbors sail"': [],
  '"lanterns are … nothing else"': ['bill'],
};

test('what people type finds what the texts have', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  for (const [q, expected] of Object.entries(FOUND)) {
    const { names, count } = await ask(q);
    assert.deepEqual(names.toSorted(), expected.toSorted(), q);
    assert.equal(count, expected.length, q);
  }
  for (const q of ['Johnsonville', 'S. 19417', 'IRS']) {
    const { unknown } = await ask(q);
    assert.deepEqual(unknown, [q]);
  }
  const { unknown, terms } = await ask('imigration lanterns -zebras');
  assert.deepEqual(unknown, ['imigration']);
  assert.deepEqual(terms.map(({ part, releases }) => [part.value, releases]).sort(), [
    ['imigration', 0],
    ['lanterns', 6],
    ['zebras', 0],
  ]);
});

test('only a word that is being typed finds words that begin with it', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  assert.deepEqual((await ask('lanterns remem', true)).names, []);
  const typing = await ask('remem', true);
  assert.deepEqual(typing.names, ['attack']);
  assert.deepEqual(
    typing.terms.map(({ isBeginning }) => isBeginning),
    [true],
  );
  assert.equal((await ask('remem')).count, 0);
  assert.equal((await ask('remem nothing', true)).count, 0, 'it is complete');
  // A word that the archive has stays what it is.
  assert.deepEqual((await ask('att', true)).names, ['una']);
});

test('words in the headline come first, then what comes early; in phrases too', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  for (const q of ['harbor lantern', '"harbor lantern opens"']) {
    assert.equal((await ask(q)).names[0], 'headline', q);
  }
});

test('signs and quotation marks are shown as they were issued', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  const shown = async (q: string) => {
    const [release] = (await ask(q)).found;
    return release?.hits[0]?.excerpt
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join('');
  };
  assert.match(
    (await shown('$35 million')) ?? '',
    /grant of \[\$35 million,\] then \$500; 50,000 lanterns, 100% of/,
  );
  assert.match(
    (await shown('9/11')) ?? '',
    /Remembering \[9\/11\] with an A\+ choir of the AT&T harbor/,
  );
  assert.match(
    (await shown('lopez')) ?? '',
    /^The mayor—\[Lopez—\]was there with Rivera’s “tide-table” and/,
  );
  assert.match((await shown('gauges')) ?? '', /is open, <than> ten \[gauges\.\]$/);
});

test('a search finds the same where the version of Pagefind is not known', async (t) => {
  const { ask } = await madeSearch(t, RELEASES, '9.9.9');
  for (const [q, names] of Object.entries(FOUND)) {
    assert.deepEqual((await ask(q)).names.sort(), [...names].sort(), q);
  }
});

test('voiced kana are other letters than plain ones', async (t) => {
  const { ask } = await madeSearch(t, {
    gas: '港でガスが漏れた。',
    castle: '港でカスタードを食べた。',
  });
  assert.deepEqual((await ask('ガス')).names, ['gas']);
  assert.deepEqual((await ask('カス')).names, ['castle']);
});

test('an ampersand between characters of a script without spaces stays one', async (t) => {
  const { ask } = await madeSearch(t, { lamp: '燈&塔 & 港&x26;。' });
  for (const q of ['燈', '塔', '港']) {
    const { found } = await ask(q);
    const shown = found[0]?.hits[0]?.excerpt.map(({ text }) => text).join('');
    assert.equal(shown, '燈&塔 & 港&x26;。', q);
  }
});

test('a search that fails is tried again by the next one', async (t) => {
  const { client, ask } = await madeSearch(t, { ferry: RELEASES.ferry });
  const { fetch } = globalThis;
  t.after(() => (globalThis.fetch = fetch));
  globalThis.fetch = () => Promise.reject(new TypeError('no network'));
  await assert.rejects(client.search(stateOf('ferry')), /no network/);
  globalThis.fetch = fetch;
  assert.equal((await ask('ferry')).count, 1);
});
