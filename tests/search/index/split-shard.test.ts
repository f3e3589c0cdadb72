import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type LoadedArchive, loadArchive } from '../../../src/load/load-archive.ts';
import type { SearchCatalogue } from '../../../src/search/catalogue.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { indexShard, WORDS } from '../../../src/search/index/index-shard.ts';
import { decodeShardWords } from '../../../src/search/index/shard-words.ts';
import { parseFragment } from '../../../src/search/pagefind-format/browser.ts';
import { FORMAT_VERSION } from '../../../src/search/pagefind-format/index.ts';
import { decodeChunk, decodePostings } from '../../../src/search/word-chunks.ts';
import { corpusFolder, withoutCorpus as skip } from '../../support/corpus.ts';
import { madeRelease } from '../../support/made-release.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { testIndexer } from '../../support/test-indexer.ts';

/** Makes the index of an archive with a version of Pagefind. */
async function indexOf(t: TestContext, archive: LoadedArchive, pagefindVersion: string) {
  const folder = await tempFolder(t);
  const warnings: string[] = [];
  const built = await buildIndex(archive, {
    folder,
    textOf: ({ id }) => archive.bodies.get(id),
    indexer: await testIndexer(t),
    shardSizes: { max: 600, newest: 3 },
    pagefindVersion,
    onWarning: (message) => warnings.push(message),
  });
  return { folder, warnings, built };
}

/** What browsers read: the words of each release by its address, and the places of each word. */
async function contentsOf(folder: string) {
  const readAll = async (name: string) => {
    const files = (await readdir(join(folder, name))).sort();
    return Promise.all(
      files.map(async (file) => gunzipSync(await readFile(join(folder, name, file)))),
    );
  };
  const releases = (await readAll('fragment')).map((bytes) => {
    const { url, content, meta, anchors } = parseFragment(bytes.toString());
    const statements = anchors.map(({ id, element, location, title }) => [
      id,
      element,
      location,
      title,
    ]);
    const { image, image_alt, ...shown } = meta; // Pagefind's own finding, which nothing shows
    assert.ok(image === undefined || image_alt !== undefined);
    return [url, { content, meta: shown, statements }] as const;
  });
  const words = (await readAll('index')).flatMap((bytes) =>
    decodeChunk(bytes).map((word) => {
      const { pages, starts, places, headlines } = decodePostings(word);
      const at = Array.from(pages, (page, n) => [
        page,
        headlines[n],
        ...places.subarray(starts[n], starts[n + 1]),
      ]);
      return [word.word, { compound: word.compound, at }] as const;
    }),
  );
  const catalogue = JSON.parse(
    await readFile(join(folder, 'catalogue.json'), 'utf8'),
  ) as SearchCatalogue;
  return { releases: new Map(releases), words: new Map(words), catalogue };
}

/** Compares what is found with Pagefind and without it. */
async function compare(t: TestContext, archive: LoadedArchive) {
  const known = await indexOf(t, archive, FORMAT_VERSION);
  const unknown = await indexOf(t, archive, '9.9.9');
  const [made, split] = [await contentsOf(known.folder), await contentsOf(unknown.folder)];
  for (const [url, release] of made.releases) assert.deepEqual(split.releases.get(url), release);
  for (const [word, places] of made.words) assert.deepEqual(split.words.get(word), places, word);
  assert.deepEqual([...split.words.keys()], [...made.words.keys()]);
  assert.equal(split.releases.size, made.releases.size);
  // All files that are named by what they hold have the same names; those of releases are named by the shard.
  const { shards, ...files } = split.catalogue;
  const { shards: others, ...same } = made.catalogue;
  assert.deepEqual(files, same);
  assert.deepEqual(
    shards.map(([, pages]) => pages),
    others.map(([, pages]) => pages),
  );
  return { known, unknown, made };
}

