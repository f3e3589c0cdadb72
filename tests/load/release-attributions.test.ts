import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { inShort, madeRelease } from '../support/made-release.ts';
import { tempFolder } from '../support/temp-folder.ts';

const OPENED = '“The boats are back,” said Assemblymember North.';
const WAITED = '“We waited long,” said Tom Tester, foreman of the crew.';
const ID = { opened: statementId(OPENED), waited: statementId(WAITED) };

async function load(t: TestContext, quotes?: string) {
  const contentDir = await tempFolder(t, {
    'offices/north.yaml': 'name: The North\nmember: Nora North\n',
    'releases/2017-11-22-a.md': madeRelease({ quotes }, `${OPENED}\n\n${WAITED}\n\n- Lamps.`),
  });
  const archive = await loadArchive({ contentDir, base: '/', now: Date.parse('2026-01-01') });
  const attributions = archive.byId.get('2017-11-22-a')?.attributions ?? [];
  return {
    errors: archive.errors.map(inShort),
    said: attributions.map(({ statement, speaker, inferred }) => {
      return [statement, speaker, inferred?.rule ?? 'file'];
    }),
    attributions,
  };
}

test('a release has the speakers that its words give, with the evidence', async (t) => {
  const { said, attributions, errors } = await load(t);
  assert.deepEqual(errors, []);
  assert.deepEqual(said, [
    [ID.opened, 'Nora North', 'said'],
    [ID.waited, 'Tom Tester', 'said'],
  ]);
  assert.deepEqual(attributions[0], {
    statement: ID.opened,
    speaker: 'Nora North',
    excerpt: OPENED,
    inferred: { rule: 'said', statement: ID.opened, words: 'said Assemblymember North' },
  });
});

test('its file decides first: it names another, nobody, or somebody of whom the words say nothing', async (t) => {
  const lamps = statementId('Lamps.');
  const { said, errors } = await load(
    t,
    `[{ statement: ${lamps}, speaker: Ida Index }, { statement: ${ID.opened}, speaker: none },
      { statement: ${ID.waited}, speaker: Tess Tester }]`.replaceAll('\n', ' '),
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(said, [
    [ID.waited, 'Tess Tester', 'file'],
    [lamps, 'Ida Index', 'file'],
  ]);
});

test('several people say one statement', async (t) => {
  const each = ['Ida Index', 'Nora North'].map((name) => {
    return `{ statement: ${ID.opened}, speaker: ${name} }`;
  });
  const { said } = await load(t, `[${each.join(', ')}]`);
  assert.deepEqual(
    said.map(([, name]) => name),
    ['Ida Index', 'Nora North', 'Tom Tester'],
  );
});

test('an id that the release does not have is an error that names the nearest', async (t) => {
  const typo = `${ID.opened.slice(0, -1)}${ID.opened.endsWith('a') ? 'b' : 'a'}`;
  const { errors } = await load(t, `{ statement: ${typo}, speaker: Ida Index }`);
  assert.deepEqual(errors, [
    `6: quotes refers to ${typo}, which is not a statement of this release; did you mean ${ID.opened}?`,
  ]);
});
