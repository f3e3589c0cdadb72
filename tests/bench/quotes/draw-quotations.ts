import { isNegation, quotedWords } from '../../../src/quotation/compare/quoted-words.ts';
import type { Random } from '../identity/random.ts';
import type { Sample } from '../samples.ts';

/** A quotation, and what the right answer to it is. */
export interface DrawnQuotation {
  kind: QuotationKind;
  quotation: string;
  /** Where its words are from; none if nobody said them. */
  sources: { release: string; statement: string }[];
  /** These words as the source has them, as they are compared: another statement may have them too. */
  original: string;
  /** `exact`: word for word there; `changed`: never word for word, but near; `nobody`: never one quotation. */
  right: 'exact' | 'changed' | 'nobody';
}

const KINDS = {
  'whole statement': 'exact',
  'one sentence': 'exact',
  'two sentences, ellipsis': 'exact',
  'other quotation marks': 'exact',
  'other dashes': 'exact',
  'other case': 'exact',
  'one word changed': 'changed',
  'two words changed': 'changed',
  'three words changed': 'changed',
  'a word left out': 'changed',
  'a negation dropped': 'changed',
  'a negation added': 'changed',
  'of two releases': 'nobody',
  'of two releases, ellipsis': 'nobody',
  invented: 'nobody',
} as const;
export type QuotationKind = keyof typeof KINDS;

/** Words of a sentence; where the text has no full stops, a row of words is taken for one. */
const [SHORTEST, LONGEST] = [8, 30];
/** More releases with the same words make them common. */
const MAX_SOURCES = 10;
const MAX_TRIES = 200;

/** Draws quotations of all kinds from releases. */
export class QuotationDrawer {
  readonly #samples: readonly Sample[];
  readonly #random: Random;
  /** The words of each release, as they are compared, with spaces around. */
  readonly #texts: string[];
  /** Of each two words in a row what comes next, to invent sentences. */
  readonly #next = new Map<string, string[]>();

