import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { resolveRelease } from '../../../src/import/resolve/resolve-release.ts';

const archive = {
  offices: undefined,
  caucuses: undefined,
  lastContacts: () => [],
  hasRelease: () => false,
};
/** Whether the headline of a text is asked for whose source gives a title of its own. */
const isAsked = (title: string | undefined) => {
  const document = releaseOf({
    ...textDocument(
      'Friends of the Coast\n\nLamps of Nine Towers\n\nMay 3, 2018\n\nNine keepers swept the stairs of the old tower, and the council opened its doors to everyone.',
    ),
    metadata: { title, confidence: 0.5 },
  });
  const options = { office: ['harbor'], caucus: [] };
  const { questions } = resolveRelease(document, { name: 'a.txt' }, options, archive);
  return questions.some(({ field }) => field === 'title');
};

test('a headline in doubt is confirmed by the title that the source gives', () => {
  assert.equal(isAsked(undefined), true);
  assert.equal(isAsked('Something else'), true);
  assert.equal(isAsked('FRIENDS OF THE COAST'), false);
});

test('a headline that the source names whole is one, though the text has it on two lines', () => {
  const document = releaseOf({
    ...textDocument(
      'May 3, 2018\n\nCouncil Opens Nine Towers\n\nAfter a Year of Repairs\n\nSAMPLETON – Nine keepers swept the stairs of the old tower, and the council opened its doors.',
    ),
    metadata: { title: 'Council opens nine towers after a year of repairs', confidence: 0.82 },
  });
  const options = { office: ['harbor'], caucus: [] };
  const { release } = resolveRelease(document, { name: 'a.txt' }, options, archive);
  assert.equal(release.title, 'Council Opens Nine Towers After a Year of Repairs');
  assert.equal(release.subtitle, undefined);
});
