import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { mboxItems } from '../../../src/import/sources/mbox.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const MAILBOX = `From casey@example.org Thu May  3 17:00:00 2018
From: Casey Contact <casey@example.org>
Subject: Nine lighthouses

SAMPLETON – Nine lighthouses open.

From the tenth, which opens in June, one sees the eleventh.
>From that one nothing is seen.

From riley@example.org Fri May  4 09:30:00 2018
Subject: Pears

The pears bloom.
`;

const mailsIn = async (source: string | Uint8Array) =>
  (await Array.fromAsync(mboxItems(source, 'box.mbox'))).map((one) =>
    'bytes' in one ? [one.name, Buffer.from(one.bytes ?? []).toString()] : [],
  );

test('a mailbox gives its mails; a sentence that begins with From begins no mail', async () => {
  const [first, second, ...rest] = await mailsIn(Buffer.from(MAILBOX));
  assert.deepEqual(rest, []);
  assert.equal(first?.[0], 'box.mbox: mail 1');
  assert.match(
    first?.[1] ?? '',
    /\n\nFrom the tenth, .* eleventh\.\nFrom that one nothing is seen\.\n\n$/,
  );
  assert.equal(second?.[1], 'Subject: Pears\n\nThe pears bloom.\n');
});

test('a mailbox is read from a file in pieces, with line ends of Windows too', async (t) => {
  const folder = await tempFolder(t);
  const path = join(folder, 'box.mbox');
  const long = `${MAILBOX}${'x'.repeat(200_000)}\n`;
  await writeFile(path, long.replaceAll('\n', '\r\n'));
  const mails = await mailsIn(path);
  assert.equal(mails.length, 2);
  assert.equal(
    mails[1]?.[1],
    `Subject: Pears\r\n\r\nThe pears bloom.\r\n${'x'.repeat(200_000)}\r\n`,
  );
});

test('what is no mailbox says so', async () => {
  await assert.rejects(
    mailsIn(Buffer.from('Subject: Pears\n\nThe pears bloom.\n')),
    /is not a mailbox/,
  );
  await assert.rejects(mailsIn(Buffer.from('\n')), /is empty/);
});
