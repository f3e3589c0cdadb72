#!/usr/bin/env bash
# mbox-reader 1.2.0 begins a new mail at each line that begins with "From ". RFC 4155 (default format): a mail
# begins with a line "From ", a sender, and a time; and programs that wrote mailboxes relied on the empty line before
# it, or (mboxcl) on Content-Length, and left "From " in texts as it was. Here a paragraph that begins with "From
# today on" ends the mail, becomes the sender of another, empty one, and is in no text any more. For a
# press-release archive: releases begin paragraphs so, and would be cut there, their words lost.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
  mbox-reader@1.2.0 >/dev/null

cat >show.mjs <<'SCRIPT'
import { Readable } from 'node:stream';
import { mboxReader } from 'mbox-reader';

const mailbox = `From desk@example.org Thu May  3 17:00:00 2018
Subject: Lamps
Content-Length: 64

All nine lamps are lit.

From today on they stay lit all night.
`;
for await (const mail of mboxReader(Readable.from([Buffer.from(mailbox)])))
  console.log(JSON.stringify([mail.returnPath, mail.content.toString()]));
SCRIPT

expected=$(
  cat <<'OUTPUT'
["desk@example.org","Subject: Lamps\nContent-Length: 64\n\nAll nine lamps are lit."]
["today",""]
OUTPUT
)
actual=$(node show.mjs)

node -p "'mbox-reader ' + require('./node_modules/mbox-reader/package.json').version"
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: a sentence that begins with From begins a mail."
