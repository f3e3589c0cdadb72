import assert from 'node:assert/strict';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { statementId } from '../../../src/archive/statement-id.ts';
import { madeRelease } from '../../support/made-release.ts';
import { writeFiles } from '../../support/temp-folder.ts';
import { AFTER, assertMade, chart, Copy, firstBuilds } from './built-archive.ts';

// Each test changes a copy of a built archive and builds it twice: from what is cached, and from nothing.
// Not a byte may differ, and what was made again must be just what is named here.

const feeds = (path: string) => [`${path}/rss.xml`, `${path}/feed.json`];
const collection = (path: string) => [path, ...feeds(path)];

/** The lists in which a release appears: by date and on its collections. */
const listsOf = (date: string, ...collections: string[]) => [
  'releases',
  ...[4, 7, 10].map((end) => `releases/${date.slice(0, end).replaceAll('-', '/')}`),
  ...collections.flatMap(collection),
];

const withField = (field: string) => (text: string) => text.replace('---\n', `---\n${field}\n`);

/** What shows whether files have been written, of a release that other releases do not change. */
const placesOnDisk = ({ place }: Copy) =>
  Promise.all(
    ['index.html', 'release.json'].map(async (file) => {
      const { ino, mtimeMs } = await stat(join(place.site, 'releases/2019/03/02/tides', file));
      return [file, ino, mtimeMs];
    }),
  );

test('releases that are new, edited, corrected, withdrawn, or have another contact', async (t) => {
  const copy = await Copy.of(t);
  const untouched = await placesOnDisk(copy);
  await writeFiles(copy.content, {
    'releases/2019-03-04-new.md': madeRelease({ date: '2019-03-04', office: 'south' }),
  });
  await copy.editRelease('2018-01-10-c', (text) => `${text}\nMore words.\n`);
  await copy.editRelease(
    '2017-11-23-b',
    withField('corrections: { date: 2017-12-01, note: A word. }'),
  );
  await copy.editRelease(
    '2020-06-06-west',
    withField('withdrawn: { date: 2020-06-08, reason: A slip. }'),
  );
  await copy.editRelease('2016-01-01-east', (text) => text.replace('916-555-0123', '916-555-0199'));
  assertMade(
    await copy.bothBuilds(),
    ['2019-03-04-new', '2018-01-10-c', '2017-11-23-b', '2020-06-06-west', '2016-01-01-east'],
    [
      'releases/2019/03/04/new',
      'offices', // how many it has
      ...listsOf('2019-03-04', 'offices/south'),
      'releases/2019/03/03/draft', // the previous one of the same office
      'releases/2019/03/03', // the days before and after
      'releases/2020/06/06',
      'releases/2018/01/10/c',
      ...feeds('speakers/sam-sample'), // lists show the same first words
      'releases/2017/11/23/b',
      ...listsOf('2017-11-23', 'offices/north'),
      'releases/2020/06/06/west',
      ...listsOf('2020-06-06', 'offices/west'),
      'releases/2016/01/01/east',
      ...feeds('offices/east'),
    ],
  );
  assert.deepEqual(await placesOnDisk(copy), untouched, 'unchanged files are not written again');
});

test('somebody is quoted, by the words of a release and by its file', async (t) => {
  const copy = await Copy.of(t);
  const quotation = '“The boats are back,” said Mayor Ida Index.';
  await copy.editRelease('2018-05-05-d', (text) => `${text}\n${quotation}\n`);
  const statement = statementId('Words.');
  await copy.editRelease(
    '2019-03-02-tides',
    withField(`quotes: { statement: ${statement}, speaker: Sam Sample }`),
  );
  assertMade(
    await copy.bothBuilds(),
    ['2018-05-05-d', '2019-03-02-tides'],
    [
      'releases/2018/05/05/d',
      ...feeds('offices/south'),
      'speakers', // with a new one, and how many releases quote the other
      ...collection('speakers/ida-index'),
      'releases/2019/03/02/tides',
      ...feeds('offices/north'),
      ...feeds('topics/tides'),
      ...collection('speakers/sam-sample'),
    ],
  );
});

