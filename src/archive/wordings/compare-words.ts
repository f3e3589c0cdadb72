import { diffArrays } from 'diff';

/** A stretch of a statement's words: as they stayed, as they were, or as they became. */
export interface WordsPiece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Where less of the longer text stayed, both are shown whole: a patchwork of small words says nothing. */
const LEAST_SAME = 0.4;
/** Beyond so many changes, two texts are not compared word by word. */
const MAX_CHANGES = 1000;

/** Two texts in pieces; the words that were, before those that became. @param language as a BCP 47 tag. */
export function differingPieces(before: string, after: string, language: string): WordsPiece[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const [old, now] = [before, after].map((text) =>
    [...segmenter.segment(text)].map(({ segment }) => segment),
  ) as [string[], string[]];
  const changes = diffArrays(old, now, { maxEditLength: MAX_CHANGES }) ?? [];
  const pieces = changes.map(({ value, added, removed }): WordsPiece => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
  const same = pieces.filter(({ kind }) => kind === 'same');
  const length = same.reduce((sum, { text }) => sum + text.length, 0);
  if (length >= LEAST_SAME * Math.max(before.length, after.length)) return joined(slid(pieces));
  const whole: WordsPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return whole.filter(({ text }) => text !== '');
}

/** Changes of one kind that a space parts are one, where that is as true: “, the bakery”, not “,” and “the bakery ”. */
function slid(pieces: readonly WordsPiece[]): WordsPiece[] {
  const found: WordsPiece[] = [];
  for (const piece of pieces) {
    const [before, space] = [found.at(-2), found.at(-1)];
    const isParted =
      piece.kind !== 'same' &&
      before?.kind === piece.kind &&
      space?.kind === 'same' &&
      /^\s+$/.test(space.text) &&
      piece.text.endsWith(space.text);
    if (isParted) {
      const text = before.text + space.text + piece.text.slice(0, -space.text.length);
      found.splice(-2, 2, { kind: piece.kind, text }, space);
    } else found.push(piece);
  }
  return found;
}

/** Changes that only a space parts are one: “clean water” became “open land”, not two words by themselves. */
function joined(pieces: readonly WordsPiece[]): WordsPiece[] {
  const found: WordsPiece[] = [];
  let [removed, added] = ['', ''];
  const end = () => {
    if (removed !== '') found.push({ kind: 'removed', text: removed });
    if (added !== '') found.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [n, { kind, text }] of pieces.entries()) {
    const isBetween = removed !== '' && added !== '' && n < pieces.length - 1 && /^\s+$/.test(text);
    if (kind === 'removed' || (kind === 'same' && isBetween)) removed += text;
    if (kind === 'added' || (kind === 'same' && isBetween)) added += text;
    if (kind !== 'same' || isBetween) continue;
    end();
    found.push({ kind, text });
  }
  end();
  return found;
}
