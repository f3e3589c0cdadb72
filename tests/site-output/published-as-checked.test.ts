import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyArchive } from '../support/any-archive.ts';
import { madeRelease } from '../support/made-release.ts';
import { publishAsChecked } from '../support/published-as-checked.ts';

test('a former address has its page, whatever its form', async () => {
  const aliases = [
    ...['/News/Old%20Page.html', '/news/caf%C3%A9/', '/100%', '/50% off/', '/%2541/', '/500/', '/4040'],
    ...['/a*/:id/$1,(b)/', '/~a/', '/Index.html', '/old/index.html', '/a%3Fb%23c', '/移民/', '/cafe\u0301/'],
    ...['/view.php?id=7', '/con/nul.', '/a|b/[c]/', `/${'x'.repeat(255)}/`],
  ]; // prettier-ignore
  const path = 'releases/2017-11-22-a.md';
  const files = { [path]: madeRelease({ aliases: JSON.stringify(aliases) }) };
  const { accepted, faults } = await publishAsChecked({ files, aliases: { [path]: aliases } });
  assert.deepEqual([accepted, faults], [1, []]);
});

// To run this with other archives, for any length of time: npm run trial -- fuzz-content
test('whatever check accepts is built, served at all its addresses, and verified', async () => {
  const [any] = fc.sample(fc.noBias(anyArchive(240)), { seed: 20, numRuns: 1 });
  assert.ok(any);
  const { accepted, refused, fetched, faults } = await publishAsChecked(any, '/archive/');
  assert.deepEqual(faults, []);
  assert.ok(accepted > 30 && refused > 30, `${accepted} accepted, ${refused} refused`);
  assert.ok(fetched > 300, `only ${fetched} files were fetched`);
});
