import {
  endsSentence,
  endsWithStop,
  isCapitals,
  isTitleCase,
  shareOfSmall,
  wordsIn,
} from './text-shape.ts';

/**
 * Where the body begins in a text of the head.
 * @param hasHeadline whether there was a headline before.
 * @returns the length of the headline at its beginning, 0 for none; undefined if the body begins later.
 */
export function proseStart(
  text: string,
  isLost: boolean,
  hasHeadline: boolean,
): number | undefined {
  const count = wordsIn(text).length;
  const isSentence = endsSentence(text);
  const small = shareOfSmall(text);
  if (hasHeadline && SALUTATION.test(text)) return 0;
  if (hasHeadline && /:\s*$/u.test(text) && count >= 5) return 0;
  if (isCapitals(text) && count < 60) return undefined;
  if (hasHeadline && count >= 8 && endsWithStop(text)) return 0;
  if (count >= 45 || (count >= 25 && small >= 0.4 && (isSentence || isLost || hasHeadline))) {
    return hasHeadline ? 0 : headlineLength(text);
  }
  if (hasHeadline && isSentence && count >= 4 && (small >= 0.3 || !isTitleCase(text))) return 0;
  if (hasHeadline && /^[*•·-]\s/u.test(text)) return 0;
  if (hasHeadline && /^["“]/u.test(text) && count >= 4 && small >= 0.3) return 0;
  if (!hasHeadline && count >= 12 && (endsWithStop(text) || /:\s*$/u.test(text)) && small >= 0.2)
    return 0;
  return undefined;
}

const SALUTATION =
  /^(?:dear\b|(?:thank\s+you,?\s+)?(?:mr|madam|mme)\.?\s+(?:president|speaker|chair)|to\s+whom\s+it\s+may)/iu;

const HEADLINE_REACH = 1200; // characters
/** A headline in capitals, followed by the first words of a sentence. */
const CAPITALS =
  /^(?:[^\p{Ll}\n]|(?<=\bM)c|(?<=['’])s){20,}?(?=\s{1,99}["“]?\p{Lu}\p{Ll}{1,40}[\s,.]{1,99}\p{L})/u;

/** The length of the headline at the beginning of a long text: in capitals, or separated by a gap. */
function headlineLength(text: string): number {
  const capitals = CAPITALS.exec(text.slice(0, HEADLINE_REACH))?.[0];
  if (capitals !== undefined && wordsIn(capitals).length >= 3)
    return capitals.length + (/^\s*/.exec(text.slice(capitals.length))?.[0].length ?? 0);
  for (const gap of text.slice(0, HEADLINE_REACH).matchAll(/\s{4,}/g)) {
    const before = text.slice(0, gap.index);
    const count = wordsIn(before).length;
    if (count < 3) continue;
    if (count > 25) break;
    if (isTitleCase(before)) return gap.index + gap[0].length;
    break;
  }
  return 0;
}