/** Plainly made-up texts of many scripts, with all that divides words or does not. */
const TEXTS = {
  plain: 'The ferry stops at Lantern Pier; "nobody" waits (yet). It\'s 7:30 a.m.',
  compounds:
    'Stem-cell work, a state-of-the-art x-ray, McNair and deGrey, HTTPServer, F22 and F-22, the 22nd, 3D, iPhone5s, snake_case, and/or, a-b, -dash-, re--do, A1B2c3D4',
  signs:
    '9/11, AT&T, R&D; $1.5 million of €20, 100% of 95,000-acre lots, an A+ and C++, 401(k), #5 @home ~x^2',
  punctuation:
    '“Curly—closed” ‘quotes’ … and wait…what? one–two, three—four, l’été d’or, ¿qué? «oui»  (a)(b)',
  spaces:
    'no\u00a0break, thin\u2009space, ideographic\u3000space, zero\u200bwidth, joined\u2060words, mark\ufeffed, soft\u00adhyphen',
  accents:
    'Café crème, Ångström, naïve Zoë, ÜBER, Straße STRASSE, Ælfred, Łódź, e\u0301te\u0301, İstanbul, ǅungla, ﬁne ﬂow',
  vietnamese: 'Người dân Hà Nội hỏi về Đường sắt và nước sạch',
  greek: 'Ο ΦΑΡΟΣ της ΝΗΣΟΥ, ΟΔΟΣ2 ΟΔΟΣ-ΦΑΡΟΥ, ὀδύσσεια',
  cyrillic: 'Маяк у ПРИСТАНИ, по-русски, ёлка и Йод, ВестиРегион',
  hebrew: 'המגדלור בנמל, שָׁלוֹם צה"ל ת״א',
  arabic: 'المَنارة في المِيناء، ٢٠١٧ و٣٫٥',
  hindi: 'दीपस्तंभ के पास, हिन्दी में क्षेत्र-सभा, १२३',
  tamil: 'கலங்கரை விளக்கம் அருகில்',
  thai: 'ประภาคารที่ท่าเรือ AT&T 24 ชั่วโมง',
  chinese: '灯塔在港口，2017年11月；AT&T公司（试验）ＡＢＣ１２３',
  japanese: '灯台は港にあり、フェリーがパイプライン・カーを運ぶ',
  korean: '등대는 항구에 있다. 11월22일, 한-미',
  armenian: 'Փարոսը նավահանգստում է։ ՆԱՎ-02',
  georgian: 'შუქურა ᲜᲐᲕᲡᲐᲓᲒᲣᲠᲨᲘ',
  cherokee: 'ᏣᎳᎩ ꭰꮒᏼꮻᏯ',
  deseret: '𐐔𐐯𐑅 𐐨x 𝐀bc 𝟙𝟚',
  numbers: 'Ⅻ and ⅷ, ½ cup, x² and CO₂, ①②, 1º 2ª, 12e5, 0x1F, 1,234,567.89, 12:30',
  emoji: 'A 🎉 party🎉time, 1️⃣ and ℹ️ or ℹ, #️⃣, 👩‍👩‍👧 family, ☎️ call, ©2017 ™mark, flag 🇺🇸us',
  marks: 'q\u0323\u0307x, a\u20dd, \u0301alone, n\u0303o',
  html: 'a < b && c > d, &amp;copy; and <b>bold</b>ly, H<sub>2</sub>O, *two*three **Four**five, `co  de`<br>next',
  blocks:
    '- item\n- item two:\n- `x`\n\n1. one\n2. "two"\n\n> quoted\n> more\n\n| a | b |\n| - | - |\n| c | 5% |\n\n## Head line\n\ntext[^1] and ~~gone~~\n\n- [ ] do\n- [x] done\n\n![A ferry](https://example.org/a.png)\n\n    code block\n\n---\n\nend\n\n[^1]: A note with `code`.',
  links:
    '[A link](https://example.org/x?a=1&b=2) <https://example.org/y> www.example.org/Zed me@example.org',
  dots: 'www.north-pier.example/Ferry_Times.pdf, A.B. and U.S.A., No.5, x.Y-z, .net, a..b, end.Next É.é-è, ab.“cd”, 北.京',
};

test('without Pagefind the same words are found at the same places, whatever the script', async (t) => {
  const files = Object.entries(TEXTS).map(([name, body], n) => {
    const title = JSON.stringify(
      `${name === 'blocks' ? 'Blocks "end' : body.split('\n', 1)[0]?.slice(0, 60)}"`,
    );
    const date = new Date(Date.UTC(2017, 0, 1 + n)).toISOString().slice(0, 10);
    const fields = { date, title, subtitle: JSON.stringify(`${name} & Co`) };
    return [`releases/${date}-${name}.md`, madeRelease(fields, body)] as const;
  });
  const contentDir = await tempFolder(t, Object.fromEntries(files));
  const archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
  assert.equal(archive.releases.length, files.length);
  const { made } = await compare(t, archive);
  assert.ok(made.words.size > 300);
});

test('the archive of the project is the same without Pagefind', async (t) => {
  const archive = await loadArchive({ contentDir: 'content', base: '/', now: Date.now() });
  const { known, unknown } = await compare(t, archive);
  assert.deepEqual(known.warnings, []);
  assert.deepEqual(unknown.warnings, [
    'Pagefind 9.9.9 is installed, but the files of 1.6.0 alone are known. The search index is made without it, and ' +
      'searches find the same. To use Pagefind, set "pagefind": "1.6.0" in package.json, or follow src/search/pagefind-format/README.md.',
  ]);
  assert.equal(unknown.built.shards, known.built.shards);
});

test('a thousand real releases are the same without Pagefind', { skip }, async (t) => {
  const contentDir = await corpusFolder();
  await compare(t, await loadArchive({ contentDir, base: '/', now: Date.now() }));
});

test('where what Pagefind has written cannot be read, the reason is given, and words are split', async (t) => {
  const folder = await tempFolder(t);
  const stored = new Map<string, Uint8Array>();
  const store = {
    open: () => Promise.resolve(undefined),
    write: (_: string, files: ReadonlyMap<string, Uint8Array>) => {
      for (const [file, bytes] of files) stored.set(file, bytes);
      return Promise.resolve();
    },
  };
  const html = '<html lang="en"><body data-pagefind-body><h1>Ferry</h1></body></html>';
  // The file of another program than the one that is asked for has no pages at the addresses that are expected.
  const documents = ['/a/', '/a/'].map((url) => ({ url, html, headline: 1 }));
  const task = { name: 'shard', key: '01234567', documents, isPagefindKnown: true, folder };
  const reason = await indexShard(task, store);
  assert.match(reason ?? '', /Pagefind has indexed|has a page|has no words/);
  const words = [...decodeShardWords(stored.get(WORDS) ?? assert.fail('no words'))];
  assert.deepEqual(
    words.map(({ key, releases, last }) => [key, releases, last]),
    [['ferry', 2, 1]],
  );
  assert.deepEqual((await readdir(folder)).sort(), ['fragment']);
});
