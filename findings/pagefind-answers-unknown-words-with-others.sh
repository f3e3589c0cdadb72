#!/usr/bin/env bash
# pagefind 1.6.0 looks for a word that no page has under the longest known word that it begins with, and does not
# say so: its answer has no sign that another word was found. One would expect nothing for `harborville`, or a sign that
# the pages are those of `harbor`; numbers are cut short too, so that bill 19417 is answered with the page about
# bill 1941. Only a word that begins as no word of the site does finds nothing. For an archive of statements: a
# reporter who asks whether an office ever said a word gets pages, and takes that for a yes. Pagefind's issues 599 and
# 780 are about it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true, "type": "module" }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  pagefind@1.6.0 >/dev/null

cat >show.mjs <<'SCRIPT'
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close, createIndex } from 'pagefind';

const texts = ['The harbor is open at noon.', 'Bill 1941 is about lanterns.', 'A quay and a bell.'];
const { index } = await createIndex();
for (const [n, text] of texts.entries()) {
  await index.addHTMLFile({ url: `/${n}/`, content: `<html lang="en"><body>${text}</body></html>` });
}
await index.writeFiles({ outputPath: 'pagefind' });
await close();

// Pagefind's own program for browsers, with the little of a browser that it asks for.
globalThis.fetch = async (address) =>
  new Response(await readFile(fileURLToPath(String(address).replace(/\?.*/, ''))));
globalThis.document = { querySelector: () => ({ getAttribute: () => 'en' }), currentScript: null };
globalThis.window = { location: { origin: 'null' } };
globalThis.location = { href: 'file:///' };
const basePath = `${pathToFileURL('pagefind')}/`;
const pagefind = await import(`${basePath}pagefind.js`);
await pagefind.options({ basePath, baseUrl: '/', noWorker: true });
await pagefind.init();
for (const word of ['harbor', 'harborville', '1941', '19417', 'zebra']) {
  const { results } = await pagefind.search(word);
  console.log(`${word}: ${results.length}`);
}
SCRIPT

expected=$(
  cat <<'OUTPUT'
harbor: 1
harborville: 1
1941: 1
19417: 1
zebra: 0
OUTPUT
)
actual=$(node show.mjs)

node -p "'pagefind ' + JSON.parse(require('fs').readFileSync('node_modules/pagefind/package.json')).version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: a word that no page has is answered with the pages of another."
