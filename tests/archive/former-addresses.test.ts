import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formerAddresses } from '../../src/archive/former-addresses.ts';
import type { LedgerEntry } from '../../src/archive/ledger/entry.ts';
import { recordEntry } from '../../src/archive/ledger/record-entry.ts';
import { madeArchive } from '../support/made-release.ts';

const NEW = '2026-01-06-new';
const line = (release: string): LedgerEntry =>
  recordEntry(undefined, release, ['A statement.'], '2026-02-01').entry;
const [OLD, GONE] = [line('2026-01-05-old'), line('2026-01-04-gone')];
const OLD_PATH = '/releases/2026/01/05/old/';
const nothing = { moves: [], absent: [], gone: [] };

/** The addresses, each with where it leads: a release's id, or what is recorded as gone. */
function addresses(
  aliases: string | undefined,
  ledger: Partial<Parameters<typeof formerAddresses>[1]>,
) {
  const { archive } = madeArchive({ [NEW]: { aliases } });
  return formerAddresses(archive, { ...nothing, ...ledger }).map((one) => [
    one.path,
    'release' in one
      ? one.release.id
      : 'gone' in one
        ? `gone: ${one.gone.release}`
        : one.issuer.path,
  ]);
}

test('an archive in which nothing had another address has none', () => {
  assert.deepEqual(addresses(undefined, {}), []);
});

test('each alias leads to its release', () => {
  assert.deepEqual(addresses('[/news/a, /news/b/]', {}), [
    ['/news/a/', NEW],
    ['/news/b/', NEW],
  ]);
});

test('the address under which a renamed release is recorded leads to it, before it is an alias', () => {
  const moves = [{ from: OLD.release, to: NEW, isDeclared: false }];
  assert.deepEqual(addresses(undefined, { moves }), [[OLD_PATH, NEW]]);
});

test('an alias that names the recorded address is not there twice', () => {
  const moves = [{ from: OLD.release, to: NEW, isDeclared: true }];
  assert.deepEqual(addresses(OLD_PATH, { moves }), [[OLD_PATH, NEW]]);
});

test('a release that is gone, or just not there, has an address that says so', () => {
  assert.deepEqual(addresses(undefined, { absent: [OLD], gone: [GONE] }), [
    [OLD_PATH, `gone: ${OLD.release}`],
    ['/releases/2026/01/04/gone/', `gone: ${GONE.release}`],
  ]);
});

test('an alias goes before what is gone: the release that names the address has it', () => {
  assert.deepEqual(addresses(OLD_PATH, { gone: [OLD] }), [[OLD_PATH, NEW]]);
});

test('what moved to a release that is not published leads nowhere yet', () => {
  const moves = [{ from: OLD.release, to: '2026-01-07-under-embargo', isDeclared: false }];
  assert.deepEqual(addresses(undefined, { moves }), []);
});
