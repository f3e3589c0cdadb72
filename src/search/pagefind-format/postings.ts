import { array, CborReader, head, Kind, textItem, unsigned } from './cbor.ts';

/*
 * A word of an index is `[word, pages, variants]`, a variant (the same word with other accents)
 * `[form, pages]`, and a page `[number, positions, positions in fields]`. The first page's number
 * counts from 0, each further one from the previous number: when lists are joined, the first number of
 * each is all that changes.
 */

/** The pages of one shard on which a word appears. */
interface Pages {
  count: number;
  /** Their numbers in the shard. */
  first: number;
  last: number;
  /** How many numbers Pagefind counts them as when it cuts the index into chunks. */
  weight: number;
  /** What follows the number of the first page, to the end of the list. */
  rest: Buffer;
}

/** A word of a shard. */
export interface ShardWord {
  /** Its bytes as UTF-8, each as a letter of Latin-1: in the order of these Pagefind orders words. */
  key: string;
  pages: Pages | undefined;
  variants: Map<string, Pages>;
}

/**
 * Goes over the words of a chunk of a shard's index.
 * @param chunk its bytes, decompressed; the numbers of fields are changed in them.
 * @param fields for each field of the shard its number in the joined index.
 */
export function* shardWords(chunk: Buffer, fields: readonly number[]): Generator<ShardWord> {
  const reader = new CborReader(chunk);
  reader.array();
  for (let left = reader.array(); left > 0; left--) {
    reader.array();
    const { start, end } = reader.textPlace();
    const key = chunk.toString('latin1', start, end);
    const pages = readPages(reader, fields);
    const variants = new Map<string, Pages>();
    for (let more = reader.array(); more > 0; more--) {
      reader.array();
      const form = reader.text();
      const ofForm = readPages(reader, fields);
      if (ofForm) variants.set(form, ofForm);
    }
    yield { key, pages, variants };
  }
}

function readPages(reader: CborReader, fields: readonly number[]): Pages | undefined {
  const count = reader.array();
  if (count === 0) return undefined;
  let [first, last, weight, start] = [0, 0, count, 0];
  for (let n = 0; n < count; n++) {
    reader.array();
    last += reader.unsigned();
    if (n === 0) [first, start] = [last, reader.at];
    const inText = reader.array();
    weight += inText;
    reader.skip(inText);
    const inFields = reader.array();
    weight += inFields;
    for (let left = inFields; left > 0; left--) readFieldPosition(reader, fields);
  }
  return { count, first, last, weight, rest: reader.bytes.subarray(start, reader.at) };
}

/** A position in a field, or, as a negative number, the field in which the next ones are. */
function readFieldPosition(reader: CborReader, fields: readonly number[]) {
  const { at, bytes } = reader;
  const number = reader.integer();
  if (number >= 0) return;
  const renamed = head(Kind.negative, fields[-1 - number] ?? -1);
  if (renamed.length !== reader.at - at) throw new Error('An index has too many fields');
  renamed.copy(bytes, at);
}

/** The pages of a word in one shard, and how many pages the shards before it have. */
type ShardPages = [pages: Pages, before: number];

/** A word of the joined index, to which shards add their pages in their order. */
export class JoinedWord {
  /** As `ShardWord` has it. */
  readonly key: string;
  weight = 0;
  readonly #pages: ShardPages[] = [];
  readonly #variants = new Map<string, ShardPages[]>();

  constructor(key: string) {
    this.key = key;
  }

  get word(): string {
    return Buffer.from(this.key, 'latin1').toString();
  }

  /** @param before how many pages the shards have that were added before. */
  add({ pages, variants }: ShardWord, before: number) {
    if (pages) this.#pages.push([pages, before]);
    this.weight += pages?.weight ?? 0;
    for (const [form, ofForm] of variants) {
      const lists = this.#variants.get(form) ?? [];
      lists.push([ofForm, before]);
      this.#variants.set(form, lists);
      this.weight += ofForm.weight + 1;
    }
  }

  /** The word's bytes in the index. */
  encode(): Buffer[] {
    const variants = [...this.#variants].flatMap(([form, lists]) => [
      array(2),
      textItem(form),
      ...encodePages(lists),
    ]);
    return [
      array(3),
      textItem(this.word),
      ...encodePages(this.#pages),
      array(this.#variants.size),
      ...variants,
    ];
  }
}

function encodePages(lists: readonly ShardPages[]): Buffer[] {
  const bytes = [array(lists.reduce((sum, [{ count }]) => sum + count, 0))];
  let last = 0;
  for (const [pages, before] of lists) {
    bytes.push(array(3), unsigned(before + pages.first - last), pages.rest);
    last = before + pages.last;
  }
  return bytes;
}
