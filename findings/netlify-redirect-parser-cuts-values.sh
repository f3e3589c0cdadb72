#!/usr/bin/env bash
# @netlify/redirect-parser 16.1.1, which reads `_redirects`, cuts a parameter's value at its second `=`. A
# query may hold `=` within a value (RFC 3986, 3.4), and the URL Standard's parser of forms parts name and
# value at the first `=` alone. Here all that follows the second is dropped; no error is reported. For a
# press-release archive: old systems put padded base64 into their addresses (`?id=MTIz=`), and the redirects
# from those addresses are just what `_redirects` is for. The rule then waits for `id=MTIz`, which no old link
# says, and two old releases can fall together into one rule. The package asks for Node 22.12 or later; what
# is run here works with Node 20 as well.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  @netlify/redirect-parser@16.1.1 >/dev/null

cat >show.mjs <<'SCRIPT'
import { writeFile } from 'node:fs/promises';
import { parseAllRedirects } from '@netlify/redirect-parser';

await writeFile('_redirects', '/news id=MTIz= /2024/first 301\n/news id=a=b /2024/second 301\n');
const { redirects, errors } = await parseAllRedirects({
  redirectsFiles: ['_redirects'],
  configRedirects: [],
  minimal: true,
});
const asked = ['?id=MTIz=', '?id=a=b'].map((query) => new URLSearchParams(query).get('id'));
redirects.forEach(({ query, to }, n) => console.log(`${to}: link says ${asked[n]}, rule wants ${query.id}`));
console.log(`errors: ${errors.length}`);
SCRIPT

expected=$(
  cat <<'OUTPUT'
/2024/first: link says MTIz=, rule wants MTIz
/2024/second: link says a=b, rule wants a
errors: 0
OUTPUT
)
actual=$(node show.mjs)

node -p "'@netlify/redirect-parser ' + require('./node_modules/@netlify/redirect-parser/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the rules want less than the links say, and no error is reported."
