import { type QuotedParts, quotedParts } from './quoted-parts.ts';
import { type SpeechToken, speechTokens } from './tokens.ts';

/** A statement, divided into quotations and what is around them. */
export interface SpeechStatement extends QuotedParts {
  id: string;
  text: string;
  /** Of each part; those of quotations are not needed. */
  tokens: SpeechToken[][];
}

/** Divides the statements of a release. @param language of the text, as a BCP 47 tag. */
export function readSpeech(
  statements: readonly { id: string; text: string }[],
  language: string,
): SpeechStatement[] {
  let isWithin = false;
  return statements.map(({ id, text }) => {
    const quoted = quotedParts(text, { isWithin, language });
    isWithin = quoted.isOpen;
    const tokens = quoted.parts.map((part) => (part.isQuoted ? [] : speechTokens(part.text)));
    return { id, text, ...quoted, tokens };
  });
}
