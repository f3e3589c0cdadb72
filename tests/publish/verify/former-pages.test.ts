import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormerPages } from '../../../src/publish/verify/former-pages.ts';

const TO = 'releases/2017/11/22/a/';
function wrongOf(path: string, to: string, files = [`${TO}release.json`]): string[] {
  const pages = new FormerPages(new Set(files));
  pages.learn(
    `${TO}release.json`,
    JSON.stringify({
      frontmatter: { aliases: ['/news/caf%C3%A9/', '/old/', '/100%/na%C3%AFve/'] },
    }),
  );
  pages.add(path, to);
  return pages.wrong();
}

test('a former address leads to its release, whether it is encoded or not', () => {
  assert.deepEqual(wrongOf('old/index.html', TO), []);
  assert.deepEqual(wrongOf('news/café/index.html', TO), []);
  assert.deepEqual(wrongOf('news/caf%C3%A9/index.html', TO), []);
  assert.deepEqual(wrongOf('100%/naïve/index.html', TO), []);
});

test('any other address that leads elsewhere is reported', () => {
  assert.deepEqual(wrongOf('about/index.html', TO), ['about/index.html']);
  assert.deepEqual(wrongOf('old/index.html', 'about/'), ['old/index.html']);
  assert.deepEqual(wrongOf('old/page.html', TO), ['old/page.html']);
});

test('a release that was renamed left its page; one that has its record did not', () => {
  const path = 'releases/2017/11/21/a/index.html';
  assert.deepEqual(wrongOf(path, TO), []);
  const files = [`${TO}release.json`, 'releases/2017/11/21/a/release.json'];
  assert.deepEqual(wrongOf(path, TO, files), [path]);
});
