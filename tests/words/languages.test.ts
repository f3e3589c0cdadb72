import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, languageAttributes } from '../../src/words/direction.ts';
import { en } from '../../src/words/en.ts';
import { LANGUAGES, nearestLanguage, wordsFor } from '../../src/words/languages.ts';
import { nearestTag } from '../../src/words/nearest-tag.ts';
import { fill, fillCount, listParts } from '../../src/words/words.ts';

type Tree = string | { [key: string]: Tree };

const PLURAL = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const isPlural = (tree: Tree) =>
  typeof tree !== 'string' && 'other' in tree && Object.keys(tree).every((key) => PLURAL.has(key));

/** Every text of a language by its path; the forms of a plural are one text. */
function textsIn(tree: Tree, path = ''): Map<string, Tree> {
  if (typeof tree === 'string' || isPlural(tree)) return new Map([[path, tree]]);
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => [...textsIn(value, `${path}.${key}`)]),
  );
}

const formsOf = (text: Tree | undefined): string[] =>
  typeof text === 'string' ? [text] : Object.values(text ?? {}).map(String);
const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const markupIn = (text: string) =>
  [...text.matchAll(/`[^`]+`|\]\([^)]+\)|\*\*/g)].map(([found]) => found).sort();

const english = textsIn(en);

for (const [language, words] of Object.entries(LANGUAGES)) {
  const texts = textsIn(words);

  test(`${language} has every text, with the values, links and code of the English one`, () => {
    assert.ok(texts.size > 200, `only ${texts.size} texts`);
    assert.deepEqual([...texts.keys()], [...english.keys()]);
    for (const [path, text] of english) {
      const [expected = ''] = formsOf(text).slice(-1);
      for (const form of formsOf(texts.get(path))) {
        assert.notEqual(form.trim(), '', path);
        // A single one may be named without its number.
        const names = new Set([...placesIn(form), ...(isPlural(text) ? ['count'] : [])]);
        const wanted = new Set([...placesIn(expected), ...(isPlural(text) ? ['count'] : [])]);
        assert.deepEqual([...names].sort(), [...wanted].sort(), `${language}${path}`);
        assert.deepEqual(markupIn(form), markupIn(expected), `${language}${path}`);
      }
    }
  });

  test(`${language} has just the plural forms that its grammar has`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [path, text] of texts) {
      if (!isPlural(text)) continue;
      const expected = [...pluralCategories].sort();
      assert.deepEqual(Object.keys(text).sort(), expected, `${language}${path}`);
    }
  });
}

test('a site gets the nearest language that there is', () => {
  const nearest = { 'en-US': 'en', 'es-MX': 'es', 'zh-TW': 'zh-Hant', 'zh-Hant-HK': 'zh-Hant' };
  for (const [language, expected] of Object.entries(nearest)) {
    assert.equal(nearestLanguage(language), expected, language);
    assert.equal(wordsFor(language).language, language);
  }
  assert.equal(nearestLanguage('zh'), 'zh-Hant');
  for (const language of ['zh-CN', 'zh-Hans', 'ar', 'tlh']) {
    assert.equal(nearestLanguage(language), undefined, language);
    assert.equal(wordsFor(language).language, 'en');
  }
});

test('the nearest tag is of the same language, and of the same script unless none is asked for', () => {
  const tags = ['es', 'pt-BR', 'zh-Hant'];
  assert.equal(nearestTag('es-MX', tags), 'es');
  assert.equal(nearestTag('pt', tags), 'pt-BR');
  assert.equal(nearestTag('zh-HK', tags), 'zh-Hant');
  assert.equal(nearestTag('zh-CN', tags), undefined);
  assert.equal(nearestTag('de', tags), undefined);
});

test('numbers, plurals and lists are those of the language', () => {
  const spanish = wordsFor('es');
  assert.equal(fillCount(spanish, spanish.releases, 1), '1 comunicado');
  assert.equal(fillCount(spanish, spanish.releases, 12_345), '12.345 comunicados');
  assert.equal(fillCount(wordsFor('en'), en.releases, 12_345), '12,345 releases');
  const [a, b] = [{ n: 1 }, { n: 2 }];
  assert.deepEqual(listParts('es', [a, b]), [a, ' y ', b]);
});

test('a value that is missing is an error, since a reader would see the braces', () => {
  assert.throws(() => fill('Closed on {day}', {}), /No value for \{day\}/);
});

test('a text says its language and direction where they differ from what is around it', () => {
  for (const language of ['ar', 'he', 'fa', 'ur', 'pa-Arab']) {
    assert.equal(directionOf(language), 'rtl', language);
  }
  for (const language of ['en', 'zh-Hant', 'pa', 'az']) assert.equal(directionOf(language), 'ltr');
  assert.deepEqual(languageAttributes('en', 'en'), {});
  assert.deepEqual(languageAttributes('es', 'en'), { lang: 'es' });
  assert.deepEqual(languageAttributes('ar', 'en'), { lang: 'ar', dir: 'rtl' });
  assert.deepEqual(languageAttributes('en', 'ar'), { lang: 'en', dir: 'ltr' });
});
