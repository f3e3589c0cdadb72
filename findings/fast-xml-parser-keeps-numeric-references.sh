#!/usr/bin/env bash
# fast-xml-parser 5.12.1 leaves numeric character references as they are written. XML 1.0, section 4.1: `&#8217;`
# and `&#x2014;` mean characters in every document, without any declaration, as `&amp;` does. By default the
# parser resolves the five named entities and hands out the numeric ones as text; only the option
# `htmlEntities`, which is described as one for HTML's names, resolves them. For a press-release archive: many
# exports write apostrophes and dashes as numbers, and a headline comes out as "Governor&#8217;s". The option
# has a price: names that no XML document has, as `&nbsp;`, are resolved too instead of refused.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error fast-xml-parser@5.12.1 >/dev/null

cat >show.mjs <<'SCRIPT'
import { XMLParser } from 'fast-xml-parser';

const xml = '<title>The office&#8217;s lamps &#x2014; lit &amp; paid</title>';
console.log(new XMLParser().parse(xml).title);
console.log(new XMLParser({ htmlEntities: true }).parse(xml).title);
SCRIPT

expected=$(
  cat <<'OUTPUT'
The office&#8217;s lamps &#x2014; lit & paid
The office’s lamps — lit & paid
OUTPUT
)
actual=$(node show.mjs)

node -p "'fast-xml-parser ' + require('./node_modules/fast-xml-parser/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: numbers for characters stay in the text."
