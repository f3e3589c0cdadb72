import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';

const ADVISORY =
  'Media Advisory\n\nSupervisor Sample to Open the Old Tower\n\nWHAT: Opening of the tower\nWHEN: Saturday at ten\nCONTACT: Casey Keeper, (916) 555-0101\n\nThe tower has been closed for nine years.\n';

test('a contact among what an advisory says is its contact, and stays in the text', () => {
  const { fields, text } = releaseOf(textDocument(ADVISORY));
  assert.deepEqual(
    fields.contact?.map(({ name, phone }) => [name, phone]),
    [['Casey Keeper', '(916) 555-0101']],
  );
  assert.match(text, /CONTACT: Casey Keeper, \(916\) 555-0101/);
});

test('a number that no person is named with is no contact', () => {
  const { fields } = releaseOf(textDocument(ADVISORY.replace('Casey Keeper, ', '')));
  assert.equal(fields.contact, null);
});

test('a contact at the foot is the only one', () => {
  const { fields } = releaseOf(textDocument(`${ADVISORY}\nContact: Robin Wire, (916) 555-0102\n`));
  assert.deepEqual(
    fields.contact?.map(({ name }) => name),
    ['Robin Wire'],
  );
});
