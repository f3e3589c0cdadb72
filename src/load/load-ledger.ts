import {
  CHANGE_KINDS,
  digestOf,
  isLiving,
  type LedgerEntry,
  type RecordedChange,
} from '../archive/ledger/entry.ts';
import { type LedgerIndex, ledgerPath, readEntry } from '../archive/ledger/ledger-files.ts';
import { type LinePlace, readLines } from '../archive/ledger/ledger-lines.ts';
import { type Clock, heldAt } from '../archive/held-releases.ts';
import { findMoves, type Move } from '../archive/ledger/moves.ts';
import { hasNews, type Recording } from '../archive/ledger/record-entry.ts';
import type { Problem } from '../archive/problem.ts';
import { type Crossings, findCrossings } from './crossings.ts';
import { decodeStatements } from '../publish/data/statements.ts';
import { type News, type ProcessedRelease, withCrossings } from './read-release.ts';
import type { Workers } from './worker-pool.ts';

/** How an archive differs from its ledger. */
export interface Ledger {
  /** Whether anything is recorded at all. */
  isBegun: boolean;
  /** Releases with statements or changes that are not recorded, by id. */
  news: Map<string, News>;
  /** Releases recorded under another name. */
  moves: Move[];
  /** Recorded releases that are missing without an explanation. */
  absent: LedgerEntry[];
  /** Recorded releases that were taken out of the archive. */
  gone: LedgerEntry[];
  /** Those of them with several lines, as a merge leaves them. */
  double: LedgerEntry[];
  /** The changes whose earlier words are, or were, in `history/`, by release id. */
  worded: ReadonlyMap<string, readonly RecordedChange[]>;
  /** Where its lines are, by release id: see `readEntry`. */
  places: LedgerIndex['places'];
}

/**
 * Compares the releases with the ledger. Those that are recorded under another id are rendered again, in
 * their place in `releases`, with the line that is theirs.
 * @param clock of the build: of a release that is held back nothing has moved yet.
 */
export async function resolveLedger(
  index: LedgerIndex,
  releases: ProcessedRelease[],
  workers: Workers,
  clock: Clock,
): Promise<Ledger> {
  const held = heldAt(clock);
  const isPublished = ({ release }: ProcessedRelease) =>
    release === undefined || held(release) === undefined;
  const present = new Set(releases.map(({ id }) => id));
  const gone = [...index.gone]
    .filter(([id]) => !present.has(id))
    .map(([id, entry]) => ({
      ...entry,
      ...readEntry(index.places.get(id) ?? []),
      gone: entry.gone,
    }));
  const absent = [...index.places]
    .filter(([id]) => !present.has(id) && !index.gone.has(id))
    .map(([, places]) => readEntry(places))
    .filter((entry) => entry !== undefined);
  const moves = findMoves(
    [...absent, ...gone],
    releases
      .filter((one) => isPublished(one))
      .map(({ id, release, news }) => ({
        id,
        aliases: release?.aliases ?? [],
        ids: news && !news.isRecorded ? news.recording.added : undefined,
      })),
  );
  const moved = new Set(moves.map(({ from }) => from));
  await renderMoved(moves, index, releases, workers);
  const missing = absent.filter(({ release }) => !moved.has(release));
  const crossings = crossingsOf(index, releases.filter(isPublished), missing);
  await renderCrossed(crossings, moves, index, releases, workers);
  const stillGone = gone.filter(({ release }) => !moved.has(release));
  return {
    isBegun: index.places.size > 0,
    news: new Map(releases.flatMap(({ id, news }) => (news ? [[id, news]] : []))),
    moves,
    absent: missing.map((entry) => withCrossings(entry, crossings.get(entry.release))),
    gone: stillGone,
    double: stillGone.filter(({ release }) => (index.places.get(release)?.length ?? 0) > 1),
    worded: index.worded,
    places: index.places,
  };
}

async function renderMoved(
  moves: Move[],
  { places }: LedgerIndex,
  releases: ProcessedRelease[],
  workers: Workers,
) {
  const from = Map.groupBy(moves, ({ to }) => to);
  const tasks = releases
    .filter(({ id }) => from.has(id))
    .map(({ id, path }) => {
      const ids = [id, ...(from.get(id) ?? []).map((move) => move.from)];
      return { path, places: ids.flatMap((one) => places.get(one) ?? []) };
    });
  if (tasks.length > 0) replaceReleases(releases, await workers.runUncached(tasks));
}

/** Statements that are in other releases now. @param releases that are published. */
function crossingsOf(
  index: LedgerIndex,
  releases: readonly ProcessedRelease[],
  absent: readonly LedgerEntry[],
): Crossings {
  const news = new Map(releases.flatMap((one) => (one.news ? [[one.id, one.news]] : [])));
  const isChanged = ({ recording }: News) =>
    recording.removed.length > 0 ||
    recording.edited.length > 0 ||
    recording.added.some((id) => index.removed.has(digestOf({ id })));
  if (absent.length === 0 && ![...news.values()].some(isChanged)) return new Map();
  const bodies = new Map(releases.map(({ id, body }) => [id, body]));
  const textsOf = (id: string) => {
    const { statements } = decodeStatements(bodies.get(id)?.statements);
    return new Map(statements.map((statement) => [statement.id, statement.text]));
  };
  return findCrossings({
    news,
    absent,
    removed: index.removed,
    isElsewhere: phrasesIn(index),
    textsOf,
  });
}

