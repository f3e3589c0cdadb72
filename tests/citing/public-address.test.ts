import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicAddress } from '../../src/citing/public-address.ts';

for (const [what, here, canonical, expected] of [
  [
    'a mirror',
    'https://mirror.example/x/a/?q=1#s',
    'https://press.example.org/a/',
    'https://press.example.org/a/',
  ],
  [
    'a copy on a disk',
    'file:///copy/a/index.html#s',
    'https://press.example.org/a/',
    'https://press.example.org/a/',
  ],
  [
    'the site itself',
    'https://press.example.org/a/?mark=b',
    'https://press.example.org/a/',
    'https://press.example.org/a/',
  ],
  [
    'a preview',
    'http://localhost:4321/a/?q=1#s',
    'https://press.example.org/a/',
    'http://localhost:4321/a/',
  ],
  [
    'a preview by number',
    'http://127.0.0.1:80/a/',
    'https://press.example.org/a/',
    'http://127.0.0.1/a/',
  ],
  [
    'a site built without an address',
    'https://press.example.org/a/',
    'http://localhost:4321/a/',
    'https://press.example.org/a/',
  ],
  [
    'a page that names none',
    'https://press.example.org/a/#s',
    undefined,
    'https://press.example.org/a/',
  ],
] as const) {
  test(`${what} is cited by ${expected}`, () => {
    assert.equal(publicAddress(here, canonical).href, expected);
  });
}
