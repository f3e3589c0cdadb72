#!/usr/bin/env bash
# mammoth 1.13.0 puts text that is hidden in Word into the HTML like any other, without a message. ECMA-376,
# Part 1, 17.3.2.41 (`w:vanish`): text so marked is not shown with the document. mammoth's readme says that it
# ignores details of looks such as fonts and colours, and warns of what it does not know; hidden text is
# neither kept apart nor warned of, so that nothing in the HTML tells it from the rest. For a press-release
# archive: offices hide notes in a draft ("do not name the donor before Friday") instead of deleting them.
# Nobody sees them in Word, and the import of the .docx file publishes them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  mammoth@1.13.0 jszip@3.10.2 >/dev/null

cat >show.mjs <<'SCRIPT'
import mammoth from 'mammoth';
import JSZip from 'jszip';

const office = 'http://schemas.openxmlformats.org';
const xml = (text) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
const zip = new JSZip();
zip.file(
  '[Content_Types].xml',
  xml(`<Types xmlns="${office}/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml"
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
  </Types>`),
);
zip.file(
  '_rels/.rels',
  xml(`<Relationships xmlns="${office}/package/2006/relationships">
    <Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument"
      Target="word/document.xml"/>
  </Relationships>`),
);
zip.file(
  'word/document.xml',
  xml(`<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p>
    <w:r><w:t xml:space="preserve">The grant is renewed.</w:t></w:r>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> Do not name the donor yet.</w:t></w:r>
  </w:p></w:body></w:document>`),
);
const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
console.log(value);
console.log(`messages: ${messages.length}`);
SCRIPT

expected=$(
  cat <<'OUTPUT'
<p>The grant is renewed. Do not name the donor yet.</p>
messages: 0
OUTPUT
)
actual=$(node show.mjs)

node -p "'mammoth ' + require('./node_modules/mammoth/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the hidden sentence is published."
