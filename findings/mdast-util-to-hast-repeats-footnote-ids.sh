#!/usr/bin/env bash
# mdast-util-to-hast 13.2.2 (here behind remark-rehype 11.1.2) gives two links of one page the same `id`. HTML
# wants every `id` to be the only one of its value in the document (HTML, 3.2.6, "Global attributes"). The
# second call of note `1` gets `fnref-1-2`: the label and a count. The first call of a note whose label is
# `1-2` gets `fnref-1-2` as well. Both are valid labels, both notes are defined. For a press-release archive:
# notes that are numbered by section (`1-2`) beside a note that is cited twice are enough for a page that no
# longer validates, and the way back from the second note leads to the wrong sentence.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-rehype@11.1.2 mdast-util-to-hast@13.2.2 rehype-stringify@10.0.1 >/dev/null

cat >show.mjs <<'SCRIPT'
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import rehypeStringify from 'rehype-stringify';

const source = 'First[^1], second[^1], third[^1-2].\n\n[^1]: One.\n\n[^1-2]: Two.\n';
const html = String(
  await unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).process(source),
);
const ids = [...html.matchAll(/<a href="(#user-content-fn-[^"]*)" id="([^"]*)"/g)];
for (const [, href, id] of ids) console.log(`link to ${href} has id ${id}`);
SCRIPT

expected=$(
  cat <<'OUTPUT'
link to #user-content-fn-1 has id user-content-fnref-1
link to #user-content-fn-1 has id user-content-fnref-1-2
link to #user-content-fn-1-2 has id user-content-fnref-1-2
OUTPUT
)
actual=$(node show.mjs)

node -p "'mdast-util-to-hast ' + require('./node_modules/mdast-util-to-hast/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: two links to different notes have one id."
