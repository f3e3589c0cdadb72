import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { FONT_FOLDER, fontFiles, readUnicodeRange } from './font-files.ts';

const files = await fontFiles();

test('the fonts in the project are those that npm run fonts writes', async () => {
  assert.deepEqual((await readdir(FONT_FOLDER)).sort(), [...files.keys()].sort());
  for (const [name, content] of files) {
    assert.ok(content.equals(await readFile(join(FONT_FOLDER, name))), `${name} is out of date`);
  }
});

/** The faces of the styles, each with what it declares. */
function faces(): { key: string; characters: ReadonlySet<number> }[] {
  const rules = String(files.get('fonts.css')).matchAll(/@font-face \{([^}]*)\}/g);
  return Array.from(rules, ([, declared = '']) => {
    const value = (name: string) =>
      new RegExp(String.raw`${name}:\s*([^;]*);`).exec(declared)?.[1] ?? '';
    const key = ['font-family', 'font-style', 'font-weight'].map(value).join(' ');
    return { key, characters: readUnicodeRange(value('unicode-range')) };
  });
}

test('every style and weight has each letter of the languages of the site, once', () => {
  const letters = 'AZaz09 “¿ñÉ§«çœ™ŁłăĂđơựệữ₫ị\u0301';
  const byKey = Map.groupBy(faces(), ({ key }) => key);
  assert.equal(byKey.size, 4);
  for (const [key, some] of byKey) {
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      const having = some.filter(({ characters }) => characters.has(code));
      assert.equal(having.length, 1, `${key}: ${letter}`); // of two, browsers fetch both
    }
  }
});

test('the signs of a chip are in the file of its letters: no search fetches another for them', () => {
  for (const { key, characters } of faces().filter((one) => one.characters.has(0x61))) {
    for (const sign of '¶×·')
      assert.ok(characters.has(sign.codePointAt(0) ?? 0), `${key}: ${sign}`);
  }
});
