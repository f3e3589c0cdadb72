import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestStatement } from '../../../src/search/ui/nearest-statement.ts';
import { madeSearch } from './made-search.ts';

const RELEASES = {
  scattered: `Lanterns are lit. ${'Nothing else is said here. '.repeat(20)} A ferry sails. ${'Nothing. '.repeat(40)} At dawn, in the harbor.`,
  close: 'A first paragraph.\n\nNear the harbor the ferry carried forty lanterns at dusk.',
  other: 'A bench in the park.',
};

test('the statement with most words of a phrase close together comes nearest', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  const phrase = 'ferry carries lanterns at dawn';
  const { count, reader } = await ask(`"${phrase}"`);
  assert.equal(count, 0);
  const nearest = await nearestStatement(phrase, reader);
  assert.match(nearest?.release.url ?? '', /close/);
  const shown = nearest?.hit.excerpt.map(({ text, marked }) => (marked ? `[${text}]` : text));
  assert.equal(shown?.join(''), 'Near the harbor the [ferry carried] forty [lanterns at] dusk.');
});

test('where nothing has half of the words, and two, nothing is near', async (t) => {
  const { ask } = await madeSearch(t, RELEASES);
  const { reader } = await ask('bench');
  for (const phrase of ['zebra crossing', 'bench', 'bench zebra crossing lamps']) {
    assert.equal(await nearestStatement(phrase, reader), undefined, phrase);
  }
});
