#!/usr/bin/env bash
# hast-util-raw 9.2.0 keeps a table row that stands outside any table. Its readme says that it makes the tree
# just as a browser would parse it. In a page's body a browser drops `<tr>` and `<td>` where no table is open
# (HTML, 13.2.6.4.7, "in body": parse error, ignore the token) and keeps the text alone. A root whose children
# are read is parsed like the inside of a `<template>`, where rows may stand alone; so they stay in the tree,
# and go into the HTML that is written. For a press-release archive: whoever counts, numbers or addresses the
# rows of a pasted figure in that tree gives out addresses of elements that no reader's browser ever has.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  hast-util-raw@9.2.0 hast-util-to-html@9.0.6 parse5@8.1.1 >/dev/null

cat >show.mjs <<'SCRIPT'
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { parse, serialize } from 'parse5';

const source = '<tr><td>One</td></tr>';
const written = toHtml(raw({ type: 'root', children: [{ type: 'raw', value: source }] }));
const page = serialize(parse(`<!doctype html><title>Page</title><body>${written}</body>`));

console.log('hast-util-raw:     ' + written);
console.log('that as a page:    ' + page.slice(page.indexOf('<body>')));
SCRIPT

expected=$(
  cat <<'OUTPUT'
hast-util-raw:     <tr><td>One</td></tr>
that as a page:    <body>One</body></html>
OUTPUT
)
actual=$(node show.mjs)

node -p "'hast-util-raw ' + require('./node_modules/hast-util-raw/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the row is in the tree and in what is written, and no browser shows one."
