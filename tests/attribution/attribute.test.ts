import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attributeStatements } from '../../src/attribution/attribute.ts';

/** The speakers of statements, as `2: Sam Sample (said)` with the number of the statement from 1. */
function speakers(text: string, language = 'en'): string[] {
  const statements = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph, n) => ({ id: String(n + 1), text: paragraph.replace(/\s+/g, ' ').trim() }));
  return attributeStatements(statements, language).map(({ statement, speaker, rule }) => {
    const name = speaker.name === '' ? `the ${speaker.titles.join(' ')}` : speaker.name;
    return `${statement}: ${name} (${rule})`;
  });
}

const LEAD =
  'Assemblymember Nora North (D-Sample City) met Mayor Ida Q. Index at the ferry landing.';

const CASES: [name: string, text: string, ...expected: string[]][] = [
  [
    'a title behind the verb',
    '“The boats are back,” said Assemblymember North.',
    '2: Nora North (said)',
  ],
  [
    'a name before the verb',
    '"The boats are back," North said. "We waited long."',
    '2: Nora North (said)',
  ],
  [
    'a verb and a colon before',
    'At noon, Mayor Index said: “The boats are back.”',
    '2: Ida Q. Index (said)',
  ],
  [
    'an aside between name and verb',
    'Mayor Index, who opened the old landing, said, “The boats are back.”',
    '2: Ida Q. Index (said)',
  ],
  [
    'somebody with a role, and what it is',
    '“We hired forty people,” said Tom Tester, foreman of the crew.',
    '2: Tom Tester (said)',
  ],
  [
    'a title in small letters',
    '“We hired forty people,” said company spokeswoman Tess Tester.',
    '2: Tess Tester (said)',
  ],
  [
    'a title that several words make',
    '“We hired forty people,” said Secretary of Transportation Tess Tester.',
    '2: Tess Tester (said)',
  ],
  [
    'a nickname and initials',
    '“We hired forty people,” said Councilmember T.S. “Tess” Tester.',
    '2: T.S. Tess Tester (said)',
  ],
  [
    'a suffix',
    '“We hired forty people,” said Sheriff Tom Tester, Jr., at the landing.',
    '2: Tom Tester Jr. (said)',
  ],
  [
    'a quotation that ends with a question',
    '“Who waits?” asked Mayor Index.',
    '2: Ida Q. Index (said)',
  ],
  [
    'somebody to whom words go',
    'In a letter to Mayor Index, Assemblymember North wrote, “The boats are back.”',
    '2: Nora North (said)',
  ],
  [
    'according to somebody',
    '“The boats are back,” according to Mayor Index.',
    '2: Ida Q. Index (said)',
  ],
  [
    'he or she, of whom nobody else is named since',
    '“The boats are back,” said Mayor Index.\n\n“We waited long,” she added.',
    '2: Ida Q. Index (said)',
    '3: Ida Q. Index (pronoun)',
  ],
  [
    'he or she, where somebody else is named since: that is in doubt',
    '“The boats are back,” said Mayor Index.\n\nAssemblymember North agreed.\n\n“We waited long,” she added.',
    '2: Ida Q. Index (said)',
  ],
  [
    'he or she, where somebody without a title is named since',
    '“The boats are back,” said Mayor Index.\n\nTom Tester, who built the landing, told the council of it.\n\n“We waited long,” he said.',
    '2: Ida Q. Index (said)',
  ],
  [
    'what somebody does, in small letters',
    '“We hired forty people,” said branch librarian Tess Tester.',
    '2: Tess Tester (said)',
  ],
  [
    'a role in the place of a name',
    '“The boats are back,” said Mayor Index.\n\n“We waited long,” the mayor added.',
    '2: Ida Q. Index (said)',
    '3: Ida Q. Index (pronoun)',
  ],
  [
    'several paragraphs of one quotation',
    '“The boats are back,” said Mayor Index. “We waited long.\n\n“We shall not wait again.”',
    '2: Ida Q. Index (said)',
    '3: Ida Q. Index (continued)',
  ],
  [
    'several paragraphs, of which the last one names the speaker',
    '“The boats are back.\n\n“We shall not wait again,” said Mayor Index.',
    '2: Ida Q. Index (continued)',
    '3: Ida Q. Index (said)',
  ],
  [
    'words of somebody else in a speech without marks, and what follows them',
    'Assemblymember North gave the following statement:\n\nI asked for boats, and I was not alone in that.\n\nThe harbor master of the time was as clear. These were his words:\n\n“I want boats, and I want them now.\n\n“I have waited for nine long years.”\n\nI have little to add to this, but my thanks to him.',
    '3: Nora North (introduced)',
    '4: Nora North (introduced)',
    '7: Nora North (introduced)',
  ],
  [
    'a statement that is introduced',
    'Assemblymember North today released the following statement on S.B. 12 and the ferry:\n\n“I asked for boats.\n\n“Now they are back.”\n\nThe landing is on Sample Street.',
    '3: Nora North (introduced)',
    '4: Nora North (introduced)',
  ],
  [
    'a statement without marks, until the release speaks of its author',
    'Below is a statement by Assemblymember North:\n\nThe Boats Are Back\n\nI asked for boats more than two years ago.\n\nNow they are back, and we can cross.\n\nAssemblymember North was elected in 2018.',
    '4: Nora North (introduced)',
    '5: Nora North (introduced)',
  ],
  [
    'a statement without marks, and without a sign of who speaks',
    'Assemblymember North issued the following statement:\n\nThe landing is on Sample Street.',
  ],
  [
    'whose statement it is',
    'Mayor Index’s statement for the record:\n\n“The boats are back.”',
    '3: Ida Q. Index (introduced)',
  ],
  ['a name behind a dash', '“The boats are back.” — Mayor Index', '2: Ida Q. Index (signed)'],
  [
    'names before colons',
    'MAYOR INDEX: Are the boats back?\n\nASSEMBLYMEMBER NORTH: They are.',
    '2: Ida Q. Index (transcript)',
    '3: Nora North (transcript)',
  ],
  ['facts before colons', 'Program Area: Water\n\nGrant Type: Harbors'],
  ['a term in marks', 'The “Ferry Fund for Sample City” pays for it, Mayor Index knows.'],
  ['a reported sentence behind a title', 'She read “The Ferry.” Mayor Index said she would come.'],
  ['several people at once', '“The boats are back,” Assemblymember North and Mayor Index said.'],
  ['several people with one title', '“The boats are back,” said Senators North and Index.'],
  ['an organization', '“The boats are back,” the Harbor Commission said.'],
  ['a newspaper', '“The boats are back,” the Sample City Gazette wrote.'],
  [
    'somebody whom a statement is about',
    'Assemblymember North released a statement regarding the retirement of President Pat Placeholder:\n\n“The boats are back.”',
    '3: Nora North (introduced)',
  ],
  ['somebody else with the same last name', '“The boats are back,” said President North.'],
  [
    'the head of something',
    'Tom Tester, president of Harbor International, said: “The boats are back.”',
    '2: Tom Tester (said)',
  ],
  ['we', '“The boats are back,” we said.'],
  [
    'two speakers in one statement',
    '“The boats are back,” said North. Mayor Index said, “We waited long for them.”',
    '2: Nora North (said)',
    '2: Ida Q. Index (said)',
  ],
  [
    'no marks, as texts have that lost theirs',
    'The boats are back said Mayor Index We waited long',
  ],
];

