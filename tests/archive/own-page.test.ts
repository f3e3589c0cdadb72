import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOwnPage } from '../../src/archive/own-page.ts';
import { inShort } from '../support/made-release.ts';

const read = (name: string, text: string) => readOwnPage(Buffer.from(text), `pages/${name}`);
const faults = (name: string, text: string) => read(name, text).problems.map(inShort);

test('a page has the address of its file, and is at the foot unless it says otherwise', () => {
  const { page, body, problems } = read(
    'privacy.md',
    '---\ntitle: Privacy\n---\nWe count nobody.\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(page, {
    ...{ path: '/privacy/', title: 'Privacy', order: Infinity },
    ...{ isInNav: false, isDraft: false },
  });
  assert.deepEqual(body, { markdown: 'We count nobody.\n', line: 4 });
  const visit = read(
    'visit.md',
    '---\ntitle: Visit\nnav: true\norder: 2\ndraft: true\n---\nCome.\n',
  );
  assert.deepEqual(visit.page, {
    ...{ path: '/visit/', title: 'Visit', order: 2 },
    ...{ isInNav: true, isDraft: true },
  });
  assert.equal(visit.draftLine, 5);
});

test('addresses that the site has itself are taken, but for what it says about itself', () => {
  const text = '---\ntitle: A page\n---\nWords.\n';
  for (const name of ['data.md', 'quote.md', 'releases.md', 'offices.md', 'media.md', '404.md']) {
    const [fault = ''] = faults(name, text);
    assert.match(
      fault,
      /^1: file would be at \/[\w]+\/, where the site has something of its own; give the file another name, as in our-/,
      name,
    );
  }
  for (const name of ['about.md', 'contact.md', 'news.md'])
    assert.deepEqual(faults(name, text), [], name);
  assert.deepEqual(faults('Privacidad y más.md', text), [
    '1: file has a name that no page can have; use small letters a to z, digits and hyphens, as in privacidad-y-mas.md',
  ]);
});

test('what is wrong with its fields or its text is said, with the line', () => {
  assert.match(
    faults('a.md', 'Words alone.\n').join(),
    /^1: frontmatter is missing; begin with a line ---, then title:/,
  );
  assert.match(
    faults('a.md', '---\ntitel: A\n---\nWords.\n').join('\n'),
    /2: title is missing.*\n?.*2: titel is not a field; did you mean title\?/s,
  );
  assert.match(
    faults('a.md', '---\ntitle: A\norder: first\nnav: top\n---\nWords.\n').join('\n'),
    /3: order cannot be "first": it is a number.*4: nav cannot be "top"/s,
  );
  assert.deepEqual(faults('a.md', '---\ntitle: A\n---\n\n'), [
    '4: body is empty; put the text of the page below the second line ---',
  ]);
  assert.match(
    faults('a.md', '<<<<<<< ours\n---\ntitle: A\n---\nWords.\n').join(),
    /marks of a merge/,
  );
});
