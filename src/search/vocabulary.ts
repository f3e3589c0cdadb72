/**
 * The words of the archive as a search compares them, without case and accents, each with the number
 * of releases that have it; the most frequent first.
 */
export type Vocabulary = ReadonlyMap<string, number>;

/** Shorter words do not help: they are everywhere, or resemble too many others. */
export const MIN_LETTERS = 4;

/** The vocabulary as it is written, in columns, so that it compresses well. */
interface Columns {
  /** Separated by spaces. */
  words: string;
  /** Run lengths, `812*1 640*3`, since words of the same number follow each other. */
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

/** Reads what `encodeVocabulary` has written. Words of the same number must follow each other. */
export function decodeVocabulary(text: string): Vocabulary {
  const { words, counts } = JSON.parse(text) as Columns;
  if (words === '') return new Map();
  const numbers = counts.split(' ').flatMap((run) => {
    const [count = '', length = ''] = run.split('*');
    return Array<number>(Number(length)).fill(Number(count));
  });
  return new Map(words.split(' ').map((word, n) => [word, numbers[n] ?? 0]));
}
