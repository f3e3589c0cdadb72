import { slugFromTitle } from '../../src/archive/new-release.ts';
import { readRelease } from '../../src/archive/release.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { KnownTexts } from '../../src/import/write/duplicates.ts';
import { convertDocument } from '../../src/import/convert/convert-document.ts';
import { isFurniture } from '../../src/import/parse/furniture.ts';
import { parseRelease } from '../../src/import/parse/parse-release.ts';
import { readField } from '../../src/import/read/docx/fields.ts';
import { readSource, type SourceKind } from '../../src/import/read/read-source.ts';
import { textBlocks } from '../../src/import/read/read-text.ts';
import { listMany } from '../../src/import/sources/list-many.ts';
import { excerpt } from '../../src/markdown/excerpt.ts';
import { bodyRenderer } from '../../src/markdown/render-body.ts';
import { feedHtml } from '../../src/markdown/html-forms.ts';
import { paragraph, wordFile } from '../import/read/docx/word-file.ts';
import { WordCounter } from '../../src/search/index/word-counter.ts';
import { parseQuotation } from '../../src/quotation/compare/parse-quotation.ts';
import { findQuotations } from '../../src/quotation/find-quotations.ts';
import { spaceCharacters } from '../../src/search/characters.ts';
import { parseQuery } from '../../src/search/ui/query-language.ts';
import { foldWord, splitWords } from '../../src/search/ui/rank-statements.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read =
  (kind: SourceKind, before = '') =>
  (text: string) =>
    readSource(bytesOf(before + text), kind);
const imported = (kind: SourceKind) => (text: string) => convertDocument(bytesOf(text), kind);
const listed = (name: string, before: string, after: string) => (text: string) =>
  listMany({ bytes: bytesOf(before + text + after), name, columns: {} });
const render = bodyRenderer({ base: '/', media: new Map() });
const MAIL = 'From: Casey Contact <casey@example.org>\nSubject: Lamps\nContent-Type: text/';
const WXR = '<rss><!-- /export/1 --><channel><item><title>Lamps</title><wp:status>publish</wp:status><content:encoded><![CDATA['; // prettier-ignore

/** What sees people's text as it came, by name. */
export const SUBJECTS: Record<string, (text: string) => unknown> = {
  'parse-release': (text) => parseRelease(textBlocks(text)),
  'parse-release, one block': (text) =>
    parseRelease([{ text, line: 1, heading: 0, isBody: false }]),
  furniture: (text) => isFurniture(text.slice(0, 160)),
  'import of text': imported('txt'),
  'reader of text': read('txt'),
  'reader of Markdown': read('md'),
  'import of Markdown': imported('md'),
  'reader of TOML': read('md', '+++\n'),
  'reader of rich text': read('office', '{\\rtf1 '),
  'reader of pages': read('html'),
  'reader of titles': read('html', '<title>'),
  'import of pages': imported('html'),
  'reader of mails': read('eml', `${MAIL}plain\n\n`),
  'reader of mails in HTML': read('eml', `${MAIL}html\n\n<p>`),
  'reader of Word files': async (text) =>
    readSource(await wordFile(paragraph(text.replace(/[&<>\p{C}]/gu, '.'))), 'docx'),
  'code of a field': readField,
  'rows of a table': listed('lamps.csv', 'title,body\n', ''),
  'cells of a table': listed('lamps.csv', 'title,body,date,contact\n', '","",""\n'),
  'lines of JSON': (text) =>
    listed('lamps.jsonl', JSON.stringify({ title: text, body: text, date: text, contact: text, topics: text }), '')(''), // prettier-ignore
  'posts of WordPress': listed('lamps.xml', WXR, ']]></content:encoded></item></channel></rss>'),
  'a quotation': parseQuotation,
  'quotations in a text': findQuotations,
  frontmatter: (text) => readRelease(Buffer.from(`---\n${text}\n---\n\nWords\n`), 'a.md'),
  'a field': (text) => readRelease(Buffer.from(`---\ntitle: ${text}\n---\n\nWords\n`), 'a.md'),
  'render-body': (text) => render({ markdown: text, line: 1, file: '' }),
  excerpt: (text) => excerpt([{ id: '', text }] as never),
  'feed-html': (text) => feedHtml(`<p>${text}`, 'https://archive.example/a/'),
  slug: slugFromTitle,
  'statement-id': statementId,
  duplicates(text) {
    const known = new KnownTexts();
    known.add('a', text);
    return known.find(`${text} lamp`);
  },
  'query-language': (text) => parseQuery(text),
  'search words': (text) => splitWords(text).map(foldWord),
  'Chinese characters': (text) => spaceCharacters(`${text}燈`),
  vocabulary: (text) => new WordCounter().add(text),
};