test('a release says what another has said, as it was or nearly', async (t) => {
  const copy = await Copy.of(t);
  const words =
    'The boats of the north harbor are back, and the harbor master thanks all who waited.';
  await copy.editRelease('2018-05-05-d', (text) => `${text}\n${words}\n`);
  await copy.build();
  // Lists and feeds of the first words remain as they are: the statement is not the first.
  await writeFiles(copy.content, {
    'releases/2019-03-04-new.md': madeRelease(
      { date: '2019-03-04', office: 'east' },
      `Words of the east.\n\n${words.replace('waited', 'came')}`,
    ),
  });
  const added = await copy.bothBuilds();
  const page = 'releases/2018/05/05/d';
  assertMade(
    added,
    ['2019-03-04-new'],
    [
      'releases/2019/03/04/new',
      'offices', // how many it has
      ...listsOf('2019-03-04', 'offices/east'),
      'releases/2016/01/01/east', // the previous one of the same office
      'releases/2019/03/03', // the days before and after
      'releases/2020/06/06',
      page, // it is also said in the new one
    ],
  );
  const before = await copy.read(`${page}/release.json`);
  assert.doesNotMatch(before, /"echoes"/, 'the data names what was said before');
  assert.match(await copy.read('releases/2019/03/04/new/release.json'), /"match":"near"/);
  await copy.editRelease('2019-03-04-new', withField('draft: true'));
  assert.match(await copy.read(`${page}/index.html`), /page:echoes/);
  await copy.build();
  assert.doesNotMatch(await copy.read(`${page}/index.html`), /page:echoes/);
});

test('releases go and move, issuers and files change; two builds at once share a cache', async (t) => {
  const copy = await Copy.of(t);
  await rm(join(copy.content, 'releases/2019-03-03-draft.md'));
  await rename(
    join(copy.content, 'releases/2019-03-02-tides.md'),
    join(copy.content, 'releases/2019-03-02-floods.md'),
  );
  await copy.edit('content/offices/west.yaml', (text) => text.replace('of the West', 'by the Sea'));
  await copy.edit('content/offices/east.yaml', (text) => text.replace('Salem', 'Sample City'));
  await copy.edit('content/caucuses/api.yaml', (text) => `${text}description: A caucus.\n`);
  const wider = Buffer.from(chart);
  wider.writeUInt32BE(wider.readUInt32BE(16) + 1, 16);
  await writeFiles(copy.content, { 'media/chart.png': wider, 'media/letter.pdf': 'A LETTER.' });
  const [built, beside] = await Promise.all([copy.bothBuilds(), copy.buildUnchanged()]);
  assert.deepEqual(beside.files, (await firstBuilds()).first.files);
  assert.equal(built.files['releases/2019/03/03/draft/index.html'], undefined);
  assert.equal(built.files['releases/2019/03/03/index.html'], undefined);
  assertMade(
    built,
    ['2019-03-02-floods', '2017-11-23-b'],
    [
      ...['releases/2019', 'releases/2019/03', ...collection('offices/south')], // where one was removed
      'offices', // how many that has, and another name
      'releases/2019/03/02/wells', // which came before it, and is of the same day as the next
      'releases/2020/06/06', // the day that came after
      'releases/2019/03/02/floods',
      'releases/2019/03/02/tides', // leads on
      ...listsOf('2019-03-02', 'offices/north', 'topics/tides'),
      'releases/2017/11/23/b', // the previous one of the same office, and the picture
      'releases/2020/06/06/west',
      'releases/2020/06/07/west',
      ...listsOf('2020-06-06', 'offices/west'),
      ...listsOf('2020-06-07'),
      'releases/2016/01/01/east',
      ...collection('offices/east'),
      'releases/2017/11/22/a', // of the caucus
      ...[...collection('caucuses/api'), ...feeds('topics/lanterns')],
      'releases/2018/05/05/d', // of the attachment, the digest of which is on this page alone
    ],
  );
});

test('the day comes on which an office closes, and the instant at which an embargo ends', async (t) => {
  const copy = await Copy.of(t);
  assertMade(
    await copy.bothBuilds({ clock: AFTER }),
    [],
    [
      'releases/2020/06/06/west',
      'releases/2020/06/07/west',
      ...collection('offices/west'),
      'releases/2021/04/04/early',
      ...listsOf('2021-04-04', 'offices/south'),
      'offices', // how many it has
      ...['releases/2020', 'releases/2020/06', 'releases/2020/06/07'], // the periods before
      'releases/2019/03/03/draft', // the previous one of the same office
    ],
  );
});
