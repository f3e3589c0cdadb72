import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align } from '../../../src/archive/ledger/align.ts';
import { statementId } from '../../../src/archive/statement-id.ts';
import { alignTo, outcomeOf, placeOf } from './made-entry.ts';
import {
  BRIDGE,
  CHINESE_BRIDGE,
  CHINESE_CLINIC,
  CLINIC,
  HARVEST,
  LIBRARY,
  QUOTE,
  RULE,
  THANKS,
  VIETNAMESE_BRIDGE,
  VIETNAMESE_CLINIC,
  VOTE,
} from './paragraphs.ts';
import { statementIds } from '../../support/statement-ids.ts';

const idsOf = (texts: readonly string[]) => texts.map(statementIds());
/** The outcomes in the order of the ledger, and the ids in that of the text. */
const summary = ({ outcomes, ids }: ReturnType<typeof align>) => ({
  outcomes: [...outcomes.values()],
  ids,
});

test('statements that were never recorded have the ids that their words give', () => {
  const texts = [THANKS, BRIDGE, THANKS];
  const { ids, added, outcomes, removed } = align([], texts);
  assert.deepEqual(ids, idsOf(texts));
  assert.deepEqual(added, ids);
  assert.deepEqual([[...outcomes], removed], [[], []]);
});

test('a statement keeps its id when its words are edited, and its neighbours keep theirs', () => {
  const edited = BRIDGE.replace('August', 'September').replace('ten weeks', 'three months');
  const found = alignTo([[BRIDGE, CLINIC]], [edited, CLINIC]);
  assert.deepEqual(summary(found), { outcomes: ['edited', 'kept'], ids: idsOf([BRIDGE, CLINIC]) });
  assert.deepEqual(found.digests, idsOf([edited, CLINIC]));
});

test('of two paragraphs that were swapped one counts as moved', () => {
  const found = alignTo([[BRIDGE, CLINIC, HARVEST]], [CLINIC, BRIDGE, HARVEST]);
  assert.deepEqual(summary(found), {
    outcomes: ['moved', 'kept', 'kept'],
    ids: idsOf([CLINIC, BRIDGE, HARVEST]),
  });
});

test('one that was moved and edited is found where it is now', () => {
  const edited = BRIDGE.replace('August', 'September');
  const found = alignTo([[BRIDGE, CLINIC, HARVEST, VOTE]], [CLINIC, HARVEST, VOTE, edited]);
  assert.deepEqual(summary(found), {
    outcomes: ['edited', 'kept', 'kept', 'kept'],
    ids: idsOf([CLINIC, HARVEST, VOTE, BRIDGE]),
  });
});

test('a statement that was split keeps its id on the part that is most like it', () => {
  const at = BRIDGE.indexOf('Drivers');
  const [first, second] = [BRIDGE.slice(0, at).trim(), BRIDGE.slice(at)];
  const found = alignTo([[BRIDGE, CLINIC]], [first, second, CLINIC]);
  assert.deepEqual(summary(found), {
    outcomes: ['split', 'kept'],
    ids: [statementId(BRIDGE), statementId(second), statementId(CLINIC)],
  });
  assert.deepEqual(found.added, [statementId(second)]);
});

test('statements that were merged all live on in the one that took them in', () => {
  for (const short of [HARVEST, THANKS]) {
    const found = alignTo([[CLINIC, short, VOTE]], [`${CLINIC} ${short}`, VOTE]);
    assert.deepEqual([...found.outcomes.values()], ['merged', 'merged', 'kept']);
    assert.deepEqual([placeOf(found, CLINIC), placeOf(found, short)], [0, 0]);
    assert.deepEqual([found.removed, found.added], [[], []]);
    assert.deepEqual(found.former, [[statementId(short)], []]);
  }
});

test('what was removed is remembered behind what it followed', () => {
  const { removed, ids, outcomes } = alignTo(
    [[BRIDGE, CLINIC, HARVEST, QUOTE, VOTE]],
    [CLINIC, VOTE],
  );
  const [bridge, , harvest, quote] = [BRIDGE, CLINIC, HARVEST, QUOTE].map(statementId);
  assert.deepEqual(ids, idsOf([CLINIC, VOTE]));
  assert.deepEqual([...outcomes.values()], ['removed', 'kept', 'removed', 'removed', 'kept']);
  assert.deepEqual(removed, [
    { id: bridge, after: -1 },
    { id: harvest, after: 0 },
    { id: quote, after: 0 },
  ]);
});

test('a paragraph with an unrelated one in its place is removed, never edited', () => {
  const all = [BRIDGE, CLINIC, HARVEST, LIBRARY, QUOTE];
  for (const before of all) {
    for (const after of all.filter((one) => one !== before)) {
      const found = alignTo([[RULE, before, VOTE]], [RULE, after, VOTE]);
      assert.equal(outcomeOf(found, before), 'removed', `${before} → ${after}`);
      assert.deepEqual(found.ids, idsOf([RULE, after, VOTE]));
    }
  }
});

