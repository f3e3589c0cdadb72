import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { siteSchema } from '../../../src/archive/site.ts';
import { formatNewsSitemap } from '../../../src/publish/sitemap/news-sitemap.ts';
import { madePublication } from '../../support/made-publication.ts';

interface News {
  loc: string;
  'news:news': {
    'news:publication': { 'news:name': string; 'news:language': string };
    'news:publication_date': string;
    'news:title': string;
  };
}

function newsOf(...made: Parameters<typeof madePublication>) {
  const parser = new XMLParser({ isArray: (name) => name === 'url', parseTagValue: false });
  const xml = formatNewsSitemap(madePublication(...made).publication);
  const { urlset } = parser.parse(xml) as { urlset: { url?: News[] } };
  return (urlset.url ?? []).map(({ loc, 'news:news': news }) => ({
    path: loc.replace('https://press.example.org/archive', ''),
    name: news['news:publication']['news:name'],
    language: news['news:publication']['news:language'],
    day: news['news:publication_date'],
    title: news['news:title'],
  }));
}
const site = siteSchema.parse({ title: 'Press & <more>', timezone: 'America/Los_Angeles' });

test('news are the releases of the last two days that have any, without withdrawn ones', () => {
  const news = newsOf(
    {
      '2017-11-23-gone': { withdrawn: '{ date: 2017-11-24, reason: A slip. }' },
      '2017-11-22-b': { title: 'Lamps & <lights>' },
      '2017-11-21-a': { language: 'zh-Hant' },
      '2017-11-20-old': {},
    },
    { site },
  );
  assert.deepEqual(news, [
    {
      path: '/releases/2017/11/22/b/',
      name: 'Press & <more>',
      language: 'en',
      day: '2017-11-22T00:00:00-08:00',
      title: 'Lamps & <lights>',
    },
    {
      path: '/releases/2017/11/21/a/',
      name: 'Press & <more>',
      language: 'zh-tw',
      day: '2017-11-21T00:00:00-08:00',
      title: 'A title',
    },
  ]);
});

test('languages have the names that Google News knows', () => {
  for (const [language, expected] of [
    ['es-MX', 'es'],
    ['zh', 'zh-cn'],
    ['zh-TW', 'zh-tw'],
    ['hmn', 'hmn'],
  ])
    assert.equal(newsOf({ '2017-11-22-a': { language } }, { site })[0]?.language, expected);
});

test('an archive without releases has no news', () => {
  assert.deepEqual(newsOf({}, { site }), []);
});
