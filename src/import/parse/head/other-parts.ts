import { countWords, endsWithStop, shareOfSmall, wordsIn } from '../text-shape.ts';

/* What headlines do not have, and other lines of a head, or its parts that became one line, do. */

/** Whether a line may be something else than the headline, or have something else in it. */
export const readsAsOtherPart = (text: string): boolean =>
  isSentence(text) ||
  PARTS.some((part) => part.test(text)) ||
  hasByline(text) ||
  isUnbalanced(text);

/** Whether a bracket opens and does not close: the line breaks off. */
const isUnbalanced = (text: string) =>
  text.split('(').length !== text.split(')').length && !/^\p{L}?\d{0,2}\)/u.test(text);

const MIN_SENTENCE = 4; // words
const MIN_TWO = 12; // words of a sentence and the beginning of another
const MIN_LONG = 24; // words of sentences in capitals

/** Whether it reads as a sentence of the story, or of a note above it. */
function isSentence(text: string): boolean {
  const line = text.replace(/(?<=[.!?])\s\S$/u, ''); // a stain of a scanned page
  const count = countWords(line);
  const isLong = count >= (shareOfSmall(line) >= 0.4 ? MIN_SENTENCE : MIN_LONG);
  return (
    (endsWithStop(line) && isLong) ||
    ANNOUNCED_TODAY.test(line) ||
    SPEAKS.test(line) ||
    (count >= MIN_TWO && shareOfSmall(line) >= 0.4 && TWO_SENTENCES.test(line))
  );
}

const TWO_SENTENCES = /\p{Ll}{4}\.\s{1,3}\p{Lu}\p{Ll}/u;
/** `… today announced …`: the first sentence of a story that a page breaks off. */
const ANNOUNCED_TODAY = /\stoday\s(?:\p{L}{3,20}ed|said|told|gave)\s/u;
/** `I am delighted to be here`, `Attached is the address of`. */
const SPEAKS =
  /^(?:i|we)\s+(?:am|are|have|had|was|were|thought|think|want|would|wish|welcome|thank)\s|^(?:attached|enclosed|please\s+find|below)\s+(?:is|are|please|attached|enclosed|find)\b/iu;

const PARTS = [
  // The number of a release, before the headline or after it: `NO. 12/80 …`, `… L100/85`, `… MEDIA KIT (1)`
  /^(?:\S{0,4}\s)?no\.?\s*[/\d]|\bno\.\s?\p{L}|\b(?:statement|release|paper|bulletin|fact\s+sheet)\s\d{1,3}\s\p{L}|\s(?!(?:for|in|of|to|the|and|by|since|until)\s)\p{Lu}{1,5}\s?\d{1,4}\/\d{2,4}$|\bkit(?:\s\(?\d+\)?)?$/iu,
  // The label of a day, an hour: `… Date: 10 March`, `… 3:00 pm`
  /\bdate\s?:|\b\d{1,2}[:.]\d{2}\s?[ap]\.?m\.?$/iu,
  // A chapter: `2. OBJECTIVES OF THE PLAN`
  /^\d{1,2}[.)]\s+\p{L}/u,
  // The kind of the document before the headline or after it: `MEDIA . . . ADDRESS AT`, `… Press release`
  /^(?:media|press|news)\s+[^\p{L}\p{N}\s]|(?:media|press|news)\s+release$/iu,
  // Whose words, after what they are about: `HARBOURS OF THE COAST STATEMENT BY THE SAMPLE DELEGATION`
  /\p{L}\s(?:statement|address|speech|delivered|presented)\s+by\s+(?:the|senator|mr|mrs|ms|dr|hon)\b|,\s+delivered\s+by\b/iu,
  /\b(?:media|press|news)\s+release\b.{0,40}\b(?:media|press|news)\s+release\b/iu,
];

const TITLES = '(?:senator|sen|the\\s+hon|hon|rt\\s+hon|dr|mr|mrs|ms|professor)\\b';
/** `… BY SENATOR THE HON. PAT PLACEHOLDER, MINISTER FOR TOWERS` after what it is about. */
const BYLINE = new RegExp(`\\sby\\s+(?:the\\s+)?${TITLES}\\.?\\s+(?:(?:the\\s+)?hon\\.?\\s+)?[^.]{3,120}$|[.!?]\\s+${TITLES}\\.?\\s+\\p{L}[^.]{2,40}\\.?$`, 'iu'); // prettier-ignore
const MIN_BEFORE = 4; // words

function hasByline(text: string): boolean {
  const byline = BYLINE.exec(text);
  return byline !== null && wordsIn(text.slice(0, byline.index)).length >= MIN_BEFORE;
}
