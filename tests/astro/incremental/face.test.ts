import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../support/temp-folder.ts';
import { assertMade, type Built, Copy } from './built-archive.ts';

const stylesOf = ({ files }: Built) =>
  Object.keys(files).filter((path) => /^assets\/face\..*\.css$/.test(path));

/** The pages that ask for these styles, and how many pages there are. */
async function pagesWith(styles: string, { place }: Copy, { files }: Built) {
  const pages = Object.keys(files).filter((path) => path.endsWith('.html'));
  const asking = [];
  for (const path of pages) {
    const html = await readFile(join(place.site, path), 'utf8');
    if (html.includes(`href="/${styles}"`)) asking.push(path);
  }
  return [asking.length, pages.length];
}

test('an archive gets a face of its own, another page and another color', async (t) => {
  const copy = await Copy.of(t);
  await copy.edit('content/site.yaml', (text) => `${text}colors: { accent: "#7a1f2b" }\n`);
  await writeFiles(copy.content, {
    'pages/privacy.md': '---\ntitle: Privacy\n---\nWe count nobody.\n',
  });
  const first = await copy.build();
  const [styles = ''] = stylesOf(first);
  const [asking, all] = await pagesWith(styles, copy, first);
  assert.ok(asking === all && (all ?? 0) > 40, `${asking} of ${all} pages have the new styles`);

  await copy.edit('content/pages/privacy.md', (text) => text.replace('nobody', 'no one'));
  const edited = await copy.bothBuilds();
  assertMade(edited, [], ['privacy', styles]);

  await copy.edit('content/site.yaml', (text) => text.replace('7a1f2b', '1f7a2b'));
  const recolored = await copy.build();
  const [others = '', ...more] = stylesOf(recolored);
  assert.deepEqual([others === styles, more], [false, []]);
  assert.deepEqual(await pagesWith(others, copy, recolored), [all, all]);
  assert.notEqual(
    recolored.files['releases/2019/03/02/tides/card.png'],
    edited.files['releases/2019/03/02/tides/card.png'],
    'share pictures have the color',
  );
});
