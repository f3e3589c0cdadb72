import { mentionsIn, type Subject, subjectBefore, subjectOf } from './find-subject.ts';
import type { SpeechLexicon } from './lexicon.ts';
import { mentionAt } from './person-mention.ts';
import type { SpeechToken } from './tokens.ts';

const MAX_HEADING = 40; // tokens of a line such as `Statement of Senator Sample on the bridges`
const MAX_GAP = 4; // tokens between `statement` and `by`

/**
 * Who speaks in what follows a statement: `Senator Sample released the following statement:`, `Statement of Senator
 * Sample`, `Senator Sample said:`.
 */
export function introducedBy(
  all: readonly SpeechToken[],
  lexicon: SpeechLexicon,
): Subject | undefined {
  const last = all.at(-1);
  if (last === undefined) return undefined;
  const isColon = last.text === ':';
  const body = last.isEnd || isColon ? all.slice(0, -1) : all;
  const from = body.findLastIndex(({ isEnd }) => isEnd) + 1;
  const tokens = body.slice(from);
  const announces = tokens.some(({ key }) => key === 'following' || key.startsWith('siguiente'));
  const isHeading = from === 0 && !last.isEnd && lexicon.statements.has(tokens[0]?.key ?? '');
  if (isColon || (announces && last.isEnd) || (isHeading && tokens.length <= MAX_HEADING)) {
    const found = statementOf(tokens, lexicon) ?? (isHeading ? undefined : issuer(tokens, lexicon));
    if (found) return { ...found, start: found.start + from, end: all.length };
  }
  return isColon ? subjectBefore(all, lexicon) : undefined;
}

/** `statement by Senator Sample`, `the remarks Senator Sample delivered`. */
function statementOf(tokens: readonly SpeechToken[], lexicon: SpeechLexicon): Subject | undefined {
  const noun = tokens.findIndex(({ key }) => lexicon.statements.has(key));
  if (noun < 0) return undefined;
  const owner = mentionsIn(tokens, noun, lexicon).find(({ end }) => end === noun);
  if (owner?.isPossessive === true) return { mention: owner, start: owner.start, end: noun + 1 };
  for (let at = noun + 1; at <= noun + MAX_GAP; at++) {
    const isNext = at === noun + 1;
    const token = tokens[at];
    if (token === undefined) return undefined;
    const isBy = (isNext ? lexicon.of : lexicon.by).has(token.key);
    const isBetween = lexicon.fillers.has(token.key) || lexicon.issuing.has(token.key);
    if (!isBy && isBetween) continue;
    if (!isBy && !(isNext && token.isCapital)) return undefined;
    const mention = mentionAt(tokens, isBy ? at + 1 : at, lexicon);
    if (mention && !mention.isPossessive && mention.name.length > 0)
      return { mention, start: noun, end: mention.end };
  }
  return undefined;
}

/** `Senator Sample today issued the following statement`. */
function issuer(tokens: readonly SpeechToken[], lexicon: SpeechLexicon): Subject | undefined {
  const verb = tokens.findIndex(({ key }, n) => {
    return (
      lexicon.issuing.has(key) && tokens.slice(n).some((one) => lexicon.statements.has(one.key))
    );
  });
  if (verb < 0) return undefined;
  const found = subjectOf(tokens, verb, lexicon);
  if (found !== undefined) return found;
  const [only, ...others] = mentionsIn(tokens, verb, lexicon).filter((one) => !one.isPossessive);
  return only && others.length === 0
    ? { mention: only, start: only.start, end: tokens.length }
    : undefined;
}
