import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDay } from '../../../src/archive/day.ts';
import { type ParsedQuery, parseQuery, removePart } from '../../../src/search/ui/query-language.ts';
import { OPERATORS } from '../../../src/search/ui/query-operators.ts';
import { anyText } from '../../support/any-text.ts';

/** What is not empty of a parsed query, its parts and its tree left out: short to compare. */
function asked(text: string): Partial<ParsedQuery> {
  const filled = Object.entries(parseQuery(text)).filter(
    ([name, value]) => name !== 'parts' && name !== 'tree' && Object.keys(value).length > 0,
  );
  return Object.fromEntries(filled);
}

/** A query without its tree, whose parts are those of the list. */
const flat = (query: ParsedQuery): Omit<ParsedQuery, 'tree'> => {
  const copy: Partial<ParsedQuery> = { ...query };
  delete copy.tree;
  return copy as Omit<ParsedQuery, 'tree'>;
};

const chips = (text: string) => parseQuery(text).parts.map((part) => part.text);
const reasons = (text: string) => parseQuery(text).remarks.map(({ reason }) => reason);

test('words are taken as typed, without the signs around them', () => {
  assert.deepEqual(asked('clear violation'), { words: ['clear', 'violation'] });
  assert.deepEqual(asked(' (MOUs), SB-54! ¿fees? can’t 1,000 '), {
    words: ['MOUs', 'SB-54', 'fees', 'can’t', '1,000'],
  });
});

test('an empty text and signs alone ask for nothing', () => {
  for (const text of [
    '',
    '  ',
    '-',
    '–',
    ' - ',
    '--',
    '…',
    '""',
    '“ ”',
    '"',
    '-""',
    '"." :',
    '(-)',
  ])
    assert.deepEqual([asked(text), chips(text)], [{}, []], text);
});

test('a phrase may be in the quotation marks of any keyboard', () => {
  for (const text of [
    '"of the MOUs"',
    '“of the MOUs”',
    '”of the MOUs”',
    '„of the MOUs“',
    '«of the MOUs»',
    '« of  the MOUs »',
    '»of the MOUs«',
    '“of the MOUs"',
    '「of the MOUs」',
  ])
    assert.deepEqual(asked(text), { phrases: ['of the MOUs'] }, text);
});

test('a phrase that is still being typed ends with the text', () => {
  assert.deepEqual(asked('clear "of the '), { words: ['clear'], phrases: ['of the'] });
  assert.deepEqual(asked('"a'), { phrases: ['a'] });
  assert.deepEqual(asked('“'), {});
  assert.deepEqual(asked('office:"Ash Ka'), { facets: { office: ['ash-ka'] } });
  assert.deepEqual(asked('-"the fe'), { without: [{ text: 'the fe', isPhrase: true }] });
});

test('a mark right behind a word begins no phrase', () => {
  assert.deepEqual(asked('12" pipe leak'), { words: ['12', 'pipe', 'leak'] });
  assert.deepEqual(asked('fees”'), { words: ['fees'] });
  assert.deepEqual(asked('d’« air pur » taxe'), { words: ['d', 'taxe'], phrases: ['air pur'] });
});

test('quotation marks of another kind inside of a phrase say nothing', () => {
  assert.deepEqual(asked('«he said “no”»'), { phrases: ['he said no'] });
});

test('a minus before a word or a phrase leaves it out', () => {
  assert.deepEqual(asked('water -fees −tax －toll -"the bond"'), {
    words: ['water'],
    without: [
      { text: 'fees', isPhrase: false },
      { text: 'tax', isPhrase: false },
      { text: 'toll', isPhrase: false },
      { text: 'the bond', isPhrase: true },
    ],
  });
  assert.deepEqual(asked('-$500,'), { without: [{ text: '$500', isPhrase: false }] });
});

test('a hyphen elsewhere, a dash and two of them leave nothing out', () => {
  assert.deepEqual(asked('cap-and-trade - x- –y --z'), {
    words: ['cap-and-trade', 'x', 'y', 'z'],
  });
  assert.deepEqual(asked('"cap"-and-trade --"the bond" "a"-"b"'), {
    words: ['and-trade'],
    phrases: ['cap', 'the bond', 'a', 'b'],
  });
});

