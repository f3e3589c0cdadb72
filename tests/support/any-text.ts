import fc from 'fast-check';

const SURROGATES = { min: 0xd800, max: 0xdfff };

const anyCharacter = fc
  .oneof(fc.nat({ max: 0xff }), fc.nat({ max: 0xffff }), fc.nat({ max: 0x10ffff }))
  .filter((code) => code < SURROGATES.min || code > SURROGATES.max)
  .map((code) => String.fromCodePoint(code));

/**
 * Text of any characters. fast-check's own strings of all Unicode take seconds to set up.
 * @param pieces that it often has in it, such as signs with a meaning.
 */
export function anyText(...pieces: string[]): fc.Arbitrary<string> {
  const piece =
    pieces.length === 0 ? anyCharacter : fc.oneof(anyCharacter, ...pieces.map(fc.constant));
  return fc.array(piece).map((parts) => parts.join(''));
}
