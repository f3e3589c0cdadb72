import { CHANGE_KINDS } from '../archive/ledger/entry.ts';
import type { Recording } from '../archive/ledger/record-entry.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { decodeStatements } from '../publish/data/statements.ts';
import { counted } from './report.ts';

/** Characters of a statement that are shown: enough to know it by. */
const SHOWN = 60;
/** Of statements that the ledger knew before. */
const KNOWN = ['kept', ...CHANGE_KINDS.filter((kind) => kind !== 'added')] as const;

/**
 * What a recording changes, a line for the release and one for each statement: `edited s-… "old
 * words…" → "new words…"`, the old words where they are known.
 * @param before words that statements had, by their digests.
 */
export function describeRecording(
  recording: Recording,
  { ledger, byId, bodies }: LoadedArchive,
  before: ReadonlyMap<string, string> = new Map(),
): string {
  const { release, added } = recording;
  const news = ledger.news.get(release);
  const from = ledger.moves.filter(({ to }) => to === release).map((move) => move.from);
  if (ledger.absent.some((entry) => entry.release === release)) return `${release}: gone`;
  if (news === undefined || !byId.has(release)) return `${release}: no statement changes`;
  const isNew = !news.isRecorded && from.length === 0;
  if (isNew && KNOWN.every((kind) => recording[kind].length === 0)) {
    return `${release}: ${counted(added.length, 'statement')}, recorded for the first time`;
  }
  const { digests = {} } = news;
  const { statements } = decodeStatements(bodies.get(release)?.statements);
  const words = new Map(statements.map(({ id, text }) => [id, text]));
  const former = isNew ? 'gone' : from.join(' and ');
  const until = former && `: recorded as ${former} until now`;
  const lines = CHANGE_KINDS.flatMap((kind) =>
    recording[kind].map((id) => {
      const old = kind === 'added' || kind === 'moved' ? undefined : before.get(digests[id] ?? '');
      const now = words.get(id);
      const shown = [old, now].filter((text) => text !== undefined);
      return `  ${kind} ${id} ${excerpts(shown).join(' → ')}`.trimEnd();
    }),
  );
  return [`${release}${until}`, ...lines].join('\n');
}

/** The texts in quotation marks, each from a little before the place where they differ, cut short. */
function excerpts(texts: string[]): string[] {
  const [first = '', second = first] = texts;
  let same = 0;
  while (same < first.length && first[same] === second[same]) same++;
  const start = texts.length < 2 ? 0 : first.lastIndexOf(' ', Math.max(0, same - SHOWN / 3)) + 1;
  return texts.map((text) => {
    const shown = text.slice(start, start + SHOWN);
    return `"${start > 0 ? '…' : ''}${shown}${start + SHOWN < text.length ? '…' : ''}"`;
  });
}
