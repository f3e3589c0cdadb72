import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { today } from '../../src/archive/day.ts';
import { complete } from '../../src/cli/terminal.ts';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';
import { hasTerminal, runOnTerminal, type Step } from '../support/terminal.ts';

const archive: Files = {
  'site.yaml': 'timezone: Pacific/Kiritimati\n',
  'offices/north-side.yaml': 'name: Office of Senator North\nmember: Nora North\n',
  'offices/south.yaml': 'name: Office of Senator South\n',
  'caucuses/coast.yaml': 'name: Coast Caucus\n',
  'releases/2017/2017-11-22-old.md': madeRelease({
    office: 'north-side',
    contact: '{ name: Dana Desk, title: Press Aide, phone: (916) 555-0162 }',
  }),
};

async function newIn(t: TestContext, args: string[], files: Files = archive) {
  const folder = await tempFolder(t, files);
  const ended = await runCommand('new', args, { CONTENT_DIR: folder });
  return { ...ended, folder };
}

async function check(folder: string) {
  const { stdout } = await runCommand('check', ['--json'], { CONTENT_DIR: folder });
  const { errors } = JSON.parse(stdout) as { errors: { field: string; message: string }[] };
  return errors.map(({ field, message }) => `${field} ${message}`);
}

test('all options make a release that lacks its text alone', async (t) => {
  const { status, stdout, stderr, folder } = await newIn(t, [
    ...['--title', 'Storm Drains: "Marked"', '--office', 'north-side', '--office', 'south'],
    ...['--date', '2019-11-06', '--slug', 'drains', '--caucus', 'coast'],
    ...['--topic', 'Water', '--topic', '#2', '--speaker', 'Nora North', '--bill', 'sb54'],
    ...['--contact-name', 'Casey Contact', '--contact-title', 'Press Secretary'],
    ...['--contact-phone', '(916) 555-0123', '--contact-email', 'press@example.org'],
    ...['--language', 'en', '--dateline', 'SACRAMENTO'],
  ]);
  assert.equal(status, 0, stderr);
  const file = join(folder, 'releases/2019/2019-11-06-drains.md');
  assert.match(stdout, new RegExp(`^Written: ${file}$`, 'm'));
  const text = await readFile(file, 'utf8');
  assert.equal(
    text,
    `---
title: 'Storm Drains: "Marked"'
date: 2019-11-06
dateline: SACRAMENTO
office:
  - north-side
  - south
contact:
  name: Casey Contact
  title: Press Secretary
  phone: (916) 555-0123
  email: press@example.org
caucus: coast
topics:
  - Water
  - "#2"
speakers:
  - Nora North
bills:
  - SB 54
language: en
---

`,
  );
  assert.deepEqual(await check(folder), ['body is empty']);
  await writeFile(file, `${text}Words.\n`);
  assert.deepEqual(await check(folder), []);
});

test('the contact, the day and the address have presets', async (t) => {
  const before = today(Date.now(), 'Pacific/Kiritimati');
  const { status, stdout, folder } = await newIn(t, [
    '--title',
    'A New Day',
    '--office',
    'Nora North',
  ]);
  const days = [before, today(Date.now(), 'Pacific/Kiritimati')];
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^Contact: Dana Desk, Press Aide, \(916\) 555-0162 \(as in 2017-11-22-old\)$/m,
  );
  const [file = ''] = await readdir(join(folder, 'releases', before.slice(0, 4)));
  assert.ok(days.map((day) => `${day}-a-new-day.md`).includes(file), file);
});

test('of a contact from an earlier release the name is enough', async (t) => {
  const args = ['--title', 'A', '--office', 'south', '--contact-name', 'Dana Desk'];
  const { stdout } = await newIn(t, [...args, '--contact-title', 'Director']);
  assert.match(
    stdout,
    /^Contact: Dana Desk, Director, \(916\) 555-0162 \(as in 2017-11-22-old\)$/m,
  );
});

test('an office has no contact yet on the day of its first release', async (t) => {
  const args = ['--title', 'A', '--office', 'north-side', '--date', '2017-11-21'];
  const { status, stderr } = await newIn(t, args);
  assert.equal(status, 2);
  assert.match(stderr, /^Missing: --contact-name, --contact-phone or --contact-email\.$/m);
});

test('without a terminal all missing options are named in one message', async (t) => {
  const { status, stdout, stderr, folder } = await newIn(t, []);
  assert.equal(status, 2);
  assert.equal(stdout, '');
  const [first] = stderr.split('\n');
  assert.equal(
    first,
    'Missing: --title, --office, --contact-name, --contact-phone or --contact-email.',
  );
  assert.match(stderr, /^Usage: npm run new/m);
  assert.deepEqual(await readdir(join(folder, 'releases')), ['2017']);
});

