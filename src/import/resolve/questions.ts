import type { ConvertedDocument } from '../convert/convert-document.ts';

/** A field is taken from this confidence on; below it, the person is asked. */
export const CONFIDENCE_BAR = 0.8;

export type AskedField = 'title' | 'subtitle' | 'date' | 'dateline' | 'office' | 'contact';

/** A field that is missing or in doubt. */
export interface FieldQuestion {
  field: AskedField;
  /** The line of the source, from 1, that the guess was read from. */
  line: number;
  /** Reads as a sentence after the field's name. */
  message: string;
  hint: string;
  /** The guess as people would type it; undefined if there is none. */
  guess: string | undefined;
}

/** A possible value of a field, its confidence from 0 to 1 (2 for what a person said), and its origin. */
export interface Guess<Value> {
  value: Value;
  confidence: number;
  from: string;
}

/** A guess, if there is a value. */
export function guess<Value>(value: Value | null | undefined, confidence: number, from: string) {
  return value === null || value === undefined ? undefined : { value, confidence, from };
}

const HINTS: Record<AskedField, string> = {
  title: 'put the headline on the first line of the text',
  subtitle: 'check whether it belongs to the headline or to the text',
  date: 'give it with --date YYYY-MM-DD, or begin the name of the file or its folder with it',
  dateline: 'check whether the text begins with a place',
  office: 'give it with --office, or put the files into a folder of its name',
  contact: 'give it with --contact-name and --contact-phone or --contact-email',
};

/** Chooses the value of each field of a release, and collects the questions that remain. */
export class FieldResolver {
  readonly questions: FieldQuestion[] = [];
  #lines: Partial<Record<AskedField, number>>;

  /** @param lines where in the source each field was read. */
  constructor(lines: ConvertedDocument['lines']) {
    this.#lines = lines;
  }

  /** The best guess. It becomes a question if its confidence is low, or if a required field has no guess. */
  resolve<Value>(
    field: AskedField,
    guesses: readonly (Guess<Value> | undefined)[],
    {
      show = String,
      isRequired = true,
    }: { show?: (value: Value) => string; isRequired?: boolean } = {},
  ): Value | undefined {
    const best = guesses
      .filter((one) => one !== undefined)
      .toSorted((a, b) => b.confidence - a.confidence)[0];
    if (best !== undefined && best.confidence >= CONFIDENCE_BAR) return best.value;
    if (best === undefined && !isRequired) return undefined;
    const line = this.#lines[field] ?? 1;
    this.questions.push({ field, line, ...asked(best, show), hint: HINTS[field] });
    return best?.value;
  }
}

function asked<Value>(best: Guess<Value> | undefined, show: (value: Value) => string) {
  if (best === undefined) return { message: 'is missing in the text', guess: undefined };
  const guess = show(best.value);
  return { message: `is not certain; from ${best.from} it may be ${JSON.stringify(guess)}`, guess };
}