test('a bill is one bill however it is typed, and may have a space in it', () => {
  for (const typed of ['sb-54', 'SB54', 'SB 54', 'S.B. 54', 'sb 54', '"Senate Bill 54"'])
    assert.deepEqual(asked(`bill:${typed}`), { facets: { bill: ['sb-54'] } }, typed);
  for (const typed of ['H.R. 1', 'HR1', 'hr-1', '"H. R. 1"'])
    assert.deepEqual(asked(`bill:${typed}`), { facets: { bill: ['hr-1'] } }, typed);
  assert.deepEqual(asked('bill:S. 1348 fees'), { words: ['fees'], facets: { bill: ['s-1348'] } });
  assert.deepEqual(asked('bill:"Sample Bill 12"'), { facets: { bill: ['sample-bill-12'] } });
});

test('an operator narrows to a value, in upper or lower case, bare or in quotation marks', () => {
  for (const facet of ['office', 'caucus', 'topic', 'speaker', 'language'] as const) {
    const expected = { facets: { [facet]: ['ash-kalra'] } };
    assert.deepEqual(asked(`${facet}:ash-kalra`), expected);
    assert.deepEqual(asked(`${facet}:"Ash Kalra"`), expected);
    assert.deepEqual(asked(`(${facet.toUpperCase()}:“ Ash  Kalra ”),`), expected);
  }
  assert.deepEqual(asked('OFFICE:X'), { facets: { office: ['x'] } });
  assert.deepEqual(asked('Office:Ash Kalra'), {
    words: ['Kalra'],
    facets: { office: ['ash'] },
  });
});

test('several values of one facet are all taken, the same one once', () => {
  assert.deepEqual(asked('year:2017 year:2018 year:2017, topic:x'), {
    facets: { topic: ['x'], year: ['2017', '2018'] },
  });
  assert.deepEqual(chips('year:2017 year:2017'), ['year: 2017', 'year: 2017']);
});

test('what is named after before: or after: is not within', () => {
  const range = (text: string) => {
    const { from, to } = parseQuery(text);
    return `${from}/${to}`;
  };
  assert.equal(range('before:2018'), '/2017-12-31');
  assert.equal(range('before:2018-01'), '/2017-12-31');
  assert.equal(range('before:2017-12'), '/2017-11-30');
  assert.equal(range('before:2017-12-31'), '/2017-12-30');
  assert.equal(range('before:2016-03-01'), '/2016-02-29');
  assert.equal(range('after:2017'), '2018-01-01/');
  assert.equal(range('after:2017-12'), '2018-01-01/');
  assert.equal(range('after:2017-02'), '2017-03-01/');
  assert.equal(range('after:2017-11-22'), '2017-11-23/');
  assert.equal(range('after:2016-02-28'), '2016-02-29/');
  assert.equal(range('after:"2017-11-30" Before:2018,'), '2017-12-01/2017-12-31');
  assert.equal(range('before:0002 after:0098-12-31'), '0099-01-01/0001-12-31');
});

test('there is no day before the year 1', () => {
  const { to, remarks } = parseQuery('before:0001');
  assert.equal(to, '');
  assert.deepEqual(remarks, [{ typed: 'before:0001', reason: 'the calendar has no such day' }]);
});

test('of several bounds the narrowest counts', () => {
  const { from, to } = parseQuery('before:2019 before:2018-06 after:2016 before:2020 after:2015');
  assert.deepEqual([from, to], ['2017-01-01', '2018-05-31']);
});

test('an operator without a value right behind it is a word', () => {
  for (const text of ['office:', 'office: ', 'office:""', 'office:"', 'office:…'])
    assert.deepEqual(asked(text), { words: ['office'] }, text);
  assert.deepEqual(asked('office: ash-kalra'), { words: ['office', 'ash-kalra'] });
  assert.deepEqual(asked('year: "2017"'), { words: ['year'], phrases: ['2017'] });
});

test('an operator that does not exist is searched as words, and said to be', () => {
  assert.deepEqual(asked('senator:smith'), {
    words: ['senator', 'smith'],
    remarks: [{ typed: 'senator:smith', reason: 'there is no operator “senator:”' }],
  });
  assert.deepEqual(asked('senator:"Jane Smith" tax').words, ['senator', 'Jane', 'Smith', 'tax']);
  assert.deepEqual(reasons('Offices:x'), [
    'there is no operator “offices:”; did you mean “office:”?',
  ]);
  assert.deepEqual(reasons('constructor:x'), ['there is no operator “constructor:”']);
});

