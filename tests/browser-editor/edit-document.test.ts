import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { siteSchema } from '../../src/archive/site.ts';
import { readEditable, writeEditable } from '../../src/browser-editor/browser/edit-document.ts';
import { editorSetup } from '../../src/browser-editor/editor-setup.ts';
import { BODY, type Form, SOURCE } from '../../src/browser-editor/form.ts';
import { filesBelow } from '../../src/files/files-below.ts';

const editor = { backend: 'github', repository: 'sample-office/press-archive' } as const;
const { forms } = editorSetup(siteSchema.parse({}), editor, 'https://press.example.org/');
const formOf = (name: string): Form =>
  forms.find((form) => form.name === name) ?? assert.fail(`no form ${name}`);
const releases = formOf('releases');

const RELEASE = `---
# written in a hurry
title: 'A Pier Opens'
date: 2024-03-05
office: north
contact: { name: Casey Contact, phone: 916-555-0123 }
topics: [Piers, "Ferries, small"] # two
attachments:
  - file: 2024/plan.pdf
    title: The plan
corrections:
- date: 2024-03-06
  note: The pier has two ends.
---

The pier *opened* today.


It has two ends.
`;

/** The lines that one text has and the other does not. */
function changes(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    removed: old.filter((line) => !now.includes(line)),
    added: now.filter((line) => !old.includes(line)),
  };
}

const edit = (text: string, change: (values: ReturnType<typeof readEditable>) => object) => {
  const values = readEditable(text, releases);
  return writeEditable({ ...values, ...change(values) }, releases);
};

test('a file of the sample archive that nobody edits is written as it was', async () => {
  const isThere = ({ name, isTextAlone }: Form) => name !== 'pages' && isTextAlone !== true;
  for (const form of forms.filter(isThere)) {
    const folder = form.name === 'site' ? '' : form.name;
    const files = filesBelow(join('content', folder)).filter(
      (file) => file.endsWith(`.${form.extension}`) && (folder !== '' || file === 'site.yaml'),
    );
    assert.ok(files.length > 0, form.name);
    for (const file of files) {
      const text = await readFile(join('content', folder, file), 'utf8');
      assert.equal(writeEditable(readEditable(text, form), form), text, file);
    }
  }
});

test('an edit changes its own line, whatever the form of the rest', () => {
  for (const [change, removed, added] of [
    [{ title: 'A Pier Closes' }, ["title: 'A Pier Opens'"], ["title: 'A Pier Closes'"]],
    [{ title: 'It’s 5: a “Pier”' }, ["title: 'A Pier Opens'"], ["title: 'It’s 5: a “Pier”'"]],
    [{ date: '2024-03-07' }, ['date: 2024-03-05'], ['date: 2024-03-07']],
    [{ office: ['south'] }, ['office: north'], ['office: south']],
    [{ office: ['south', 'north'] }, ['office: north'], ['office:', '  - south', '  - north']],
    [
      { contact: [{ name: 'Casey Contact', phone: '916-555-0199', email: '' }] },
      ['contact: { name: Casey Contact, phone: 916-555-0123 }'],
      ['contact: { name: Casey Contact, phone: 916-555-0199 }'],
    ],
    [
      { topics: ['Piers', 'Ferries [large], small'] },
      ['topics: [Piers, "Ferries, small"] # two'],
      ['topics: [Piers, "Ferries [large], small"] # two'],
    ],
    [
      { topics: ['Piers', 'Ferries, small', 'Tides'] },
      ['topics: [Piers, "Ferries, small"] # two'],
      ['topics: [Piers, "Ferries, small", Tides]'],
    ],
    [
      { attachments: [{ file: '/media/2024/plan.pdf', title: 'The plans' }] },
      ['    title: The plan'],
      ['    title: The plans'],
    ],
    [
      { corrections: [{ date: '2024-03-06', note: 'It has three.' }] },
      ['  note: The pier has two ends.'],
      ['  note: It has three.'],
    ],
    [{ subtitle: 'At last' }, [], ['subtitle: At last']],
    [{ draft: true }, [], ['draft: true']],
    [{ bills: ['SB 54'] }, [], ['bills:', '  - SB 54']],
    [
      { topics: [], corrections: null },
      [
        'topics: [Piers, "Ferries, small"] # two',
        'corrections:',
        '- date: 2024-03-06',
        '  note: The pier has two ends.',
      ],
      [],
    ],
    [
      { [BODY]: 'The pier *opened* today.\n\n\nIt has three ends.\n' },
      ['It has two ends.'],
      ['It has three ends.'],
    ],
  ] as const) {
    const text = edit(RELEASE, () => change);
    assert.deepEqual(changes(RELEASE, text), { removed, added }, JSON.stringify(change));
  }
});

