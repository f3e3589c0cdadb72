import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { convertFixture, people } from './fixture.ts';

test('a page of a WordPress theme: header, sidebar and footer are left out, scripts are no words', async () => {
  const { fields, markdown, leftOut, metadata } = await convertFixture('wordpress-page.html');
  assert.equal(fields.title, 'Senator Sample Opens Nine Lighthouses');
  assert.equal(fields.date, '2018-05-03');
  assert.equal(fields.endMark, '# # #');
  assert.deepEqual(people(fields.contact), ['Casey Contact (916) 555-0111']);
  assert.match(markdown, /^> The keepers wrote/m);
  assert.match(
    markdown,
    /\[table of hours\]\(https:\/\/sample\.example\.org\/lighthouses\/hours\/\)/,
  );
  assert.match(markdown, /^- No lamps of one’s own$/m);
  assert.ok(!/Recent Posts|Share this|Privacy Policy|Track every/.test(markdown));
  assert.ok(leftOut.some(({ text }) => text.includes('Recent Posts')));
  assert.equal(metadata?.source, 'https://sample.example.org/news/nine-lighthouses/');
});

test('a page of Drupal’s fields', async () => {
  const { fields, markdown } = await convertFixture('drupal-page.html');
  assert.equal(fields.title, 'Ferry Fares Frozen for Two Years');
  assert.equal(fields.date, '2012-06-06');
  assert.equal(fields.dateline, 'PLACEHOLDER FALLS, CA');
  assert.deepEqual(people(fields.contact), ['Riley Wire 916-555-0122']);
  assert.match(markdown, /\| Mill to ridge +\| \$2\.00/);
});

test('the day in a page’s metadata may be written as mails write it', async () => {
  const page = (day: string) =>
    `<!doctype html><meta name="date" content="${day}"><title>Nine Lighthouses Open</title><p>Nine lighthouses opened to all who can climb their stairs, and the keepers were glad of them.</p>`;
  for (const day of ['Wed, 22 Nov 2017 09:00:00 -0800', 'Wed, 22 Nov 2017', '2017-11-22T09:00']) {
    const { metadata } = await convertDocument(Buffer.from(page(day)), 'html');
    assert.equal(metadata?.date, '2017-11-22', day);
  }
});

test('an old page framed by tables, in Windows-1252', async () => {
  const { fields, story } = await convertFixture('table-page.html');
  assert.equal(fields.title, 'SPECIMEN TO HOLD OFFICE HOURS ON THE NIGHT BUS');
  assert.deepEqual(people(fields.contact), ['Dana Desk 916/555-0133']);
  assert.equal(story.split('\n\n').length, 3);
});
