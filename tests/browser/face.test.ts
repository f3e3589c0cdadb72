import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { wordsFor } from '../../src/words/languages.ts';
import { attribute, builtPages, find, isNamed } from '../site/built-page.ts';
import { validator } from '../site/validity.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';
import { servedSite } from './visitors.ts';

const seal = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><circle cx="15" cy="15" r="14" fill="${color}"/></svg>`;
const page = (fields: string, text: string) => `---\n${fields}\n---\n${text}\n`;

const archiveIn = (language: string) =>
  sharedArchive({
    'site.yaml': [
      'title: Sample Senate Press',
      `language: ${language}`,
      'logo: { file: seal.svg, dark: moon.svg, alt: Seal of the Sample Senate }',
      'favicon: seal.svg',
      'colors: { accent: "#7a1f2b" }',
      'fonts: system',
      'social:\n  - { name: Mastodon, url: "https://social.example/@senate" }',
    ].join('\n'),
    'site/seal.svg': seal('#7a1f2b'),
    'site/moon.svg': seal('#ffa0a4'),
    'site/home.md': 'Write to [us](/contact/), or read **what we promise**.\n',
    'site/footer.md': 'Sample Senate, 1 Example Square.\n',
    'pages/contact.md': page(
      'title: Contact\nnav: true',
      'Call us.\n\n## By mail\n\n- One\n- Two\n\n| day | hours |\n| --- | --- |\n| Monday | 9 |',
    ),
    'pages/privacy.md': page('title: Privacy', 'We count nobody. See [contact](/contact/).'),
    'pages/about.md': page('title: About the Sample Senate', 'It has met since it was made up.'),
    'releases/2024-03-05-bridge.md': madeRelease(
      { date: '2024-03-05' },
      'The footbridge opened. See [privacy](/privacy/).',
    ),
  });

const site = servedSite(async () => ({ content: await archiveIn('en'), base: '/press/' }));
const PAGES = ['./', './contact/', './privacy/', './about/', './releases/2024/03/05/bridge/'];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const barriers = (page: Page) =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
  });

const colorOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).color);

test('axe finds no barrier, and nothing is wider than the screen, in any size by day and night', async (t) => {
  const axe = await readFile(axePath, 'utf8');
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await site.visit(t, { colorScheme });
    for (const path of PAGES) {
      await page.goto(path);
      await page.evaluate(axe);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await barriers(page), [], `${path} ${colorScheme} ${width}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(overflow <= 0, `${path} ${width}`);
      }
    }
  }
});

test('the color is that of the scheme, and the fonts are those of the device', async (t) => {
  for (const [colorScheme, color] of [
    ['light', 'rgb(122, 31, 43)'],
    ['dark', 'rgb(255, 160, 164)'],
  ] as const) {
    const page = await site.visit(t, { colorScheme });
    const fonts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url());
    });
    await page.goto('./privacy/');
    assert.equal(await colorOf(page, '.release-body a'), color);
    assert.deepEqual(fonts, []);
    const logo = page.locator('.masthead .logo');
    const shown = await logo.evaluate((image: HTMLImageElement) => image.currentSrc);
    assert.match(shown, colorScheme === 'light' ? /site\/seal\.svg$/ : /site\/moon\.svg$/);
    assert.ok(((await logo.boundingBox())?.height ?? 0) > 25);
  }
});

test('the logo, the introduction and the foot are where a visitor looks for them', async (t) => {
  const page = await site.visit(t);
  await page.goto('./');
  assert.equal(
    await page.getByRole('img').first().getAttribute('alt'),
    'Seal of the Sample Senate',
  );
  assert.equal(
    await page.locator('.introduction').innerText(),
    'Write to us, or read what we promise.',
  );
  assert.equal(
    await page.locator('link[rel=icon]').getAttribute('href'),
    '/press/media/site/seal.svg',
  );
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Contact' })
    .click();
  assert.equal(await page.title(), 'Contact – Sample Senate Press');
  assert.equal(
    await page.getByRole('link', { name: 'Contact' }).getAttribute('aria-current'),
    'page',
  );
  await page
    .getByRole('navigation', { name: 'More about this site' })
    .getByRole('link', { name: 'Privacy' })
    .click();
  assert.equal(await page.locator('h1').innerText(), 'Privacy');
  assert.equal(await page.locator('[data-statement], [data-permalink]').count(), 0);
  const social = page.getByRole('navigation', { name: 'Elsewhere on the web' }).getByRole('link');
  assert.equal(await social.getAttribute('rel'), 'me external');
  await page.getByRole('link', { name: 'About', exact: true }).click();
  assert.equal(await page.locator('h1').innerText(), 'About the Sample Senate');
  assert.ok(await page.getByRole('heading', { name: 'What it promises' }).isVisible());
});

test('an archive without a face of its own publishes nothing of it', async () => {
  const folder = await builtSite();
  assert.deepEqual(
    (await readdir(join(folder, 'assets'))).filter((name) => name.startsWith('face.')),
    [],
  );
  for await (const { path, html } of builtPages(folder)) {
    assert.doesNotMatch(html, /class="(?:logo|own-foot|introduction)|face\.\S+\.css/, path);
  }
});

test('its pages are in the sitemap', async () => {
  const folder = await builtSite({ content: await archiveIn('en'), base: '/press/' });
  const sitemap = await readFile(`${folder}/sitemap-1.xml`, 'utf8');
  for (const path of ['contact', 'privacy', 'about']) {
    const address = `<loc>https://press.example.org/press/${path}/</loc>`;
    assert.equal(sitemap.split(address).length, 2, path);
  }
});

test('its pages are valid HTML, and the words around them are in the language of the site', async () => {
  for (const language of ['es', 'zh-Hant']) {
    const folder = await builtSite({ content: await archiveIn(language) });
    const { more, elsewhere } = wordsFor(language).page;
    const validate = await validator();
    for await (const page of builtPages(folder)) {
      const foot = find(page.tree, isNamed('footer')).at(-1);
      const names = foot && find(foot, isNamed('nav')).map((nav) => attribute(nav, 'ariaLabel'));
      assert.deepEqual(names, [more, elsewhere], page.path);
      assert.deepEqual(await validate(page), []);
    }
  }
});
