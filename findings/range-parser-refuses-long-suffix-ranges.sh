#!/usr/bin/env bash
# range-parser 1.2.1 calls a suffix range that is longer than the file unsatisfiable. RFC 9110, 14.1.2: where
# the file is shorter than the suffix asked for, the whole file is used. It does so for `bytes=0-99`, which
# also asks for more than there is, but `bytes=-99` of 10 bytes gives -1, which its readme calls
# unsatisfiable; a server that goes by it answers 416 and sends nothing. For a press-release archive: players
# and download tools ask for the last so many kilobytes of an audio or video file to find its index; a short
# sound bite is then refused where a long one plays.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  range-parser@1.2.1 >/dev/null

cat >show.mjs <<'SCRIPT'
import parse from 'range-parser';

const size = 10;
for (const header of ['bytes=-5', 'bytes=-10', 'bytes=0-99', 'bytes=-99']) {
  const ranges = parse(size, header);
  console.log(`${header}: ${Array.isArray(ranges) ? `${ranges[0].start} to ${ranges[0].end}` : ranges}`);
}
SCRIPT

expected=$(
  cat <<'OUTPUT'
bytes=-5: 5 to 9
bytes=-10: 0 to 9
bytes=0-99: 0 to 9
bytes=-99: -1
OUTPUT
)
actual=$(node show.mjs)

node -p "'range-parser ' + require('./node_modules/range-parser/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the last 99 bytes of a file of 10 are refused."
