import type { SpeechLexicon } from './lexicon.ts';
import { mentionAt, type PersonMention } from './person-mention.ts';
import type { SpeechToken } from './tokens.ts';

/** Who a text says is speaking: a person, or `he`; and the tokens that say so, `end` being the first behind them. */
export interface Subject {
  mention: PersonMention | 'pronoun';
  start: number;
  end: number;
}

const MAX_ASIDE = 30; // tokens of `, chairman of the committee,` or `(A-XY)`
const MAX_TAIL = 12; // tokens between a verb and what is said

const keyAt = (tokens: readonly SpeechToken[], n: number) => tokens[n]?.key ?? '';

/** Who speaks the words that follow: `In a letter to the mayor, Senator Sample wrote, “…`. */
export function subjectBefore(
  all: readonly SpeechToken[],
  lexicon: SpeechLexicon,
): Subject | undefined {
  const last = all.at(-1);
  if (last === undefined || last.isEnd) return undefined;
  const from = all.findLastIndex(({ isEnd }) => isEnd) + 1;
  const tokens = all.slice(from);
  const verb = tokens.findLastIndex(({ key, isCapital }) => !isCapital && lexicon.verbs.has(key));
  if (verb < 0 || !leadsToSpeech(tokens, verb, lexicon)) return undefined;
  const found = subjectOf(tokens, verb, lexicon);
  return found && moved({ ...found, end: tokens.length }, from);
}

/** Whether nothing but an aside is between a verb and what is said. */
function leadsToSpeech(
  tokens: readonly SpeechToken[],
  verb: number,
  lexicon: SpeechLexicon,
): boolean {
  const tail = tokens.slice(verb + 1);
  if (tail.length === 0) return true;
  const [first, last] = [tail[0], tail.at(-1)];
  if (first === undefined || last === undefined || tail.length > MAX_TAIL) return false;
  if (tail.length === 1 && lexicon.that.has(first.key)) return true;
  return (
    /^[,:]$/.test(last.text) && (tail.length === 1 || !first.isWord || isAdverbial(first, lexicon))
  );
}

const isAdverbial = ({ key }: SpeechToken, { fillers }: SpeechLexicon) =>
  fillers.has(key) ||
  /^(?:in|on|at|to|during|after|of|before|about|en|durante|a|ante|sobre|tras|reporters)$/.test(key);

/** Who has spoken the words before: `…,” said Senator Sample, who …`. @param isFinal whether these end a sentence. */
export function subjectAfter(
  tokens: readonly SpeechToken[],
  isFinal: boolean,
  lexicon: SpeechLexicon,
): Subject | undefined {
  let start = 0;
  while (/^[,–—-]$/.test(tokens[start]?.text ?? '')) start++;
  const first = tokens[start];
  if (first === undefined) return undefined;
  const phrase = lexicon.accordingTo.find((words) =>
    words.every((word, n) => keyAt(tokens, start + n) === word),
  );
  if (phrase !== undefined) return personFrom(tokens, start, start + phrase.length, lexicon);
  if (!first.isCapital && lexicon.verbs.has(first.key)) {
    let at = start + 1;
    while (lexicon.fillers.has(keyAt(tokens, at))) at++;
    return personFrom(tokens, start, at, lexicon) ?? bareVerb(tokens, start, at, lexicon);
  }
  return subjectAndVerb(tokens, start, isFinal, lexicon);
}

function personFrom(
  tokens: readonly SpeechToken[],
  start: number,
  at: number,
  lexicon: SpeechLexicon,
): Subject | undefined {
  if (lexicon.pronouns.has(keyAt(tokens, at))) return { mention: 'pronoun', start, end: at + 1 };
  const mention = mentionAt(tokens, at, lexicon);
  return mention?.isPossessive === false ? { mention, start, end: mention.end } : undefined;
}

/** In Spanish a verb alone goes on with the same speaker: `—agregó—`. */
function bareVerb(
  tokens: readonly SpeechToken[],
  start: number,
  at: number,
  { articles }: SpeechLexicon,
): Subject | undefined {
  const next = tokens[at];
  const isAlone = next === undefined || /^[.,;:]$/.test(next.text);
  return articles.has('el') && isAlone ? { mention: 'pronoun', start, end: at } : undefined;
}