test('a value that cannot be is searched as words, and said to be', () => {
  assert.deepEqual(asked('before:soon').words, ['before', 'soon']);
  assert.deepEqual(asked('year:17').words, ['year', '17']);
  const date = 'a date is written as in “after:2017”, “after:2017-11” or “after:2017-11-22”';
  for (const value of ['yesterday', '17', '2017-1', '11/22/2017', '>2017', '2017-11-22-01'])
    assert.deepEqual(reasons(`after:${value}`), [date], value);
  for (const text of ['before:2017-02-30', 'after:2017-13', 'before:0000', 'after:9999-12-31'])
    assert.deepEqual(reasons(text), ['the calendar has no such day'], text);
  for (const value of ['17', 'soon', '2017-2019', '>=2017'])
    assert.deepEqual(reasons(`year:${value}`), ['a year has four digits, as in “year:2017”']);
});

test('leaving out a value of an operator is not offered, and said so', () => {
  for (const text of ['-office:ash-kalra', '--office:ash-kalra', '-senator:ash-kalra']) {
    const { words, facets, without, remarks } = parseQuery(text);
    assert.deepEqual([words.at(-1), facets, without], ['ash-kalra', {}, []]);
    assert.deepEqual(remarks, [
      { typed: text, reason: 'only words and phrases can be left out with a minus sign' },
    ]);
  }
  assert.deepEqual(asked('-office:"Ash Kalra"').words, ['office', 'Ash', 'Kalra']);
});

test('a colon in ordinary text is no operator', () => {
  assert.deepEqual(asked('http://x.org/a?b 10:30 Re: budget 3:a'), {
    words: ['http://x.org/a?b', '10:30', 'Re', 'budget', '3:a'],
  });
  assert.deepEqual(asked('-https://x.org -10:30').without?.length, 2);
});

test('Vietnamese, Chinese and Spanish are understood', () => {
  assert.deepEqual(asked('topic:"Nhập cư" “người Việt” -thuế'), {
    phrases: ['người Việt'],
    without: [{ text: 'thuế', isPhrase: false }],
    facets: { topic: ['nhap-cu'] },
  });
  assert.deepEqual(asked('Quy\u1ec1n l\u01a1\u0323'), { words: ['Quyền', 'l\u01a1\u0323'] });
  assert.deepEqual(asked('加州“公平法案”－税 topic:移民 year：2017 他说:“不”'), {
    words: ['加州', '税', '他说'],
    phrases: ['公平法案', '不'],
    facets: { topic: ['移民'], year: ['2017'] },
  });
  assert.deepEqual(asked('¿inmigración? speaker:"María Elena Durazo" -«la niñez»'), {
    words: ['inmigración'],
    without: [{ text: 'la niñez', isPhrase: true }],
    facets: { speaker: ['maria-elena-durazo'] },
  });
});

test('each part has a chip, in the order typed, with its place', () => {
  const text = 'clear  -"the fees", "of the MOUs" office:"Ash Kalra" before:2017-12 year:17';
  assert.deepEqual(chips(text), [
    'clear',
    'without “the fees”',
    '“of the MOUs”',
    'office: ash-kalra',
    'before 2017-12',
    'year 17',
  ]);
  const { parts } = parseQuery(text);
  assert.deepEqual(
    parts.map(({ start, end }) => text.slice(start, end)),
    ['clear', '-"the fees",', '"of the MOUs"', 'office:"Ash Kalra"', 'before:2017-12', 'year:17'],
  );
});

test('a part is removed with the space it took, and the rest stays as typed', () => {
  const text = '  one   two "three  four" ';
  const [one, two, phrase] = parseQuery(text).parts;
  assert.ok(one && two && phrase);
  assert.equal(removePart(text, one), 'two "three  four" ');
  assert.equal(removePart(text, two), '  one "three  four" ');
  assert.equal(removePart(text, phrase), '  one   two');
  const [, quoted] = parseQuery('one"two"three').parts;
  assert.ok(quoted);
  assert.equal(removePart('one"two"three', quoted), 'one three');
});

