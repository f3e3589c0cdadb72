import { DIGEST_LENGTH, type ReleaseSketch, SKETCH_LENGTH } from './sketch.ts';

/** Where a text is in the archive: the number of its release, and its place among that one's sketched statements. */
interface StatementPlace {
  release: number;
  statement: number;
}

const NONE = 0xffffffff;

/**
 * The texts of an archive, each once and numbered by its first appearance, and where they are. Everything is in
 * arrays of numbers: a large archive has a million texts.
 */
export class TextTable {
  /** How many texts there are. */
  readonly count: number;
  readonly #rows: Uint32Array; // the sketches of all statements, one after the other
  readonly #firstRow: Uint32Array; // by release; and the number of all
  readonly #releaseOf: Uint32Array; // by row
  readonly #textOf: Uint32Array; // by row
  readonly #rowOf: Uint32Array; // the first one, by text
  readonly #nextRow: Uint32Array; // of the same text, by row
  readonly #slots: Uint32Array; // texts, by their digests

  constructor(sketches: readonly (ReleaseSketch | undefined)[]) {
    this.#firstRow = new Uint32Array(sketches.length + 1);
    for (const [n, sketch] of sketches.entries()) {
      const length = (sketch?.numbers.length ?? 0) / SKETCH_LENGTH;
      this.#firstRow[n + 1] = this.#startOf(n) + length;
    }
    const rows = this.#startOf(sketches.length);
    this.#rows = new Uint32Array(rows * SKETCH_LENGTH);
    this.#releaseOf = new Uint32Array(rows);
    for (const [n, sketch] of sketches.entries()) {
      if (sketch) this.#rows.set(sketch.numbers, this.#startOf(n) * SKETCH_LENGTH);
      this.#releaseOf.fill(n, this.#startOf(n), this.#startOf(n + 1));
    }
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * rows + 2))).fill(NONE);
    this.#textOf = new Uint32Array(rows);
    this.#rowOf = new Uint32Array(rows);
    this.#nextRow = new Uint32Array(rows).fill(NONE);
    this.count = this.#group(rows);
  }

  #startOf = (release: number) => this.#firstRow[release] ?? 0;

  /** @returns the number of texts. */
  #group(rows: number): number {
    const lastRow = new Uint32Array(rows); // by text
    let count = 0;
    for (let row = 0; row < rows; row++) {
      const slot = this.#slotOf(this.#rows, row * SKETCH_LENGTH);
      const known = this.#slots[slot] ?? NONE;
      const text = known === NONE ? count++ : known;
      if (known === NONE) {
        this.#slots[slot] = text;
        this.#rowOf[text] = row;
      } else {
        this.#nextRow[lastRow[text] ?? 0] = row;
      }
      this.#textOf[row] = text;
      lastRow[text] = row;
    }
    return count;
  }

  /** The slot of a digest: that of its text, or the empty one in which it belongs. */
  #slotOf(numbers: Uint32Array, start: number): number {
    const mask = this.#slots.length - 1;
    let slot = (numbers[start] ?? 0) & mask;
    for (let text = this.#slots[slot] ?? NONE; text !== NONE; text = this.#slots[slot] ?? NONE) {
      const own = (this.#rowOf[text] ?? 0) * SKETCH_LENGTH;
      let same = 0;
      while (same < DIGEST_LENGTH && this.#rows[own + same] === numbers[start + same]) same++;
      if (same === DIGEST_LENGTH) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The text that has a digest, which begins at a place of these numbers. */
  find(numbers: Uint32Array, start: number): number | undefined {
    const text = this.#slots[this.#slotOf(numbers, start)] ?? NONE;
    return text === NONE ? undefined : text;
  }

  digestOf(text: number): Uint32Array {
    const start = (this.#rowOf[text] ?? 0) * SKETCH_LENGTH;
    return this.#rows.subarray(start, start + DIGEST_LENGTH);
  }

  bandOf(text: number, band: number): number {
    return this.#rows[(this.#rowOf[text] ?? 0) * SKETCH_LENGTH + DIGEST_LENGTH + band] ?? 0;
  }

  /** The texts of a release, in order. */
  textsOf(release: number): Uint32Array {
    return this.#textOf.subarray(this.#startOf(release), this.#startOf(release + 1));
  }

  /** All places of a text, in the order of the releases. */
  *placesOf(text: number): Generator<StatementPlace> {
    let row = this.#rowOf[text] ?? NONE;
    while (row !== NONE) {
      const release = this.#releaseOf[row] ?? 0;
      yield { release, statement: row - this.#startOf(release) };
      row = this.#nextRow[row] ?? NONE;
    }
  }

  /** The first place of a text. */
  placeOf(text: number): StatementPlace {
    const row = this.#rowOf[text] ?? 0;
    const release = this.#releaseOf[row] ?? 0;
    return { release, statement: row - this.#startOf(release) };
  }

  /** Whether a text is in more than one place. */
  isRepeated(text: number): boolean {
    return this.#nextRow[this.#rowOf[text] ?? 0] !== NONE;
  }
}
