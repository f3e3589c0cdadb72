/**
 * The words of the archive, as a search takes them: without case and accents, each with the number of
 * releases in which it stands; the most frequent first.
 */
export type Vocabulary = ReadonlyMap<string, number>;

/** Shorter words are no help: they stand everywhere, or are like too many others. */
export const LEAST_LETTERS = 4;

/** The vocabulary as it is written. */
interface Columns {
  /** With spaces between. */
  words: string;
  /** Run lengths, `812*1 640*3`, since words of the same number stand together. */
  counts: string;
}

export function encodeVocabulary(vocabulary: Vocabulary): string {
  const runs = [...Map.groupBy(vocabulary.values(), (count) => count)];
  const columns: Columns = {
    words: [...vocabulary.keys()].join(' '),
    counts: runs.map(([count, { length }]) => `${count}*${length}`).join(' '),
  };
  return JSON.stringify(columns);
}

/** Reads what `encodeVocabulary` has written. Words of the same number must stand together. */
export function decodeVocabulary(text: string): Vocabulary {
  const { words, counts } = JSON.parse(text) as Columns;
  if (words === '') return new Map();
  const numbers = counts.split(' ').flatMap((run) => {
    const [count = '', length = ''] = run.split('*');
    return Array<number>(Number(length)).fill(Number(count));
  });
  return new Map(words.split(' ').map((word, n) => [word, numbers[n] ?? 0]));
}
