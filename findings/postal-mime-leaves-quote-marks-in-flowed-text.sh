#!/usr/bin/env bash
# postal-mime 4.0.0 joins the lines of a quoted flowed paragraph without taking away their quote marks. RFC
# 3676, 4.1 and 4.5: in `format=flowed` the `>` at the start of a line say how deep it is quoted; they are
# counted and taken away first, and lines of one depth are joined then. Here the lines are joined as they are,
# so that each `>` but the first ends up within a sentence, where it can no longer be told from a sign that
# the author wrote. For a press-release archive: releases come in as forwarded mail, quoted, from programs
# that send flowed text by default; a figure such as "Turnout > 40" and a quote mark look the same afterwards.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  postal-mime@4.0.0 >/dev/null

cat >show.mjs <<'SCRIPT'
import PostalMime from 'postal-mime';

const mail = [
  'From: Press <press@example.org>',
  'Subject: Fwd: Library',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8; format=flowed',
  '',
  '> The library will open on Monday, and all its ',
  '> branches will follow within the same month, the ',
  '> mayor said.',
  '',
].join('\r\n');
const { text } = await PostalMime.parse(mail);
console.log(text.trim());
SCRIPT

expected=$(
  cat <<'OUTPUT'
> The library will open on Monday, and all its > branches will follow within the same month, the > mayor said.
OUTPUT
)
actual=$(node show.mjs)

node -p "'postal-mime ' + require('./node_modules/postal-mime/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: two quote marks stand within the sentence."
