/*
 * Whole numbers in as many bytes as they need: varints (LEB128), seven bits a byte, the lowest first; the
 * highest bit is set in all bytes but the last.
 */

/** Writes numbers into bytes that grow. */
export class VarintWriter {
  #bytes = new Uint8Array(64);
  length = 0;

  number(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#byte(rest);
  }

  /** Writes bytes, preceded by how many they are. */
  block(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.raw(bytes);
  }

  /** Writes bytes as they are. */
  raw(bytes: Uint8Array): void {
    while (this.length + bytes.length > this.#bytes.length) this.#grow();
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #byte(value: number) {
    if (this.length === this.#bytes.length) this.#grow();
    this.#bytes[this.length++] = value;
  }

  #grow() {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a `VarintWriter` has written. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd() {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
    }
  }

  block(): Uint8Array {
    const length = this.number();
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  /** The bytes that have not been read. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}