  constructor(samples: readonly Sample[], random: Random) {
    this.#samples = samples;
    this.#random = random;
    this.#texts = samples.map(({ statements }) =>
      comparedText(statements.map(({ text }) => text).join(' ')),
    );
    for (const { statements } of samples.filter((_, n) => n % 5 === 0)) {
      const words = statements.flatMap(({ text }) => text.split(/\s+/));
      for (let n = 2; n < words.length; n++) {
        const pair = `${words[n - 2]} ${words[n - 1]}`;
        const own = this.#next.get(pair);
        if (own === undefined) this.#next.set(pair, [words[n] ?? '']);
        else own.push(words[n] ?? '');
      }
    }
  }

  /** @param count of all kinds together. */
  draw(count: number): DrawnQuotation[] {
    const kinds = Object.keys(KINDS) as QuotationKind[];
    return Array.from({ length: count }, (_, n) => {
      const kind = kinds[n % kinds.length] ?? 'invented';
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const drawn = this.#drawOne(kind);
        if (drawn !== undefined && this.#isTrue(drawn)) return drawn;
      }
      throw new Error(`No quotation can be drawn: ${kind}`);
    });
  }

  /** Whether the words are where they should be, and nowhere that would make the answer another one. */
  #isTrue({ right, quotation, kind }: DrawnQuotation): boolean {
    const parts = quotation.split(' … ').map(comparedText);
    const having = this.#texts.filter((text) => parts.every((part) => text.includes(part)));
    if (right !== 'exact') return having.length === 0;
    return kind === 'two sentences, ellipsis' || having.length <= MAX_SOURCES;
  }

  #drawOne(kind: QuotationKind): DrawnQuotation | undefined {
    const right = KINDS[kind];
    if (kind === 'invented')
      return { kind, quotation: this.#invent(), sources: [], original: '', right };
    const first = this.#passage(kind === 'whole statement');
    if (first === undefined) return undefined;
    const { release, statement } = first;
    const sources = [{ release, statement }];
    const original = comparedText(first.text);
    if (kind.startsWith('of two releases')) {
      const other = this.#passage(false);
      if (other === undefined || other.release === release) return undefined;
      const join = kind.endsWith('ellipsis') ? ' … ' : ' ';
      const quotation = `${half(first.text, 0)}${join}${half(other.text, 1)}`;
      return { kind, quotation, sources: [...sources, other], original, right };
    }
    if (kind === 'two sentences, ellipsis') {
      const other = this.#laterPassage(first);
      if (other === undefined) return undefined;
      return {
        kind,
        quotation: `${first.text} … ${other.text}`,
        sources: [...sources, other],
        original,
        right,
      };
    }
    const quotation = this.#change(kind, first.text);
    return quotation === undefined ? undefined : { kind, quotation, sources, original, right };
  }

  /** A statement, or a sentence of one. */
  #passage(isWhole: boolean, own = this.#random.pick(this.#samples)) {
    const statement = this.#random.pick(own.statements);
    const text = isWhole ? statement.text : this.#sentence(statement.text);
    if (text === undefined || quotedWords(text).length < SHORTEST) return undefined;
    return { release: own.id, statement: statement.id, text };
  }

  /** A sentence of a later statement of the same release, or of the rest of the same one. */
  #laterPassage(first: { release: string; statement: string; text: string }) {
    const own = this.#samples.find(({ id }) => id === first.release);
    const place = own?.statements.findIndex(({ id }) => id === first.statement) ?? -1;
    const later = own?.statements.slice(place + 1) ?? [];
    if (own === undefined || later.length === 0) return undefined;
    return this.#passage(false, { ...own, statements: later });
  }

  #sentence(text: string): string | undefined {
    const sentences = text.split(/(?<=[.!?]["”’]?)\s+(?=["“‘]?\p{Lu})/u);
    const sentence = this.#random.pick(sentences);
    const words = sentence.split(/\s+/);
    if (words.length <= LONGEST) return sentence;
    const length = SHORTEST + this.#random.below(LONGEST - SHORTEST);
    const start = this.#random.below(words.length - length);
    return words.slice(start, start + length).join(' ');
  }

  #change(kind: QuotationKind, text: string): string | undefined {
    const words = text.split(/\s+/);
    switch (kind) {
      case 'other quotation marks':
        return `“${text.replace(/["“”]/g, "'").replace(/’/g, "'")}”`;
      case 'other dashes':
        return text.replace(/\s?[–—]\s?|\s--?\s/g, this.#random.pick([' - ', '—', ' – ', '--']));
      case 'other case':
        return this.#random.pick([text.toUpperCase(), text.toLowerCase()]);
      case 'one word changed':
        return this.#replaceWords(words, 1);
      case 'two words changed':
        return this.#replaceWords(words, 2);
      case 'three words changed':
        return this.#replaceWords(words, 3);
      case 'a word left out':
        return words.toSpliced(1 + this.#random.below(words.length - 2), 1).join(' ');
      case 'a negation dropped': {
        const place = words.findIndex((word) => /^(?:not|never|no)$/i.test(word));
        return place < 1 || place > words.length - 2
          ? undefined
          : words.toSpliced(place, 1).join(' ');
      }
      case 'a negation added': {
        const place = words.findIndex((word) =>
          /^(?:is|are|was|will|would|can|has|have)$/i.test(word),
        );
        return place < 1 || place > words.length - 3
          ? undefined
          : words.toSpliced(place + 1, 0, 'not').join(' ');
      }
      default:
        return text;
    }
  }

  #replaceWords(words: readonly string[], count: number): string {
    const changed = [...words];
    for (let n = 0; n < count; n++) {
      const place = 1 + this.#random.below(words.length - 2);
      const { statements } = this.#random.pick(this.#samples);
      const other = this.#random.pick(this.#random.pick(statements).text.split(/\s+/));
      changed[place] = /\w/.test(other) && !isNegation(other.toLowerCase()) ? other : 'umbrella';
    }
    return changed.join(' ');
  }

  /** A sentence that nobody said, of words that follow each other in releases. */
  #invent(): string {
    const words = this.#random.pick([...this.#next.keys()]).split(' ');
    const length = 12 + this.#random.below(15);
    while (words.length < length) {
      const [before = '', last = ''] = words.slice(-2);
      const next = this.#next.get(`${before} ${last}`);
      if (next === undefined) break;
      words.push(this.#random.pick(next));
    }
    return words.join(' ');
  }
}

/** A text as its words are compared, with spaces around each. */
export const comparedText = (text: string) =>
  ` ${quotedWords(text)
    .map(({ key }) => key)
    .join(' ')} `;

/** The first or the second half of a text's words. */
function half(text: string, which: 0 | 1): string {
  const words = text.split(/\s+/);
  const middle = Math.ceil(words.length / 2);
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}
