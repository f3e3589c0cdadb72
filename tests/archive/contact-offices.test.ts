import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inShort, madeArchive } from '../support/made-release.ts';

const offices = {
  north: { name: 'Office of the North' },
  'river-side': { name: 'River', aliases: ['brook-side'] },
};

const withContact = (contact: string) => {
  const { archive, problems } = madeArchive(
    { '2017-01-01-a': { office: 'north', contact } },
    { offices },
  );
  return {
    offices: archive.releases[0]?.contact.map(({ office }) => office),
    problems: problems.map(inShort),
  };
};

test('the office of a contact may be the name of its file; pages show the name of the office', () => {
  for (const [written, shown] of [
    ['north', 'Office of the North'],
    ['river-side', 'River'],
    ['brook-side', 'River'],
    ['Office of the Speaker', 'Office of the Speaker'],
    ['Press', 'Press'],
    ['press', 'press'],
    ['Well-being', 'Well-being'],
  ]) {
    const found = withContact(`{ name: C, phone: 916-555-0123, office: ${written} }`);
    assert.deepEqual(found, { offices: [shown], problems: [] }, written);
  }
});

test('what looks like the name of a file that does not exist is an error, with the nearest', () => {
  const one = withContact('{ name: C, phone: 916-555-0123, office: rivr-side }');
  assert.match(
    one.problems.join(),
    /^\d+: contact\.office names rivr-side, which has no file offices\/rivr-side\.yaml; did you mean river-side\?$/,
  );
  const several = withContact(
    '\n  - { name: C, phone: 916-555-0123 }\n  - name: D\n    phone: 916-555-0124\n    office: press-office',
  );
  const [fault = '', ...more] = several.problems;
  assert.deepEqual(more, []);
  assert.match(
    fault,
    /contact\.office names press-office, .*; write the office as the release printed it$/,
  );
  const single = withContact('\n  name: D\n  phone: 916-555-0124\n  office: press-office');
  assert.equal(
    Number.parseInt(fault) - Number.parseInt(single.problems[0] ?? ''),
    1,
    'its own line',
  );
});

test('without a folder of offices any text will do', () => {
  const { problems } = madeArchive({
    '2017-01-01-a': { contact: '{ name: C, phone: 916-555-0123, office: press-office }' },
  });
  assert.deepEqual(problems, []);
});
