import { parseJson } from '../../archive/parse-json.ts';
import { digestOf } from '../../archive/ledger/entry.ts';
import { statementId } from '../../archive/statement-id.ts';
import { normalizeText } from '../../archive/statement-id-form.ts';
import { contentDigest } from '../data/content-digest.ts';
import { type ReleaseRecord, releaseRecord } from '../data/release-record.ts';

/** The digest of the content of a `release.json`, and its id; neither in copies from before there was one. */
export function recordDigest(json: string): { id?: string; digest?: string; problems: string[] } {
  const value = parseJson(json);
  const record = releaseRecord.safeParse(value);
  if (!record.success) return { problems: [] };
  const digest = contentDigest(value as ReleaseRecord); // as it is written, with what the schema does not know
  const isRight = digest === record.data.digest;
  return {
    id: record.data.id,
    digest,
    problems: isRight ? [] : ['has another digest than its content gives'],
  };
}

/**
 * The statements of a `release.json` whose ids are not those of their words, as sentences. A statement
 * that was edited since it was recorded keeps its id, and names the digest of its present words.
 */
export function wrongStatements(json: string): { count: number; problems: string[] } {
  const value = parseJson(json);
  if (value === undefined) return { count: 0, problems: ['is not JSON'] };
  const parts = releaseRecord.pick({ statements: true }).loose().safeParse(value);
  if (!parts.success) return { count: 0, problems: ['has no statements as version 1 has them'] };
  const { statements } = parts.data;
  const seen = new Set<string>();
  const problems = statements.flatMap(({ id, text, digest }) => {
    const words = normalizeText(text) === '' ? 'nothing' : statementId(text);
    const named = digestOf({ id, text: digest });
    const isTwice = seen.has(id);
    seen.add(id);
    return [
      ...(words === named ? [] : [`has ${id}, but its words give ${words}: “${shorten(text)}”`]),
      ...(isTwice ? [`has ${id} twice`] : []),
    ];
  });
  return { count: statements.length, problems };
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
