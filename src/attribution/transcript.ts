import type { Subject } from './find-subject.ts';
import type { SpeechLexicon } from './lexicon.ts';
import { mentionAt, type PersonMention } from './person-mention.ts';
import { speechTokens } from './tokens.ts';

const LABEL = /^(\p{Lu}[\p{L}.'’ -]{2,48}):\s/u;
const MIN_LABELS = 2; // one alone may be a heading

/** Who speaks in a statement, by the name before its colon. */
interface TranscriptLabel {
  subject: Subject;
  words: string;
}

/**
 * The statements of a transcript, by their places: those that begin with a name and a colon. A name counts that has
 * a title or is known, so that lists of facts (`Program Area: Water`) are none.
 * @param isKnown whether the release names a person elsewhere, too.
 */
export function transcriptLabels(
  statements: readonly { text: string }[],
  lexicon: SpeechLexicon,
  isKnown: (mention: PersonMention) => boolean,
): Map<number, TranscriptLabel> {
  const labels = new Map<number, TranscriptLabel>();
  for (const [n, { text }] of statements.entries()) {
    const words = LABEL.exec(text)?.[1];
    const mention = words === undefined ? undefined : labelledBy(words, lexicon);
    if (mention === undefined || (mention.titles.length === 0 && !isKnown(mention))) continue;
    labels.set(n, { subject: { mention, start: 0, end: mention.end }, words: `${words}:` });
  }
  return labels.size < MIN_LABELS ? new Map() : labels;
}

/** Labels are often in capitals: `SENATOR SAMPLE`. */
function labelledBy(words: string, lexicon: SpeechLexicon): PersonMention | undefined {
  const isShouted = words === words.toUpperCase();
  const tokens = speechTokens(isShouted ? inSmallLetters(words) : words);
  const mention = mentionAt(tokens, 0, lexicon);
  const isName = mention !== undefined && mention.name.length > 0 && mention.end === tokens.length;
  return isName ? mention : undefined;
}

const inSmallLetters = (words: string) =>
  words.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
