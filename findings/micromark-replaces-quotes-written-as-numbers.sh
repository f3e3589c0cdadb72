#!/usr/bin/env bash
# micromark 4.0.3 (and with it remark) turns `&#146;` into U+FFFD, the sign for something unreadable.
# CommonMark 0.31.2, 2.5 "Entity and numeric character references", replaces zero and numbers that are no
# Unicode code points; 146 is one, and commonmark.js 0.31.2 gives the apostrophe. HTML (13.2.5.80) maps 128 to
# 159 as windows-1252 has them, so that every browser shows an apostrophe for it too. micromark replaces all
# control characters, these too, without a word. For a press-release archive: Word and the editors of around
# 2000 wrote quotation marks and dashes as `&#145;` to `&#151;`; browsers show it right, and those marks are
# lost for good once it is Markdown.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  micromark@4.0.3 micromark-util-decode-numeric-character-reference@2.0.2 commonmark@0.31.2 parse5@8.1.1 >/dev/null

cat >show.mjs <<'SCRIPT'
import { micromark } from 'micromark';
import { HtmlRenderer, Parser } from 'commonmark';
import { parseFragment, serialize } from 'parse5';

const source = 'It&#146;s &#150; now';
const reference = new HtmlRenderer().render(new Parser().parse(source)).trim();

console.log('parse5:     ' + serialize(parseFragment(`<p>${source}</p>`)));
console.log('commonmark: ' + reference);
console.log('micromark:  ' + micromark(source));
SCRIPT

expected=$(
  cat <<'OUTPUT'
parse5:     <p>It’s – now</p>
commonmark: <p>It’s – now</p>
micromark:  <p>It�s � now</p>
OUTPUT
)
actual=$(node show.mjs)

node -p "'micromark ' + require('./node_modules/micromark/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the apostrophe and the dash are gone."
