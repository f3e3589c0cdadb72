/** A word, a number or a mark of a text. */
export interface SpeechToken {
  text: string;
  /** In lower case, without the period of an abbreviation. */
  key: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  isWord: boolean;
  isCapital: boolean;
  /** Whether it ends a sentence: a period before a number or a small letter does not. */
  isEnd: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}'’-]*(?:\.\p{L}(?![\p{L}]))*|\p{N}+|[^\s\p{L}\p{N}]/gu;
/** Abbreviations that stand before or after names: their period ends no sentence. */
const ABBREVIATIONS = new Set(
  (
    'sen sens rep reps gov govs lt gen col maj capt sgt cmdr adm dr drs mr mrs ms prof rev hon pres ' +
    'asm jr sr st dept supt atty dra sra srta lic ing dip diput gral'
  ).split(' '),
);

/** Divides a text; the period of an abbreviation or an initial belongs to its word. */
export function speechTokens(text: string): SpeechToken[] {
  const tokens: SpeechToken[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const before = tokens.at(-1);
    if (found === '.' && before?.end === index && hasPeriod(before)) {
      before.text += '.';
      before.end += 1;
      continue;
    }
    tokens.push({
      text: found,
      key: found.toLowerCase().replaceAll('’', "'"),
      start: index,
      end: index + found.length,
      isWord: /^\p{L}/u.test(found),
      isCapital: /^\p{Lu}/u.test(found),
      isEnd: /^[.!?…]$/.test(found),
    });
  }
  for (const [n, token] of tokens.entries()) {
    const next = tokens[n + 1];
    if (token.text === '.' && next !== undefined && /^[\p{Ll}\p{N},;]/u.test(next.text)) {
      token.isEnd = false;
    }
  }
  return tokens;
}

function hasPeriod({ text, key, isCapital }: SpeechToken): boolean {
  if (text.endsWith('.')) return false;
  return ABBREVIATIONS.has(key) || (isCapital && (text.length === 1 || text.includes('.')));
}