test('everything that is wrong is reported at once, with what was meant', async (t) => {
  const args = [
    '--title',
    'A',
    '--office',
    'nort-side',
    '--date',
    '2019-02-29',
    '--caucus',
    'cost',
  ];
  const { status, stderr, folder } = await newIn(t, args);
  assert.equal(status, 1);
  assert.match(stderr, /^--date cannot be "2019-02-29": that is not a day of the calendar/m);
  assert.match(stderr, /^--office names nort-side, .*did you mean north-side\?$/m);
  assert.match(stderr, /^--caucus names cost, .*did you mean coast\?$/m);
  assert.equal(stderr.trim().split('\n').length, 3);
  assert.deepEqual(await readdir(join(folder, 'releases')), ['2017']);
});

test('a title on several lines is refused', async (t) => {
  const { status, stderr } = await newIn(t, ['--title', 'One\nTwo', '--office', 'north-side']);
  assert.equal(status, 1);
  assert.match(stderr, /^--title has a line break/);
});

test('a title without letters needs a slug', async (t) => {
  const args = ['--title', '“…”', '--office', 'north-side', '--date', '2019-11-06'];
  const { status, stderr, folder } = await newIn(t, args);
  assert.equal(status, 2);
  assert.match(stderr, /^Missing: --slug/);
  const again = await runCommand('new', [...args, '--slug', 'silence'], {
    CONTENT_DIR: folder,
  });
  assert.equal(again.status, 0, again.stderr);
  const text = await readFile(join(folder, 'releases/2019/2019-11-06-silence.md'), 'utf8');
  assert.match(text, /^title: “…”$/m);
});

test('a release that is there is never written over, whichever folder it lies in', async (t) => {
  const there = { ...archive, 'releases/older/2019-11-06-a-title.md': 'Words.' };
  const args = ['--title', 'A Title', '--office', 'north-side', '--date', '2019-11-06'];
  const { status, stderr, folder } = await newIn(t, args, there);
  assert.equal(status, 1);
  assert.match(stderr, /2019-11-06-a-title\.md is there already; .* --slug a-title-2$/m);
  const file = join(folder, 'releases/older/2019-11-06-a-title.md');
  assert.equal(await readFile(file, 'utf8'), 'Words.');
  assert.deepEqual((await readdir(join(folder, 'releases'))).sort(), ['2017', 'older']);
});

test('the first release of an archive needs no folder yet', async (t) => {
  const args = ['--title', 'A', '--office', 'anyone', '--contact-name', 'C'];
  const { status, stderr } = await newIn(t, [...args, '--contact-email', 'c@example.org'], {
    'site.yaml': 'title: Press\n',
  });
  assert.equal(status, 0, stderr);
});

test('a site.yaml that cannot be read is reported: it has the time zone', async (t) => {
  const { status, stderr } = await newIn(t, [], { ...archive, 'site.yaml': 'timezone: Mars\n' });
  assert.equal(status, 1);
  assert.match(stderr, /site\.yaml:1: timezone cannot be "Mars"/);
});

test('Tab completes the last name on a line, by its beginning or by that of a word', () => {
  const names = ['north-side', 'south', 'Dana Desk'];
  assert.deepEqual(complete('so', names), [['south'], 'so']);
  assert.deepEqual(complete('south, NOR', names), [['north-side'], 'NOR']);
  assert.deepEqual(complete('side', names), [['north-side'], 'side']);
  assert.deepEqual(complete('de', names), [['Dana Desk'], 'de']);
  assert.deepEqual(complete('', names), [names, '']);
  assert.deepEqual(complete('x', names), [[], 'x']);
});

const skip = hasTerminal ? false : 'there is no command `script` of util-linux';

async function answering(t: TestContext, args: string[], steps: Step[]) {
  const folder = await tempFolder(t, archive);
  const ended = await runOnTerminal('new', args, { CONTENT_DIR: folder }, steps);
  return { ...ended, folder };
}

test('on a terminal what is missing is asked for, and Tab completes it', { skip }, async (t) => {
  const { status, screen, folder } = await answering(
    t,
    ['--date', '2019-11-06'],
    [
      ['Title: ', '\r'],
      ['This is needed.', ''],
      ['Title: ', 'Drains: marked\r'],
      ['north-side  Office of Senator North (Nora North)', ''],
      ['south       Office of Senator South', ''],
      ['Office (Tab', 'nobody\r'],
      ['It names nobody, which has no file offices/nobody.yaml', ''],
      ['Office (Tab', 'side\t'],
      ['north-side', '\r'],
      ['Contact [Dana Desk, Press Aide, (916) 555-0162]: ', '\r'],
      ['Caucus [none]: ', 'cost\r'],
      ['It names cost, which has no file caucuses/cost.yaml; did you mean coast?', ''],
      ['Caucus [none]: ', 'Coast\r'],
      ['[none]: ', 'Water, Storm drains,\r'],
    ],
  );
  assert.equal(status, 0, screen);
  const text = await readFile(join(folder, 'releases/2019/2019-11-06-drains-marked.md'), 'utf8');
  assert.match(text, /^title: "Drains: marked"$/m);
  assert.match(text, /^office: north-side$/m);
  assert.match(text, /^ {2}name: Dana Desk$/m);
  assert.match(text, /^caucus: coast\ntopics:\n {2}- Water\n {2}- Storm drains\n---$/m);
});

