import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementId } from '../../../src/archive/statement-id.ts';
import { QuotationIndex } from '../../../src/quotation/quotation-index.ts';
import { readCopy } from '../../../src/quotation/read-copy.ts';
import { checkQuotation } from '../../../src/quotation/ui/check-quotation.ts';
import { SiteReader } from '../../../src/quotation/ui/site-reader.ts';
import { folderCopy } from '../../../src/publish/verify/copies.ts';
import { EDITED, editedArchive } from '../../support/edited-archive.ts';
import { prepared } from '../../support/prepared.ts';
import { builtSite, type SiteOptions } from '../../support/site.ts';
import { serve } from '../../support/static-server.ts';

const site = async (opening: AsyncDisposableStack, options: SiteOptions = {}) => {
  const folder = await builtSite(options);
  const sent: string[] = [];
  const server = await serve(folder, options.base, { onSent: (path) => sent.push(path) });
  opening.defer(() => server.close());
  const sources = await readCopy(folderCopy(folder));
  const reader = await SiteReader.open(`${server.url}pagefind/`, `${server.url}quote/`);
  return { sources, reader, sent, index: new QuotationIndex(sources, statementId) };
};
const sample = prepared((opening) => site(opening));
const edited = prepared(async (opening) => site(opening, { content: await editedArchive() }));

test('the search index gives each statement as release.json has it', async () => {
  const { sources, reader } = sample();
  const words = (text: string) => text.replace(/\s+/g, '');
  const byRelease = new Map(sources.map(({ release, statements }) => [release, statements]));
  for (let page = 0; page < sources.length; page++) {
    const { release, statements } = await reader.release(page);
    assert.deepEqual(
      statements.map(({ id, text }) => [id, words(text)]),
      byRelease.get(release)?.map(({ id, text }) => [id, words(text)]),
    );
    byRelease.delete(release);
  }
  assert.equal(byRelease.size, 0);
});

test('whole statements, and parts of them, are answered as by the index in memory', async () => {
  const { sources, reader, index } = sample();
  let count = 0;
  for (const { statements } of sources) {
    for (const { text } of statements.filter((_, n) => n % 3 === 0)) {
      const words = text.split(/\s+/);
      const part = words.slice(Math.floor(words.length / 3), Math.ceil((words.length * 2) / 3));
      for (const quotation of [
        text,
        part.join(' ').toUpperCase(),
        words.toSpliced(2, 1).join(' '),
      ]) {
        const [own, expected] = [await checkQuotation(quotation, reader), index.answer(quotation)];
        assert.equal(own.answer, expected.answer, quotation);
        if (expected.answer === 'verbatim') {
          const ids = (matches: typeof own.matches) => matches.map(({ statement }) => statement);
          assert.deepEqual(ids(own.matches), ids(expected.matches), quotation);
          count++;
        }
      }
    }
  }
  assert.ok(count > 100, `${count} word for word`);
});

test('a whole statement is found with its shard and its release alone', async () => {
  const { sources, sent, reader } = sample();
  const text = sources
    .at(-1)
    ?.statements.toSorted((a, b) => b.text.length - a.text.length)[0]?.text;
  sent.length = 0;
  assert.equal((await checkQuotation(`“${text}”`, reader)).answer, 'verbatim');
  assert.deepEqual(
    sent.filter((path) => /pagefind\/index/.test(path)),
    [],
  );
});

test('words of before an edit, of a merged and of a removed statement are known', async () => {
  const { reader, index } = edited();
  const before = sample().sources.find(({ release }) => release === EDITED);
  const after = edited().sources.find(({ release }) => release === EDITED);
  const gone = before?.statements.filter(
    ({ text }) => !after?.statements.some((own) => own.text === text),
  );
  assert.ok(gone !== undefined && gone.length >= 3);
  for (const { id, text } of gone) {
    // Of merged ones the words are in the whole that they became.
    const expected = index.answer(text).answer;
    const found = await checkQuotation(text, reader);
    assert.equal(found.answer, expected, text);
    if (expected === 'edited') assert.equal(found.matches[0]?.statement, id);
  }
  assert.ok(gone.some(({ text }) => index.answer(text).answer === 'edited'));
});

test('a part of each of two releases is scattered', async () => {
  const { reader } = sample();
  const two =
    'The study counted the people who take the bus at night … This clear violation of the MOUs is a betrayal';
  const { answer, matches } = await checkQuotation(two, reader);
  assert.equal(answer, 'scattered');
  assert.equal(new Set(matches.map(({ release }) => release)).size, 2);
});

test('short ones ask for nothing, and what is nowhere is not found', async () => {
  const { reader, sent } = sample();
  sent.length = 0;
  assert.equal((await checkQuotation('it counted nobody', reader)).answer, 'short');
  assert.deepEqual(sent, []);
  const nowhere = 'Zebras umbrella glaciers quietly xylophone marmalade';
  assert.equal((await checkQuotation(nowhere, reader)).answer, 'none');
});