test('new fields come where new files have them', () => {
  const text = edit(RELEASE, () => ({ subtitle: 'At last', dateline: 'PORT EXAMPLE' }));
  assert.match(text, /Opens'\nsubtitle: At last\ndate: 2024-03-05\ndateline: PORT EXAMPLE\noffice/);
});

test('a file that ends early, or has nothing but fields, can be edited too', () => {
  const bare = '---\ntitle: A\ndate: 2024-03-05\n---';
  assert.equal(
    edit(bare, () => ({ [BODY]: 'Words.', dateline: 'HERE' })),
    '---\ntitle: A\ndate: 2024-03-05\ndateline: HERE\n---\n\nWords.\n',
  );
  const office = formOf('offices');
  const values = readEditable('name: North\n# member: Alex Example', office);
  assert.equal(
    writeEditable(
      { ...values, district: '27', contact: [{ name: 'Pat', email: 'a@b.org' }] },
      office,
    ),
    'name: North\ndistrict: "27"\ncontact:\n  name: Pat\n  email: a@b.org\n# member: Alex Example',
  );
});

test('a new file is as a person would write it', () => {
  const text = writeEditable(
    {
      draft: true,
      [BODY]: '\nFirst.\n\nSecond.  \n',
      title: 'Bill #12: passed',
      date: '2024-03-05',
      office: ['north'],
      subtitle: '',
      contact: [{ name: 'Casey Contact', phone: '(916) 555-0123', title: null }],
      topics: ['Piers', ''],
      attachments: [{ file: '/media/2024/plan.pdf', title: 'The plan', alt: '' }],
      withdrawn: { date: '', reason: '' },
      [SOURCE]: '',
    },
    releases,
  );
  assert.equal(
    text,
    `---
title: "Bill #12: passed"
date: 2024-03-05
office: north
contact:
  name: Casey Contact
  phone: (916) 555-0123
topics:
  - Piers
attachments:
  - file: 2024/plan.pdf
    title: The plan
draft: true
---

First.

Second.
`,
  );
});

test('a switch is off where a file says nothing, and saying so changes nothing', () => {
  assert.equal(readEditable(RELEASE, releases)['draft'], false);
  const draft = RELEASE.replace('office:', 'draft: TRUE\noffice:');
  assert.equal(readEditable(draft, releases)['draft'], true);
  assert.equal(
    edit(draft, () => ({})),
    draft,
  );
  assert.equal(
    edit(draft, () => ({ draft: false })),
    RELEASE,
  );
});

test('what cannot be read is not offered, and what a file would not hold is not written', () => {
  for (const text of [
    'Words alone.',
    '---\ntitle: A\n',
    '---\ntitle: "A\n---\n',
    '---\na: *b\n---\n',
  ])
    assert.throws(() => readEditable(text, releases), Error, text);
  assert.throws(() => edit(RELEASE, () => ({ title: 'A\u0007B' })), Error);
});

test('whatever is typed is what the file holds afterwards', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  const typed = fc.record({
    title: words,
    topics: fc.array(words, { maxLength: 3 }),
    contact: fc.array(fc.record({ name: words, phone: words }), { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(typed, typed, (first, second) => {
      // It throws by itself if the file would hold anything else.
      const text = writeEditable({ ...first, [SOURCE]: '' }, releases);
      writeEditable({ ...readEditable(text, releases), ...second }, releases);
      edit(RELEASE, () => first);
    }),
  );
});

test('a text without fields is written as it was read, but for what was edited', () => {
  const form = formOf('text-frontmatter');
  const write = (source: string, body: string) =>
    writeEditable({ ...readEditable(source, form), [BODY]: body }, form);
  for (const text of ['', '\n', 'Words.', '\n\nWords.\n\n* One\n\n\n', '---\nno: fields\n---\n']) {
    const { [BODY]: body } = readEditable(text, form);
    assert.equal(write(text, String(body)), text, JSON.stringify(text));
  }
  assert.equal(write('\nOld words.\n\n', 'New words.'), '\nNew words.\n\n');
  assert.equal(write('Old words.', 'New words.\n\nMore.'), 'New words.\n\nMore.\n');
  assert.equal(writeEditable({ [BODY]: 'First words.\n' }, form), 'First words.\n');
  assert.equal(writeEditable({ [BODY]: '' }, form), '');
});
