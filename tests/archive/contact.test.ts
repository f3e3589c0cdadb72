import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem, problemsOf, normalized } from '../support/made-release.ts';

const PRESS = 'name: and at least one of phone: and email:, indented below contact:';

test('a contact has a name and at least one of telephone and e-mail', () => {
  const full = { name: 'A', title: 'B', office: 'C', phone: '(916) 555-0123', email: 'a@b.org' };
  assert.deepEqual(normalized('contact', JSON.stringify(full)), [full]);
  const phone = 'a telephone number, as in (916) 555-0123';
  const email = 'an e-mail address, as in press@example.org';
  const several = `${PRESS}; a list for several people`;
  const wrong = {
    '{ name: A }': `contact has neither phone nor email; ${several}`,
    '{ name: A, phone: , email: }': `contact has neither phone nor email; ${several}`,
    '{ phone: 916-555-0123 }':
      'contact.name is missing; the name of the person or the press office',
    '{ name: A, phone: 12 }': `contact.phone cannot be "12": it has fewer than seven digits; ${phone}`,
    '{ name: A, email: a@ }': `contact.email cannot be "a@": it is not an e-mail address; ${email}`,
    '{ name: A, mail: a@b.org, phone: 9165550123 }':
      'contact.mail is not a field; did you mean email?',
    Casey: `contact is not a set of fields; ${several}`,
  };
  for (const [value, expected] of Object.entries(wrong))
    assert.equal(problem('contact', value), expected);
});

test('all that is wrong with a contact is reported at once', () => {
  assert.deepEqual(problemsOf({ contact: '\n  - title: B\n  - name: C\n    emial: c@d.org' }), [
    '6: contact[1].name is missing; the name of the person or the press office',
    `6: contact[1] has neither phone nor email; ${PRESS}; a list for several people`,
    `7: contact[2] has neither phone nor email; ${PRESS}; a list for several people`,
    '8: contact[2].emial is not a field; did you mean email?',
  ]);
});
