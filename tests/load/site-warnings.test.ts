import assert from 'node:assert/strict';
import { test } from 'node:test';
import { securityWarnings } from '../../src/load/site-warnings.ts';

test('a contact for weaknesses that holds no longer, or not for long, or for too long, is said', () => {
  const said = (expires: string) =>
    securityWarnings({ security: { contact: ['a@example.org'], expires } }, '2026-11-27', {
      file: 'site.yaml',
      line: 4,
    })
      .map(({ line, field, message, hint }) => `${line}: ${field} ${message}; ${hint}`)
      .join();
  assert.match(
    said('2026-11-26'),
    /^4: security\.expires expired on November 26, 2026: someone who finds/,
  );
  assert.match(said('2026-11-27'), /^4: security\.expires expires on November 27, 2026; see that/);
  assert.match(said('2026-12-27'), /expires on December 27/);
  assert.equal(said('2026-12-28'), '');
  assert.equal(said('2027-11-27'), '');
  assert.match(said('2028-01-01'), /is January 1, 2028, more than a year away/);
});
