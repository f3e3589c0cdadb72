import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { mergeMedia } from '../../../src/import/write/merge-media.ts';
import { mergeRelease } from '../../../src/import/write/merge-release.ts';
import type { Outcome } from '../../../src/import/ports.ts';

const wrote = (fields: Outcome['fields'], text: string, media: Outcome['media'] = {}): Outcome => ({
  release: 'releases/2019/2019-05-09-tides.md',
  sha256: undefined,
  text: '',
  fields,
  body: hash('sha256', text),
  media,
});

test('what the source changed is changed; what a person changed, added or took out stays', () => {
  const last = wrote(
    { title: 'Tides', subtitle: 'Low', dateline: 'SAMPLETON', language: 'es' },
    'a',
  );
  const there = { fields: { title: 'The Tides', subtitle: 'Low', topics: ['Sea'], language: 'es' }, markdown: '\na\n' }; // prettier-ignore
  const now = {
    fields: { title: 'Tides', subtitle: 'High', dateline: 'SAMPLETON' },
    markdown: 'b',
  };
  assert.deepEqual(mergeRelease(there, now, last), {
    fields: { title: 'The Tides', subtitle: 'High', topics: ['Sea'] },
    markdown: 'b',
    notes: [],
  });
});

test('what both changed stays as the person has it, and is reported', () => {
  const last = wrote({ title: 'Tides' }, 'a');
  const merged = mergeRelease(
    { fields: { title: 'The Tides' }, markdown: 'a by hand' },
    { fields: { title: 'High Tides' }, markdown: 'a again' },
    last,
  );
  assert.deepEqual([merged.fields, merged.markdown], [{ title: 'The Tides' }, 'a by hand']);
  assert.match(
    merged.notes[0] ?? '',
    /^title was changed by hand and stays; .* now says High Tides/,
  );
  assert.match(merged.notes[1] ?? '', /^Its text was changed by hand and stays/);
});

test('where no import is known the source decides, and fields that it lacks stay', () => {
  const there = { fields: { title: 'A', topics: ['Sea'] }, markdown: 'a' };
  const now = { fields: { title: 'B' }, markdown: 'b' };
  assert.deepEqual(mergeRelease(there, now, undefined), {
    fields: { title: 'B', topics: ['Sea'] },
    markdown: 'b',
    notes: [],
  });
});

const entry = (file: string) => ({ file, title: file });
const bytes = (text: string) => new TextEncoder().encode(text);

/** Attachments of a release, what lies under `media/`, and what comes with the source now and then. */
async function media(
  named: string[],
  disk: Record<string, string>,
  now: Record<string, string>,
  then: Record<string, string> | undefined,
) {
  const path = (file: string) => `media/${file}`;
  const attachments = Object.keys(then ?? {}).map(entry);
  const digests = Object.entries(then ?? {}).map(([file, text]) => [
    path(file),
    hash('sha256', text),
  ]);
  const merged = await mergeMedia(
    named.map(entry),
    Object.entries(now).map(([file, text]) => ({
      path: path(file),
      bytes: bytes(text),
      attachment: entry(file),
    })),
    then && wrote({ attachments }, '', Object.fromEntries(digests) as Outcome['media']),
    (file) => {
      const text = disk[file.replace('media/', '')];
      return Promise.resolve(text === undefined ? undefined : bytes(text));
    },
  );
  return {
    named: merged.attachments.map((one) => (one as { file: string }).file),
    written: [...merged.files].map(
      ([file, content]) => `${file}=${new TextDecoder().decode(content)}`,
    ),
    notes: merged.notes,
  };
}

test('a picture that is new in the source is added, one that changed is replaced', async () => {
  assert.deepEqual(await media(['a'], { a: '1' }, { a: '2', b: '3' }, { a: '1' }), {
    named: ['a', 'b'],
    written: ['media/a=2', 'media/b=3'],
    notes: ['media/a changed.'],
  });
});

test('a picture that a person changed stays, and is reported where the source changed it too', async () => {
  const same = await media(['a'], { a: 'by hand' }, { a: '1' }, { a: '1' });
  assert.deepEqual(same, { named: ['a'], written: [], notes: [] });
  for (const then of [{ a: '1' }, undefined]) {
    const other = await media(['a'], { a: 'by hand' }, { a: '2' }, then);
    assert.deepEqual([other.named, other.written], [['a'], []]);
    assert.match(other.notes[0] ?? '', /^media\/a was changed by hand and stays/);
  }
});

test('a picture that is gone from the source is named no more, and its file stays', async () => {
  const { named, written, notes } = await media(
    ['a', 'mine'],
    { a: '1', mine: '2' },
    {},
    { a: '1' },
  );
  assert.deepEqual([named, written], [['mine'], []]);
  assert.match(
    notes[0] ?? '',
    /media\/a is no longer in its source and was removed from attachments/,
  );
  const changed = await media(['a'], { a: 'by hand' }, {}, { a: '1' });
  assert.deepEqual(changed.named, ['a']);
  assert.deepEqual((await media(['a'], { a: '1' }, {}, undefined)).named, ['a']);
});

test('a picture that a person took out does not come back', async () => {
  assert.deepEqual(await media([], { a: '1' }, { a: '1' }, { a: '1' }), {
    named: [],
    written: [],
    notes: [],
  });
});

test('a picture that was listed and is now shown in the text is listed no more, unless by hand', async () => {
  const shown = { path: 'media/a', bytes: bytes('1'), attachment: undefined };
  const byHand = { file: 'a', title: 'The tides' };
  const last = wrote({ attachments: [entry('a')] }, '', { 'media/a': hash('sha256', '1') });
  const disk = () => Promise.resolve(bytes('1'));
  assert.deepEqual((await mergeMedia([entry('a')], [shown], last, disk)).attachments, []);
  assert.deepEqual((await mergeMedia([byHand], [shown], last, disk)).attachments, [byHand]);
  const listed = { ...shown, attachment: entry('a') };
  const both = await mergeMedia([entry('a')], [listed, shown], last, disk);
  assert.deepEqual(both.attachments, [entry('a')]);
});