for (const [name, text, ...expected] of CASES) {
  test(`who says it: ${name}`, () => {
    assert.deepEqual(speakers(`${LEAD}\n\n${text}`), expected);
  });
}

const LEAD_ES = 'La asambleísta Nora North inauguró el muelle con el alcalde Luis Muestra Ejemplo.';
const SPANISH: typeof CASES = [
  ['comillas y dijo', '«Los barcos volvieron», dijo la asambleísta North.', '2: Nora North (said)'],
  [
    'el primer apellido',
    '“Los barcos volvieron”, afirmó el alcalde Muestra.',
    '2: Luis Muestra Ejemplo (said)',
  ],
  ['rayas', '—Los barcos volvieron —señaló North—. Esperamos mucho.', '2: Nora North (said)'],
  [
    'dos puntos',
    'El alcalde Muestra declaró: «Los barcos volvieron».',
    '2: Luis Muestra Ejemplo (said)',
  ],
  [
    'el verbo solo',
    '«Los barcos volvieron», expresó North.\n\n«Esperamos mucho», agregó.',
    '2: Nora North (said)',
    '3: Nora North (pronoun)',
  ],
  [
    'una declaración',
    'La asambleísta North emitió la siguiente declaración:\n\n«Los barcos volvieron.\n\n»Esperamos mucho».',
    '3: Nora North (introduced)',
    '4: Nora North (introduced)',
  ],
  ['un término', 'El «Fondo del Muelle» lo paga.'],
];
for (const [name, text, ...expected] of SPANISH) {
  test(`quién lo dice: ${name}`, () => {
    assert.deepEqual(speakers(`${LEAD_ES}\n\n${text}`, 'es-US'), expected);
  });
}

test('the evidence is the words that say so, as they are in the statement', () => {
  const text = '“It’s back,” said  Mayor Ida Index, who smiled.';
  const [found] = attributeStatements([{ id: 's-a', text }], 'en');
  assert.deepEqual(found?.evidence, { statement: 's-a', words: 'said  Mayor Ida Index' });
  assert.deepEqual(found.speaker, { name: 'Ida Index', titles: ['mayor'] });
});

test('a last name that two people in a release have names nobody', () => {
  const lead = 'Senator Pat Sample and Mayor Ida Sample met.\n\n';
  assert.deepEqual(speakers(`${lead}“The boats are back,” said Sample.`), []);
  assert.deepEqual(speakers(`${lead}“The boats are back,” said Ida Sample.`), [
    '2: Ida Sample (said)',
  ]);
});

test('a language without rules has no attributions', () => {
  assert.deepEqual(speakers('“Les bateaux sont là,” said Mayor Ida Index.', 'fr'), []);
});

test('any text gives attributions to its own statements, with words that it has', () => {
  const pieces = fc.constantFrom(
    ...[
      '“',
      '”',
      '"',
      '«',
      '»',
      '—',
      ': ',
      ', ',
      '. ',
      ' said ',
      ' he ',
      ' Mayor ',
      ' Ida Index ',
      ' and ',
    ],
    ...[
      ' Senators ',
      '(D-X)',
      'released the following statement',
      '\n\n',
      ' North',
      'a',
      ' J. ',
      "'s ",
    ],
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('en', 'es'),
      (some, language) => {
        const statements = some
          .join('')
          .split('\n\n')
          .map((text, n) => ({ id: String(n), text }));
        for (const { statement, evidence, speaker } of attributeStatements(statements, language)) {
          assert.ok(statements[Number(statement)]);
          assert.ok(statements[Number(evidence.statement)]?.text.includes(evidence.words));
          assert.ok(speaker.name !== '' || speaker.titles.length > 0);
        }
      },
    ),
  );
});
