#!/usr/bin/env bash
# citeproc 2.4.63 (citeproc-js) writes names in a title small where a style asks for sentence case. The CSL
# specification, "Sentence Case Conversion": in a title of mixed case, the first word is capitalized if it is
# lowercase, and the case of all other words stays. (Later editions discourage `text-case="sentence"`, and
# define it in the same words; styles that have it are valid.) Here every word after the first is made
# lowercase: persons, places, abbreviations. A title all in capitals keeps its first word in capitals. For a
# press-release archive: headlines are full of names, and a citation that a reader copies then misquotes the
# title. The case has to be right in the data, and no style may be asked to change it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  citeproc@2.4.63 >/dev/null

cat >show.mjs <<'SCRIPT'
import CSL from 'citeproc';

const csl = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"';
const title = '<text variable="title" text-case="sentence"/>';
const style = `<style ${csl} class="in-text" default-locale="en-US">
  <info><title>Title</title><id>urn:example:title</id><updated>2024-01-01T00:00:00Z</updated></info>
  <citation><layout>${title}</layout></citation>
  <bibliography><layout>${title}</layout></bibliography>
</style>`;
const locale = `<locale ${csl} xml:lang="en-US"><terms/></locale>`;

function cite(headline) {
  const item = { id: 'release', type: 'webpage', title: headline };
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => item }, style);
  engine.setOutputFormat('text');
  engine.updateItems(['release']);
  return engine.makeBibliography()[1].join('').trim();
}
console.log(cite('Mayor names Jane Doe head of the NASA office in Paris'));
console.log(cite('MAYOR OPENS LIBRARY'));
SCRIPT

expected=$(
  cat <<'OUTPUT'
Mayor names jane doe head of the nasa office in paris
MAYOR opens library
OUTPUT
)
actual=$(node show.mjs)

node -p "'citeproc ' + require('./node_modules/citeproc/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the names are written small."