test('on a terminal a new contact is asked for field by field', { skip }, async (t) => {
  const { status, screen, folder } = await answering(
    t,
    ['--date', '2019-11-06', '--title', 'A', '--office', 'south'],
    [
      ['Contact: ', 'New Person\r'],
      ["The contact's title [none]: ", '\r'],
      ["The contact's phone [none]: ", '12\r'],
      ['It cannot be "12": it has fewer than seven digits', ''],
      ["The contact's phone [none]: ", '\r'],
      ["The contact's e-mail: ", 'new@example.org\r'],
      ['Caucus [none]: ', '\r'],
      ['Topics (Tab completes; a comma between several) [none]: ', '\r'],
    ],
  );
  assert.equal(status, 0, screen);
  const text = await readFile(join(folder, 'releases/2019/2019-11-06-a.md'), 'utf8');
  assert.match(text, /^contact:\n {2}name: New Person\n {2}email: new@example\.org\n---$/m);
});

test('on a terminal the day is asked for, and the only office is offered', { skip }, async (t) => {
  const folder = await tempFolder(t, {
    'site.yaml': 'timezone: Pacific/Kiritimati\n',
    'offices/river.yaml': 'name: Office of Senator River\n',
  });
  const before = today(Date.now(), 'Pacific/Kiritimati');
  const contact = ['--contact-name', 'Desk', '--contact-email', 'desk@example.org'];
  const steps = (day: string, title: string): Step[] => [
    ['Title: ', `${title}\r`],
    ['Day [today, ', '11/06/2019\r'],
    ['It cannot be "11/06/2019": write 2019-11-06 or 2019-06-11', ''],
    ['Day [today, ', `${day}\r`],
    ['Office (Tab completes; a comma between several) [river]: ', '\r'],
    ['Topics', '\r'],
  ];
  const environment = { CONTENT_DIR: folder };
  const dated = await runOnTerminal('new', contact, environment, steps('2019-11-06', '新しい橋'));
  assert.equal(dated.status, 0, dated.screen);
  const names = await readdir(join(folder, 'releases/2019'));
  assert.match(names.join(), /^2019-11-06-[a-z]+(?:-[a-z]+)*\.md$/);
  const now = await runOnTerminal('new', contact, environment, steps('', 'Bridge'));
  assert.equal(now.status, 0, now.screen);
  const year = await readdir(join(folder, 'releases', before.slice(0, 4)));
  assert.match(year.join(), /^\d{4}-\d\d-\d\d-bridge\.md$/);
});

test('the contact of a renamed office is that of releases under its former name', async (t) => {
  const { 'offices/north-side.yaml': office = '', ...others } = archive;
  const files = { ...others, 'offices/uptown.yaml': `${String(office)}aliases: [north-side]\n` };
  const { stdout, stderr } = await newIn(t, ['--title', 'A', '--office', 'uptown'], files);
  assert.match(stdout, /^Contact: Dana Desk, .* \(as in 2017-11-22-old\)$/m, stderr);
});

test('a word of an office is enough, where no other has it', async (t) => {
  const files = {
    ...archive,
    'offices/senator-river.yaml': 'name: Office of Senator River\n',
    'offices/senator-hill.yaml': 'name: Office of Senator Hill\naliases: [senator-dale]\n',
  };
  const args = ['--title', 'A', '--contact-name', 'C', '--contact-email', 'c@example.org'];
  for (const [typed, slug] of [
    ['river', 'senator-river'],
    ['Senator River', 'senator-river'],
    ['Nora', 'north-side'],
    ['senator-dale', 'senator-hill'],
  ] as const) {
    const { status, stdout, stderr } = await newIn(t, [...args, '--office', typed], files);
    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`^Office: ${slug}$`, 'm'));
  }
  const { status, stderr } = await newIn(t, [...args, '--office', 'senator'], files);
  assert.equal(status, 1);
  assert.match(stderr, /^--office names senator, which has no file offices\/senator\.yaml/m);
});

test('Ctrl+C and Ctrl+D end the questions, and nothing is written', { skip }, async (t) => {
  for (const key of ['\u0003', '\u0004']) {
    const { status, screen, folder } = await answering(t, [], [['Title: ', key]]);
    assert.equal(status, 1);
    assert.match(screen, /Nothing was written\./);
    assert.deepEqual(await readdir(join(folder, 'releases')), ['2017']);
  }
});
