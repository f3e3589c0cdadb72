/** A piece of a sentence of the interface: words, a value, or words with a meaning of their own. */
export type Piece =
  | { kind: 'words' | 'value' | 'code' | 'strong' | 'em'; text: string }
  | { kind: 'link'; text: string; path: string };

const MARKUP = /\{(\w+)\}|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\][]+)\]\(([^()]+)\)/g;

/** Reads `{value}`, `code`, **strong**, *emphasis* and [link](/path/) in a sentence. */
export function readSentence(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const addWords = (upTo: number) => {
    if (upTo > end) pieces.push({ kind: 'words', text: text.slice(end, upTo) });
  };
  for (const match of text.matchAll(MARKUP)) {
    addWords(match.index);
    pieces.push(pieceOf(match));
    end = match.index + match[0].length;
  }
  addWords(text.length);
  return pieces;
}

function pieceOf([, value, code, strong, em, link = '', path = '']: RegExpMatchArray): Piece {
  if (value !== undefined) return { kind: 'value', text: value };
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (em !== undefined) return { kind: 'em', text: em };
  return { kind: 'link', text: link, path };
}