test('a paragraph that was cut down to half of it is the edited one still', () => {
  const found = alignTo([[BRIDGE, VOTE]], [BRIDGE.slice(BRIDGE.indexOf('The work')), VOTE]);
  assert.deepEqual(summary(found), { outcomes: ['edited', 'kept'], ids: idsOf([BRIDGE, VOTE]) });
});

test('a short list item with another in its place is removed', () => {
  const items = ['Safer parks', 'Better roads', 'Free buses'];
  for (const other of ['Clean water', 'Ferries', 'More time for teachers']) {
    const found = alignTo([items], items.with(1, other));
    assert.deepEqual([...found.outcomes.values()], ['kept', 'removed', 'kept']);
    assert.deepEqual(found.ids, idsOf(items.with(1, other)));
  }
});

test('of the same words twice, each keeps its own id when one of them is edited', () => {
  const edited = 'Thank you to everyone who came.';
  const texts = [THANKS, BRIDGE, THANKS];
  const first = alignTo([texts], [edited, BRIDGE, THANKS]);
  assert.deepEqual(summary(first), { outcomes: ['edited', 'kept', 'kept'], ids: idsOf(texts) });
  const second = alignTo([texts], [THANKS, BRIDGE, edited]);
  assert.deepEqual(summary(second), { outcomes: ['kept', 'kept', 'edited'], ids: idsOf(texts) });
});

test('Chinese text, which has no spaces, is known again after an edit or a split', () => {
  const texts = [CHINESE_BRIDGE, CHINESE_CLINIC];
  const edited = CHINESE_BRIDGE.replace('八月', '九月').replace('十週', '三個月');
  assert.deepEqual(summary(alignTo([texts], [edited, CHINESE_CLINIC])), {
    outcomes: ['edited', 'kept'],
    ids: idsOf(texts),
  });
  const [first = '', second = ''] = CHINESE_BRIDGE.split(/(?=工程)/);
  const split = alignTo([texts], [first, second, CHINESE_CLINIC]);
  assert.deepEqual([outcomeOf(split, CHINESE_BRIDGE), split.added.length], ['split', 1]);
  const other = alignTo([[CHINESE_BRIDGE, VOTE]], [CHINESE_CLINIC, VOTE]);
  assert.equal(outcomeOf(other, CHINESE_BRIDGE), 'removed');
});

test('Vietnamese text is known again, whatever the form of its accents', () => {
  const texts = [VIETNAMESE_BRIDGE, VIETNAMESE_CLINIC];
  const edited = VIETNAMESE_BRIDGE.replace('tháng Tám', 'tháng Chín').normalize('NFD');
  assert.deepEqual(summary(alignTo([texts], [edited, VIETNAMESE_CLINIC])), {
    outcomes: ['edited', 'kept'],
    ids: idsOf(texts),
  });
  const other = alignTo([[VIETNAMESE_BRIDGE, VOTE]], [VIETNAMESE_CLINIC, VOTE]);
  assert.equal(outcomeOf(other, VIETNAMESE_BRIDGE), 'removed');
});

test('a translation in its place is another statement', () => {
  const found = alignTo([[BRIDGE, CLINIC]], [CHINESE_BRIDGE, VIETNAMESE_CLINIC]);
  assert.deepEqual([...found.outcomes.values()], ['removed', 'removed']);
});

test('statements without letters have ids too and are summary apart by their signs', () => {
  const texts = [BRIDGE, RULE, CLINIC, RULE];
  assert.deepEqual(summary(alignTo([texts], texts)).ids, idsOf(texts));
  const { removed } = alignTo([texts], [BRIDGE, RULE, CLINIC]);
  assert.deepEqual(removed, [{ id: `${statementId(RULE)}-2`, after: 2 }]);
  const other = alignTo([[BRIDGE, RULE, CLINIC]], [BRIDGE, '###', CLINIC]);
  assert.equal(outcomeOf(other, RULE), 'removed');
});

test('a text of which all was removed has nothing but removed statements', () => {
  const { ids, removed } = alignTo([[BRIDGE, CLINIC]], []);
  assert.deepEqual(ids, []);
  assert.deepEqual(
    removed,
    idsOf([BRIDGE, CLINIC]).map((id) => ({ id, after: -1 })),
  );
});

test('a short item that shares only half of its words with the one in its place is another', () => {
  const items = (second: string) => ['Safer parks', second, 'More schools'];
  const { outcomes, added } = alignTo(
    [items('Better roads for all')],
    items('Cleaner water for all'),
  );
  assert.equal(outcomes.get(statementId('Better roads for all')), 'removed');
  assert.deepEqual(added, [statementId('Cleaner water for all')]);
});
