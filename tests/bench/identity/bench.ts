import { align } from '../../../src/archive/ledger/align.ts';
import type { Sample } from '../samples.ts';
import { EDITS, type Source, type Text, textOf, track } from './edits.ts';
import { judge, type Judged, type Verdict } from './judge.ts';
import { Random } from './random.ts';
import { recordedLine, wordsOf } from './recorded-line.ts';
import { formatTable, percent } from './table.ts';

export interface Row {
  kind: string;
  edits: number;
  links: number;
  verdicts: Record<Verdict, number>;
  /** Of the statements whose words were changed. */
  touched: number;
  touchedRight: number;
}

const SEVERAL = 'three at once';
const SESSIONS = '20 sessions in a row';
/** Sessions are many recordings of one release: every so many releases have them. */
const SESSION_EVERY = 20;
/**
 * Not in sessions: after twenty times half of the words nothing is left that a link could be right
 * about, and a copy that is recorded is a statement of its own, which the judge cannot tell.
 */
const NOT_IN_SESSIONS = [
  'half of the words left',
  'half of the words rewritten',
  'boilerplate repeated',
];
const SESSION_KINDS = Object.keys(EDITS).filter((kind) => !NOT_IN_SESSIONS.includes(kind));

/** Edits each release in each of the ways, and judges where its links lead then. */
export function measureIdentity(samples: readonly Sample[], seed: number): Row[] {
  const random = new Random(seed);
  const rows = new Map<string, Row>();
  const kinds = Object.keys(EDITS);
  const several = () => [random.pick(kinds), random.pick(kinds), random.pick(kinds)];
  for (const [n, sample] of samples.entries()) {
    const source = asSource(samples[(n + 1) % samples.length] ?? sample);
    const note = (kind: string, judged: Judged[] | undefined) => {
      if (judged) count(rows, kind, judged);
    };
    for (const kind of kinds) note(kind, editOnce(sample, [kind], random, source));
    for (let time = 0; time < 3; time++) note(SEVERAL, editOnce(sample, several(), random, source));
    if (n % SESSION_EVERY === 0) note(SESSIONS, editInSessions(sample, random, source));
  }
  return [...rows.values()].sort((a, b) => Number(a.kind > b.kind) - Number(a.kind < b.kind));
}

const asSource = (sample: Sample): Source => ({ statements: wordsOf(sample) });

/** Applies edits one after the other; undefined where one of them finds nothing to work on. */
function edited(text: Text, kinds: readonly string[], random: Random, source: Source) {
  const done = kinds.reduce<Text | undefined>(
    (before, kind) => before && EDITS[kind]?.(before, random, source),
    text,
  );
  return done?.filter((statement) => textOf(statement).trim() !== '');
}

function editOnce(sample: Sample, kinds: readonly string[], random: Random, source: Source) {
  const entry = recordedLine(undefined, sample.id, wordsOf(sample));
  const before = track(wordsOf(sample));
  const after = edited(before, kinds, random, source);
  if (after === undefined) return undefined;
  const ids = entry.statements.map(({ id }) => id);
  return judge(before, ids, after, align(entry.statements, after.map(textOf)));
}

/** Edits a release again and again, recorded in between; then every first link is judged. */
function editInSessions(sample: Sample, random: Random, source: Source) {
  let entry = recordedLine(undefined, sample.id, wordsOf(sample));
  const before = track(wordsOf(sample));
  const ids = entry.statements.map(({ id }) => id);
  let after: Text = before;
  for (let session = 0; session < 20; session++) {
    after = edited(after, [random.pick(SESSION_KINDS)], random, source) ?? after;
    if (after.length === 0) return undefined;
    entry = recordedLine(entry, sample.id, after.map(textOf));
  }
  return judge(before, ids, after, align(entry.statements, after.map(textOf)));
}

function count(rows: Map<string, Row>, kind: string, judged: readonly Judged[]) {
  const row = rows.get(kind) ?? {
    kind,
    edits: 0,
    links: 0,
    verdicts: { right: 0, part: 0, marker: 0, wrong: 0 },
    touched: 0,
    touchedRight: 0,
  };
  rows.set(kind, row);
  row.edits++;
  for (const { verdict, isTouched } of judged) {
    row.links++;
    row.verdicts[verdict]++;
    if (!isTouched) continue;
    row.touched++;
    if (verdict === 'right') row.touchedRight++;
  }
}

/** A table of what was measured, for people. */
export function identityTable(rows: readonly Row[]): string {
  const head = [
    'edit',
    'times',
    'links',
    'right',
    'smaller part',
    'marker',
    'wrong',
    'right of changed',
  ];
  const lines = rows.map(({ kind, edits, links, verdicts, touched, touchedRight }) => [
    kind,
    edits,
    links,
    percent(verdicts.right, links),
    verdicts.part,
    verdicts.marker,
    verdicts.wrong,
    percent(touchedRight, touched),
  ]);
  return formatTable([head, ...lines]);
}