const SIGNS = [...'"“”„«»「」-–−－:：()., /\u0301', ' -', ' "', '" ', '://'];
const WORDS = [
  'a',
  'é',
  'ế',
  '税',
  'fees',
  'x-y',
  '10:30',
  '"a b"',
  '-«c d»',
  '“e"',
  '-f',
  'senator:',
];
const DATES = ['2017', '2018-02', '2017-12-31', 'soon'];
const OPERATED = OPERATORS.flatMap((name) => [
  `${name}:`,
  `-${name}:`,
  `${name}:2017`,
  `${name}:"b c"`,
]);
const pieces = fc.oneof(
  ...[SIGNS, WORDS, WORDS, DATES, OPERATED].map((list) => fc.constantFrom(...list)),
  ...[' ', ' ', '  '].map((space) => fc.constant(space)),
);
/** Any text at all, or one of pieces that mean something, alone or in their neighbourhood. */
const typed = fc.oneof(
  anyText(...SIGNS, ...WORDS),
  fc.array(pieces, { size: 'medium', maxLength: 30 }).map((list) => list.join('')),
);
const property = (check: (text: string) => void) =>
  fc.assert(fc.property(typed, check), { numRuns: 1000 });
const meanings = ({ parts }: ParsedQuery) =>
  parts.map(({ kind, value, isPhrase }) => ({ kind, value, isPhrase }));

test('any text has a meaning, with days that the calendar has', () => {
  property((text) => {
    const query = parseQuery(text);
    for (const day of [query.from, query.to]) assert.ok(day === '' || isDay(day));
    const { parts, remarks, ...asked } = flat(query);
    const asksForNothing = Object.values(asked).every((value) => Object.keys(value).length === 0);
    assert.equal(asksForNothing, parts.length === 0);
    assert.ok(remarks.length <= parts.length);
  });
});

test('parts lie in the text, in order and apart, and hold every letter and digit', () => {
  property((text) => {
    let last = 0;
    let between = '';
    for (const { start, end } of parseQuery(text).parts) {
      assert.ok(start >= last && end > start && end <= text.length);
      between += text.slice(last, start);
      last = end;
    }
    assert.doesNotMatch(between + text.slice(last), /[\p{L}\p{N}]/u);
  });
});

test('removing a part leaves the others as they were; removing all leaves nothing', () => {
  property((text) => {
    const query = parseQuery(text);
    const before = meanings(query);
    for (const [n, part] of query.parts.entries()) {
      const after = meanings(parseQuery(removePart(text, part)));
      assert.deepEqual(after, before.toSpliced(n, 1));
    }
    let left = text;
    for (const part of query.parts.toReversed()) left = removePart(left, part);
    assert.deepEqual(parseQuery(left).parts, []);
  });
});

test('space around a text changes no meaning', () => {
  property((text) => {
    const [query, trimmed] = [parseQuery(text), parseQuery(text.trim())];
    const shift = text.length - text.trimStart().length;
    const moved = trimmed.parts.map((part) => ({
      ...part,
      start: part.start + shift,
      end: part.end + shift,
    }));
    assert.deepEqual(flat(query), { ...flat(trimmed), parts: moved });
  });
});