/**
 * Whether a statement of another release than one has words, as far as the ledger knows; it is read when that is asked.
 */
function phrasesIn({ places }: LedgerIndex): (digest: string, release: string) => boolean {
  let lines: { id: string; own: readonly LinePlace[]; text: string }[] | undefined;
  const hasLiving = (own: readonly LinePlace[], digest: string) => {
    const { gone, statements = [] } = readEntry(own) ?? {};
    return !gone && statements.some((one) => isLiving(one) && digestOf(one) === digest);
  };
  return (digest, release) => {
    lines ??= [...places].map(([id, own]) => ({ id, own, text: readLines(own).join('\n') }));
    return lines.some(
      ({ id, own, text }) =>
        id !== release && text.includes(`"${digest}"`) && hasLiving(own, digest),
    );
  };
}

async function renderCrossed(
  crossings: Crossings,
  moves: readonly Move[],
  { places }: LedgerIndex,
  releases: ProcessedRelease[],
  workers: Workers,
) {
  if (crossings.size === 0) return;
  const tasks = releases
    .filter(({ id }) => crossings.has(id))
    .map(({ id, path }) => {
      const ids = [id, ...moves.filter(({ to }) => to === id).map(({ from }) => from)];
      const lines = ids.flatMap((one) => places.get(one) ?? []);
      return { path, places: lines, crossings: crossings.get(id) };
    });
  replaceReleases(releases, await workers.runUncached(tasks));
}

/** Puts releases that were read again in the places of the same. */
function replaceReleases(releases: ProcessedRelease[], found: readonly ProcessedRelease[]) {
  const again = new Map(found.map((one) => [one.path, one]));
  for (const [n, one] of releases.entries()) releases[n] = again.get(one.path) ?? one;
}

const RECORD = 'run `npm run record`, so that links to its statements last from now on';

/**
 * Reports what the ledger lacks, as warnings. An archive that has none yet lacks nothing.
 * @param fileOf the file of a release that is published; others are not recorded yet.
 * @param folder the ledger's, as problems name it.
 */
export function ledgerWarnings(
  { isBegun, news, moves, absent }: Ledger,
  fileOf: (id: string) => string | undefined,
  folder: string,
): Problem[] {
  const warning = (file: string, field: string, message: string, hint: string): Problem => {
    return { file, line: 1, field, message, hint };
  };
  const movedTo = new Set(moves.map(({ to }) => to));
  const unrecorded = [...news]
    .filter(([id, { isRecorded }]) => !isRecorded && !movedTo.has(id) && fileOf(id))
    .map(([id]) => id);
  const lacks = unrecorded.length === 1 ? 'a release' : `${unrecorded.length} releases`;
  return [
    ...[...news].flatMap(([id, { isRecorded, recording }]) => {
      const file = fileOf(id);
      if (!isRecorded || file === undefined || !hasNews(recording)) return [];
      const message = `has changed since it was recorded: ${countChanges(recording)}`;
      return [warning(file, 'body', message, RECORD)];
    }),
    ...(isBegun && unrecorded.length > 0
      ? [warning(folder, 'ledger', `lacks ${lacks} (${firstOf(unrecorded)})`, RECORD)]
      : []),
    ...moves.map(({ from, to, isDeclared }) => {
      if (isDeclared) return warning(folder, 'ledger', `has ${to} as ${from}`, RECORD);
      const message = `is not at the address under which it was recorded: ${from}`;
      return warning(
        fileOf(to) ?? to,
        'aliases',
        message,
        'run `npm run record`, which offers to add it',
      );
    }),
    ...absent.map(({ release }) => {
      const message = `has ${release}, which is no longer in the archive`;
      const hint =
        'put its file back; or, if it has another name now, add its former address to the aliases there; or ' +
        'run `npm run record -- --gone "the reason"`';
      return warning(`${folder}/${ledgerPath(release).split('/')[1]}`, 'ledger', message, hint);
    }),
  ];
}

const firstOf = (ids: readonly string[]) =>
  ids.slice(0, 3).join(', ') + (ids.length > 3 ? ', …' : '');

/** `2 statements edited, 1 removed`. */
function countChanges(recording: Recording): string {
  return CHANGE_KINDS.filter((kind) => recording[kind].length > 0)
    .map((kind, n) => {
      const { length } = recording[kind];
      return `${length} ${n > 0 ? '' : length === 1 ? 'statement ' : 'statements '}${kind}`;
    })
    .join(', ');
}
