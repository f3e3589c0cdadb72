import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { statementId } from '../../src/archive/statement-id.ts';
import { FERRY, indexOf, LIGHTHOUSE, madeUpSource } from './made-up-sources.ts';

const index = indexOf(LIGHTHOUSE, FERRY);
const place = (quotation: string) => {
  const { answer, matches } = index.answer(quotation);
  const statements = matches.map(({ release, text }) => {
    const source = release === 'ferry' ? FERRY : LIGHTHOUSE;
    return `${release} ${source.statements.findIndex((own) => own.text === text)}`;
  });
  return [answer, ...statements];
};

test('words in a row are found word for word, whatever marks, dashes and case they have', () => {
  for (const quotation of [
    'It has burned for 1,200 nights—and it will burn tonight.',
    '"it has burned for 1,200 nights -- and it will burn tonight"',
    'IT HAS BURNED FOR 1,200 NIGHTS – AND IT WILL BURN TONIGHT',
    '  burned   for 1,200\tnights - and it  ',
    '‘We will not close the lighthouse,’ said Councilmember Sample. ‘It has burned',
  ]) {
    assert.deepEqual(place(quotation), ['verbatim', 'lighthouse 0'], quotation);
  }
});

test('what differs without counting is named', () => {
  const understood = (quotation: string) => index.answer(quotation).understood;
  assert.deepEqual(understood('It has burned for 1,200 nights—and'), []);
  assert.deepEqual(understood('it has burned for 1,200 nights -- and'), ['dashes', 'case']);
  assert.deepEqual(understood('"close the lighthouse," said Councilmember Sample'), [
    'quotationMarks',
  ]);
  assert.deepEqual(understood('[The lamp] has burned for 1,200 nights'), ['brackets']);
  assert.deepEqual(understood('has burned for … will burn tonight'), ['ellipsis']);
});

test('a word that differs, is missing or is added is never word for word, and is shown', () => {
  for (const [quotation, kinds] of [
    ['It has burned for 1,300 nights and it will burn tonight', ['1,200', '1,300']],
    ['It has burned for nights and it will burn tonight', ['1,200']],
    ['Every big ship that passes the northern reef before dawn', ['big']],
    ['We will close the lighthouse, said Councilmember Sample', ['not']],
    ['The ferry carries no bread to the island each morning', ['no']],
    ['rises to $1.5 billion, or 12% more than the average', ['million', 'billion', 'U.S.']],
  ] as const) {
    const { answer, differences = [] } = index.answer(quotation);
    assert.equal(answer, 'altered', quotation);
    const changed = differences.filter(({ kind }) => kind !== 'same').map(({ text }) => text);
    assert.deepEqual(changed, kinds);
  }
});

test('an ellipsis joins parts of one release in their order, however it is written', () => {
  for (const dots of ['…', '...', ' . . . ', ' […] ', ' [...] ', ' (…) ', '....', ' * * * ']) {
    assert.deepEqual(
      place(`We will not close the lighthouse${dots}depends on this lamp`),
      ['verbatim', 'lighthouse 0', 'lighthouse 2'],
      dots,
    );
  }
  assert.equal(place('depends on this lamp … We will not close the lighthouse')[0], 'altered');
});

test('an ellipsis hides no negation, and brackets neither drop nor add one', () => {
  assert.equal(place('We will … close the lighthouse, said Councilmember')[0], 'altered');
  assert.equal(place('We [shall] close the lighthouse, said Councilmember')[0], 'altered');
  assert.equal(place('[They will] close the lighthouse, said Councilmember')[0], 'altered');
  assert.equal(place('carries bread to [no] island each morning')[0], 'altered');
  assert.equal(place('We [won’t] close the lighthouse, said Councilmember')[0], 'verbatim');
});

test('brackets stand for other words, for none, for a letter or for an ending', () => {
  for (const quotation of [
    '[It] carries bread to the island each morning',
    'The ferry carries bread to [Sample Island] each morning',
    'The ferry carries [fresh] bread to the island',
    '[t]he ferry carries bread to the island',
    'The ferry carrie[d] bread [sic] to the island each morning',
  ]) {
    assert.deepEqual(place(quotation), ['verbatim', 'ferry 0'], quotation);
  }
  assert.equal(place('[S]he ferry carries bread to the island')[0], 'altered');
});

test('a quotation may go on in the next statement', () => {
  assert.deepEqual(place('or 12% more than the U.S. average. Every ship that passes'), [
    'verbatim',
    'lighthouse 1',
    'lighthouse 2',
  ]);
});

test('pieces of several releases are scattered, with an ellipsis or without', () => {
  const expected = ['scattered', 'ferry 0', 'lighthouse 2'];
  const [one, other] = ['carries bread to the island each morning', 'depends on this lamp'];
  assert.deepEqual(place(`${one} … passes the northern reef before dawn ${other}`), expected);
  assert.deepEqual(place(`${one}, passes the northern reef before dawn`), expected);
});

