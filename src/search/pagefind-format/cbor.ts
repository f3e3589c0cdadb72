/*
 * The part of CBOR (RFC 8949) that Pagefind's files are written in: whole numbers below 2^32, texts,
 * and arrays of known length. The reader reads the bytes in place, since an index is mostly lists
 * of positions, of which only a few numbers are read; the rest is copied as it is.
 */

/** The major types: the first three bits of an item. */
const Kind = { unsigned: 0, negative: 1, text: 3, array: 4 } as const;
type Kind = (typeof Kind)[keyof typeof Kind];

/** Reads the items of a CBOR file one by one. */
export class CborReader {
  readonly bytes: Buffer;
  /** The offset of the next item, in bytes. */
  at: number;

  constructor(bytes: Buffer, start = 0) {
    this.bytes = bytes;
    this.at = start;
  }

  /** Goes over the head of an array. @returns how many items follow that belong to it. */
  array(): number {
    // Nearly all heads are a single byte; here and below these are read the short way.
    const length = (this.bytes[this.at] ?? 0) - (Kind.array << 5);
    if (length >= 0 && length < 24) {
      this.at++;
      return length;
    }
    return this.#head(Kind.array);
  }

  /** @throws {Error} if it is negative. */
  unsigned(): number {
    const value = this.bytes[this.at] ?? 24;
    if (value < 24) {
      this.at++;
      return value;
    }
    return this.#head(Kind.unsigned);
  }

  /** A whole number of either sign. */
  integer(): number {
    const first = this.bytes[this.at] ?? 24;
    if (first < 24) {
      this.at++;
      return first;
    }
    const isNegative = first >> 5 === Kind.negative;
    return isNegative ? -1 - this.#head(Kind.negative) : this.#head(Kind.unsigned);
  }

  text(): string {
    const { start, end } = this.textPlace();
    return this.bytes.toString('utf8', start, end);
  }

  /** Goes over a text. @returns where its bytes are. */
  textPlace(): { start: number; end: number } {
    const length = this.#head(Kind.text);
    return { start: this.at, end: (this.at += length) };
  }

  /** Skips whole numbers. */
  skip(numbers: number) {
    const { bytes } = this;
    let at = this.at;
    for (let left = numbers; left > 0; left--) {
      const short = (bytes[at] ?? 0) & 0x1f;
      at += short < 24 ? 1 : 1 + 2 ** (short - 24);
    }
    this.at = at;
  }

  /** Reads the head of an item: its kind, and a number that is its value or its length. */
  #head(expected: Kind): number {
    const { bytes } = this;
    const first = bytes[this.at];
    if (first === undefined || first >> 5 !== expected) {
      throw new Error(
        `Expected a CBOR item of kind ${expected} at byte ${this.at} of ${bytes.length}`,
      );
    }
    this.at++;
    const short = first & 0x1f;
    if (short < 24) return short;
    if (short === 24) return bytes[this.at++] ?? 0;
    const length = 2 ** (short - 24); // bytes
    if (length > 4) throw new Error(`A CBOR item at byte ${this.at - 1} is longer than expected`);
    return bytes.readUIntBE((this.at += length) - length, length);
  }
}