test('quotation marks are in pairs in what is shown, and in no word or phrase', () => {
  property((text) => {
    const query = parseQuery(text);
    for (const { text: shown } of query.parts) {
      assert.match(shown, /^[^“”]*(?:“[^“”]+”[^“”]*)*$/);
    }
    for (const { value } of query.parts) assert.doesNotMatch(value, /["“”„‟＂«»「」『』]/);
  });
});

test('each part counts in what is asked for', () => {
  property((text) => {
    const { parts, words, phrases, without, facets } = parseQuery(text);
    const count = (...kinds: string[]) => parts.filter(({ kind }) => kinds.includes(kind)).length;
    assert.ok(words.length >= count('words') && words.every((word) => /^\S+$/.test(word)));
    assert.deepEqual([phrases.length, without.length], [count('phrase'), count('without')]);
    for (const [facet, values] of Object.entries(facets)) {
      assert.ok(values.length > 0 && values.length <= count(facet));
    }
  });
});

/** The structure of a query in brackets: `(a|b)`, `!c`. */
function shape(q: string): string {
  const of = (node: ParsedQuery['tree']): string => {
    if (node.kind === 'part') return node.part.value;
    if (node.kind === 'not') return `!${of(node.node)}`;
    return `(${node.nodes.map(of).join(node.kind === 'any' ? '|' : ' ')})`;
  };
  return of(parseQuery(q).tree);
}

test('OR, NOT and brackets join words, and OR binds what is next to it', () => {
  for (const [q, expected] of [
    ['a OR b', '(a|b)'],
    ['a OR b c', '((a|b) c)'],
    ['a (b OR c d)', '(a ((b|c) d))'],
    ['(a b) OR c', '((a b)|c)'],
    ['a NOT b', '(a !b)'],
    ['a -(b OR c)', '(a !(b|c))'],
    ['a NOT (b c)', '(a !(b c))'],
    ['"a b" OR c', '(a b|c)'],
    ['a AND b', '(a b)'],
    // What joins nothing is a word, or punctuation.
    ['OR a', '(OR a)'],
    ['Portland OR', '(Portland OR)'],
    ['a or b', '(a or b)'],
    ['SOME HARBOR OR FERRY', '(SOME HARBOR OR FERRY)'],
    ['a (b OR c', '(a (b|c))'],
    ['401(k) plan', '(401(k) plan)'],
    ['(401(k) OR ira)', '(401(k)|ira)'],
  ] as const) {
    assert.equal(shape(q), expected, q);
  }
});

test('identifiers and amounts are one thing, and numbers beside years are not', () => {
  for (const [q, words] of [
    ['S. 1348 vote', ['S. 1348', 'vote']],
    ['vote on H. R. 1', ['vote', 'on', 'H. R. 1']],
    ['S.Con.Res. 21', ['S.Con.Res. 21']],
    ['ab 60, sb 54', ['ab 60', 'sb 54']],
    ['$1.5 million grant', ['$1.5 million', 'grant']],
    ['100% of it', ['100%', 'of', 'it']],
    ['U.S. 2006 budget', ['U.S', '2006', 'budget']],
    ['9/11 AT&T U.N.', ['9/11', 'AT&T', 'U.N']],
  ] as const) {
    const parts = parseQuery(q).parts.map(({ value }) => value);
    assert.deepEqual(parts, words, q);
  }
});

test('a star behind a word asks for its beginning; elsewhere it is said to mean nothing', () => {
  const [part] = parseQuery('immigra*').parts;
  assert.deepEqual([part?.value, part?.isPrefix], ['immigra', true]);
  for (const q of ['im*gra', '*gra', 'i*']) {
    const { parts, remarks } = parseQuery(q);
    assert.equal(parts[0]?.isPrefix, false, q);
    if (q !== '*gra') assert.match(remarks[0]?.reason ?? '', /a star goes behind a word/, q);
  }
});

test('two dots between years, months or days are a range, both within', () => {
  assert.deepEqual(asked('2004..2006'), { from: '2004-01-01', to: '2006-12-31' });
  assert.deepEqual(asked('2004-02..2004-02'), { from: '2004-02-01', to: '2004-02-29' });
  assert.deepEqual(asked('water 2006-05-04..2006-06-01.'), {
    words: ['water'],
    from: '2006-05-04',
    to: '2006-06-01',
  });
  for (const q of ['2006..2004', '2004..20055', '2004-13..2005', '5..10']) {
    assert.match(reasons(q)[0] ?? '', /a range is written as/, q);
  }
});

test('a filter on one side of OR is said to hold for all', () => {
  assert.match(reasons('water OR office:north')[0] ?? '', /whole search/);
  assert.deepEqual(asked('water OR office:north').facets, { office: ['north'] });
});

test('of OR, NOT and AND with nothing behind them, that they are words is said', () => {
  for (const text of ['Portland OR', 'dairy NOT', 'corn AND']) {
    assert.deepEqual(reasons(text), ['nothing follows that it could join'], text);
  }
  for (const text of ['OR', 'corn OR wheat', 'corn or', '"corn OR"', 'THE HOUSE DID NOT']) {
    assert.deepEqual(reasons(text), [], text);
  }
});