test('too few words are short, and so are ones with nothing but tiny parts', () => {
  for (const quotation of ['', '…', 'carries bread to the', 'We … close … lamp … bread … dawn']) {
    assert.deepEqual(place(quotation), ['short'], quotation);
  }
});

test('what is nowhere is not found, and invented words are none of an archive', () => {
  assert.equal(place('A glacier moved into the parking garage over the weekend')[0], 'none');
});

test('what more than ten releases have is common, with how many they are', () => {
  const words = 'For more information please call the harbor office';
  const many = (count: number) =>
    indexOf(...Array.from({ length: count }, (_, n) => madeUpSource(`r-${n}`, `${words}.`)));
  assert.equal(many(10).answer(words).answer, 'verbatim');
  const { answer, releases, matches } = many(11).answer(words);
  assert.deepEqual([answer, releases, matches.length], ['common', 11, 10]);
});

test('whole words of before an edit, or of a removed statement, are known by the id', () => {
  const [before, after] = ['The lamp is lit at six in winter.', 'The lamp is lit at five in June.'];
  const id = statementId(before);
  const edited = {
    ...madeUpSource('edited'),
    statements: [{ id, text: after, digest: statementId(after) }],
  };
  const found = indexOf(edited, FERRY).answer(before);
  assert.equal(found.answer, 'edited');
  assert.deepEqual(found.matches[0]?.statement, id);
  const removed = { ...madeUpSource('removed', after), removed: [`${id}-2`] };
  assert.equal(indexOf(removed).answer(before).matches[0]?.statement, `${id}-2`);
  assert.equal(indexOf(edited).answer(after).answer, 'verbatim');
});

test('a whole statement comes before one that has more words', () => {
  const part = 'Every ship depends on this lamp.';
  const one = indexOf(
    madeUpSource('longer', `${part} And every lamp on a ship.`),
    madeUpSource('whole', part),
  );
  assert.deepEqual(
    one.answer(part).matches.map(({ release }) => release),
    ['whole', 'longer'],
  );
});

test('any five words in a row are word for word, and with one of them replaced never', () => {
  const words = LIGHTHOUSE.statements.flatMap(({ text }) => text.split(/\s+/));
  const at = fc.nat(words.length - 8);
  fc.assert(
    fc.property(at, fc.integer({ min: 0, max: 6 }), (start, changed) => {
      const row = words.slice(start, start + 8);
      assert.equal(index.answer(row.join(' ')).answer, 'verbatim', row.join(' '));
      const other = row.with(changed, 'umbrella').join(' ');
      assert.notEqual(index.answer(other).answer, 'verbatim', other);
    }),
  );
});

test('what a statement said before an edit is found, whole or in part, with those words', () => {
  const [, ...others] = LIGHTHOUSE.statements;
  const before = LIGHTHOUSE.statements[1]?.text ?? '';
  const now = before.replace('$1.5 million', '$1.7 million');
  const removed = 'The keeper alone decides when the lamp is put out.';
  const source = {
    ...LIGHTHOUSE,
    statements: [LIGHTHOUSE.statements[0], { id: 's-aaaaaaaa', text: now }, others[1]].filter(
      (one) => one !== undefined,
    ),
    earlier: [
      { statement: 's-aaaaaaaa', text: before, until: '2025-03-01' },
      { statement: 's-bbbbbbbb', text: removed, until: '2025-04-01' },
    ],
  };
  const edited = indexOf(source, FERRY);
  const answerTo = (quotation: string) => {
    const { answer, matches } = edited.answer(quotation);
    return [answer, ...matches.map(({ statement, text, earlier }) => [statement, text, earlier])];
  };
  assert.deepEqual(answerTo('allowance rises to $1.5 million, or 12% more'), [
    'edited',
    ['s-aaaaaaaa', now, { text: before, until: '2025-03-01' }],
  ]);
  // It goes on in a statement that has its words still.
  assert.deepEqual(answerTo('or 12% more than the U.S. average. Every ship that passes'), [
    'verbatim',
    ...edited
      .answer('or 12% more than the U.S. average. Every ship that passes')
      .matches.map(({ statement, text, earlier }) => [statement, text, earlier]),
  ]);
  assert.deepEqual(
    answerTo('rises to $1.5 million, or 12% more than the U.S. average. Every ship'),
    ['edited', ['s-aaaaaaaa', now, { text: before, until: '2025-03-01' }]],
  );
  assert.deepEqual(answerTo('decides when the lamp is put out'), [
    'edited',
    ['s-bbbbbbbb', '', { text: removed, until: '2025-04-01' }],
  ]);
  assert.equal(answerTo('allowance rises to $1.9 million, or 12% more')[0], 'altered');
});
