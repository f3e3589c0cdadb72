import { isContactLine } from './contact-line.ts';
import { isCertainEndMark } from '../../markdown/end-mark.ts';
import { isEndMark } from './end-mark.ts';
import { hasNumber, isName, PHONE } from './find-contacts.ts';
import { isBanner, isFurniture } from './furniture.ts';
import { endsSentence, hasLostPunctuation, wordsIn } from './text-shape.ts';
import { type TextBlock, type Unit, unitsOf } from './units.ts';

/** What the words of a unit can be, each judged once. */
class UnitTags {
  readonly #text: string;
  readonly #values = new Map<(text: string) => unknown, unknown>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of words. */
  get words(): number {
    return this.#tag(countWords);
  }
  get isSentence(): boolean {
    return this.#tag(endsSentence);
  }
  get hasLostPunctuation(): boolean {
    return this.#tag(hasLostPunctuation);
  }
  /** Furniture of a page, and nothing else. */
  get isFurniture(): boolean {
    return this.#tag(isFurniture);
  }
  /** The name or the address of the office, and nothing else. */
  get isBanner(): boolean {
    return this.#tag(isBanner);
  }
  get isContactLine(): boolean {
    return this.#tag(isContactLine);
  }
  /** The name of a person. */
  get isName(): boolean {
    return this.#tag(isName);
  }
  /** Whether there is a telephone number or an e-mail address in it. */
  get hasNumber(): boolean {
    return this.#tag(hasNumber);
  }
  get hasPhone(): boolean {
    return this.#tag(hasPhone);
  }
  get isEndMark(): boolean {
    return this.#tag(isEndMark);
  }
  get isCertainEndMark(): boolean {
    return this.#tag(isCertainEndMark);
  }

  /** Judges when first asked: most units of a long text are never asked for most tags. */
  #tag<Value>(rule: (text: string) => Value): Value {
    if (!this.#values.has(rule)) this.#values.set(rule, rule(this.#text));
    return this.#values.get(rule) as Value;
  }
}

const countWords = (text: string) => wordsIn(text).length;
const hasPhone = (text: string) => text.search(PHONE) !== -1;

/** A unit with its tags, by which head, body and foot of a release are found. */
export interface TaggedUnit extends Unit {
  tags: UnitTags;
}

/** The units of blocks, tagged. */
export const tagUnits = (blocks: readonly TextBlock[], hasColumns = false): TaggedUnit[] =>
  unitsOf(blocks, hasColumns).map((unit) => ({ ...unit, tags: new UnitTags(unit.text) }));

/** The beginning of a unit, as a unit of its own. */
export function cutUnit(unit: TaggedUnit, end: number): TaggedUnit {
  if (end === unit.text.length) return unit;
  const text = unit.text.slice(0, end);
  return { ...unit, text, end: unit.start + end, tags: new UnitTags(text) };
}