/** `Senator Sample, a member of the committee, said`: a subject at the beginning, and its verb. */
function subjectAndVerb(
  tokens: readonly SpeechToken[],
  start: number,
  isFinal: boolean,
  lexicon: SpeechLexicon,
): Subject | undefined {
  const found = personFrom(tokens, start, start, lexicon);
  if (found === undefined) return undefined;
  let at = found.end;
  const mark = keyAt(tokens, at);
  if (mark === '(' || mark === ',') {
    const close = tokens.findIndex(
      ({ text }, n) => n > at && n <= at + MAX_ASIDE && text === (mark === '(' ? ')' : ','),
    );
    const isAside = close > 0 && !tokens.slice(at, close).some(({ isEnd }) => isEnd);
    if (!isAside) return undefined;
    at = close + 1;
  }
  while (lexicon.fillers.has(keyAt(tokens, at))) at++;
  if (!lexicon.verbs.has(keyAt(tokens, at))) return undefined;
  const next = tokens[at + 1];
  // Behind a whole sentence, `Sample said he would …` is another.
  const isReport = next?.isWord === true && !isAdverbial(next, lexicon);
  if (isFinal && isReport) return undefined;
  return { ...found, end: at + 1 };
}

/** The subject of a verb: the person directly before it, or before an aside. */
export function subjectOf(
  tokens: readonly SpeechToken[],
  verb: number,
  lexicon: SpeechLexicon,
): Subject | undefined {
  let end = verb;
  while (end > 0 && lexicon.fillers.has(keyAt(tokens, end - 1))) end--;
  if (lexicon.pronouns.has(keyAt(tokens, end - 1))) {
    return { mention: 'pronoun', start: end - 1, end: verb + 1 };
  }
  if (lexicon.pluralPronouns.has(keyAt(tokens, end - 1))) return undefined;
  if (keyAt(tokens, end - 1) === ')') {
    const open = tokens.findLastIndex(({ text }, n) => n < end && text === '(');
    if (open > 0 && end - open <= MAX_ASIDE) end = open;
  }
  const mentions = mentionsIn(tokens, end, lexicon);
  const direct = mentions.find(
    (one) => one.end === end && !one.isPossessive && !isObject(tokens, one.start),
  );
  const found = direct ?? beforeAside(tokens, mentions, end);
  return found && { mention: found, start: found.start, end: verb + 1 };
}

function beforeAside(
  tokens: readonly SpeechToken[],
  mentions: readonly PersonMention[],
  end: number,
): PersonMention | undefined {
  const found = mentions.find(
    ({ start, end: at, isPossessive }) =>
      !isPossessive && /^[,(]$/.test(keyAt(tokens, at)) && !isObject(tokens, start),
  );
  return found !== undefined && end - found.end <= MAX_ASIDE ? found : undefined;
}

const OBJECT =
  /^(?:of|for|at|from|to|with|by|in|on|and|under|against|about|asked|told|urged|thanked|joined|de|del|a|al|con|por|para|en|y)$/;
/** Whether a name is no subject: `to Senator Sample`. */
const isObject = (tokens: readonly SpeechToken[], start: number) =>
  OBJECT.test(keyAt(tokens, start - 1));

/** The people named before a place, in order. */
export function mentionsIn(
  tokens: readonly SpeechToken[],
  before: number,
  lexicon: SpeechLexicon,
): PersonMention[] {
  const found: PersonMention[] = [];
  for (let at = 0; at < before;) {
    const token = tokens[at];
    const isStart = token?.isCapital === true || lexicon.articles.has(token?.key ?? '');
    const mention = isStart ? mentionAt(tokens.slice(0, before), at, lexicon) : undefined;
    if (mention) found.push(mention);
    at = Math.max(at + 1, mention?.end ?? 0);
  }
  return found;
}

const moved = ({ start, end, ...rest }: Subject, by: number): Subject => ({
  ...rest,
  start: start + by,
  end: end + by,
});
