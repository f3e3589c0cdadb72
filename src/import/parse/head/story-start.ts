import {
  countWords,
  endsSentence,
  endsWithStop,
  isCapitals,
  shareOfSmall,
  wordsIn,
} from '../text-shape.ts';

/** How a letter, a mail or a speech begins, or an advisory or a transcript: a story without a headline above. */
const SALUTATION =
  /^(?:dear\b|(?:thank\s+you,?\s+)?(?:mr|madam|mme)\.?\s+(?:president|speaker|chair)|to\s+whom\s+it\s+may|good\s+(?:morning|afternoon|evening|day)\b.{0,40}$|(?:hello|hi|greetings)\b.{0,40}[,!:]$|my\s+(?:\p{L}+\s+){0,3}(?:community|friends|fellow\s+\p{L}+|colleagues|neighbou?rs),?$|(?:fellow|ladies\s+and)\s+\p{L}+,?$|friends,$|estimad[oa]s?\b|querid[oa]s?\b|buen[oa]s\s+(?:días|tardes)\b.{0,40}$|madame,?\s|monsieur,?\s|mesdames|sehr\s+geehrte|kính\s+(?:gửi|thưa)|prezad[oa]s?\b|敬啟者|親愛的)|^.{0,120}\b(?:ladies\s+and\s+gentlemen|distinguished\s+guests)\W{0,3}$/iu;
const QUESTION_OF_ADVISORY =
  /^(?:who|what|when|where|why|how|qui|quoi|quand|quién|qué|cuándo|dónde|wer|was|wann|wo)\s*[:?–—-]|^(?:WHO|WHAT|WHEN|WHERE|WHY|QUIÉN|QUÉ|CUÁNDO|DÓNDE|QUI|QUOI|QUAND|WER|WAS|WANN|WO)\b\s*(?:\t|\s{2,}|$)/iu;
const TRANSCRIPT =
  /^(?:q|a|question|answer|journalist|reporter|interviewer|presenter|host|compere|moderator|e\s*&\s*o\s*e|subjects?|topics?|jrnlst|pregunta|respuesta|frage|antwort)(?:\s*\d{1,3})?\s*(?:[:.;–—-]|i(?=\s))/iu;
// A number at the beginning of a line may be escaped, as Markdown has it.
const BULLET = /^(?:[*•·▪●○]|(?:\d{1,2}\\?[.)]|\(?(?:\d{1,2}|\p{Ll})\\?\))\s)/u;
const MIN_NEWS = 10; // words
/** `… today announced …`, `… said today` */
const NEWS =
  /\s(?:today|yesterday)\s(?:\p{L}{3,}ed|said|told)\s|\s(?:said|announced)\s(?:today|yesterday)(?!\p{L})/u;
/** Whether letters and mails begin like that. */
export const isSalutation = (text: string) => SALUTATION.test(text);

/** Whether a paragraph can only be the beginning of an advisory's or a transcript's body. */
const beginsList = (text: string) =>
  QUESTION_OF_ADVISORY.test(text) || (TRANSCRIPT.test(text) && !/^[^:]{0,30}:\s*$/u.test(text));

/**
 * Whether a paragraph is part of the story, and no headline or line below one.
 * @param hasHeadline whether there was one above.
 */
export function isStory(line: string, hasHeadline: boolean): boolean {
  const text = line.replace(/(?<=[.!?])\s\S$/u, ''); // a stain of a scanned page
  const count = countWords(text);
  const isChinese = count > wordsIn(text).length;
  const small = isChinese ? 0.5 : shareOfSmall(text);
  if (isSalutation(text)) return true;
  if (beginsList(text)) return true;
  if (!isChinese && isCapitals(text) && count < 60) return false;
  if (count >= 45 || (count >= 28 && small >= 0.3)) return true;
  if (hasHeadline && BULLET.test(text) && count >= 3 && !/^\*+\p{L}/u.test(text)) return true;
  if (endsWithStop(text) && small >= 0.3) return count >= (hasHeadline ? 5 : 12);
  // A first sentence may be full of names and titles.
  const plain = text.match(/(?<![\p{L}’'-])\p{Ll}{4,}/gu)?.length ?? 0;
  if (endsWithStop(text) && count >= 12 && plain >= 3) return true;
  if (!hasHeadline) return false;
  if (count >= MIN_NEWS && small >= 0.2 && NEWS.test(text)) return true;
  if (/:\s*$/u.test(text) && count >= 5 && small >= 0.3) return true;
  return /^["“«„「]/u.test(text) && count >= 4 && small >= 0.3 && endsSentence(text);
}
