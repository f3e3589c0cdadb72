#!/usr/bin/env bash
# satori 0.63.2 orders text from right to left by itself, but not its brackets. By the Unicode Bidirectional
# Algorithm (UAX #9, rule N0) both brackets of a pair take the direction of the text around them if that comes
# before them, so that in a Hebrew line `(AB 12)` keeps its brackets at its two ends, and what follows is to
# the left of it, as in browsers. Satori puts the closing bracket, the comma and the number after it to the
# right of the letters. For an archive that draws headlines for shared links: the picture of a Hebrew headline
# with the number of a bill in brackets says something else than the headline, so it is better left out.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  satori@0.63.2 @fontsource/noto-serif-hebrew@5.3.0 >/dev/null

cat >show.mjs <<'SCRIPT'
import { readFile } from 'node:fs/promises';
import satori from 'satori';

const files = 'node_modules/@fontsource/noto-serif-hebrew/files/noto-serif-hebrew';
const font = async (name) => ({ name, data: await readFile(`${files}-${name}-600-normal.woff`) });
const fonts = await Promise.all(['hebrew', 'latin'].map(font));

/** The pieces of a line as they are seen, from the left to the right. */
async function seen(text) {
  const style = { display: 'flex', direction: 'rtl', width: 600, fontFamily: 'hebrew, latin' };
  const box = { type: 'div', props: { style, children: text } };
  const svg = await satori(box, { width: 600, height: 80, fonts, embedFont: false });
  return [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)/g)]
    .sort((a, b) => Number(a[1]) - Number(b[1]))
    .map(([, , piece]) => piece)
    .filter((piece) => piece.trim() !== '')
    .join(' | ');
}
console.log(await seen('שלום (AB 12), 3'));
SCRIPT

# By the standard, from the left: 3 | , | the closing bracket | AB | 12 | the opening bracket | שלום
expected='AB | 12 | ) | , | 3 | ( | שלום'
actual=$(node show.mjs)

node -p "'satori ' + require('./node_modules/satori/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the bracket, the comma and the number are on the wrong side."
