import type { Random } from './random.ts';

/** A word, and the statement of the recorded text that it comes from; -1 for none. */
interface Word {
  text: string;
  from: number;
}
/** A statement as its words. */
export type Tracked = readonly Word[];
/** A text under edit: words know where they come from, so that it can be told what became of what. */
export type Text = readonly Tracked[];

/** Where edits take new words from: statements of another release. */
export interface Source {
  statements: readonly string[];
}
type Edit = (text: Text, random: Random, source: Source) => Text | undefined;

export const track = (statements: readonly string[]): Text =>
  statements.map((statement, from) => statement.split(' ').map((text) => ({ text, from })));
export const textOf = (statement: Tracked): string => statement.map(({ text }) => text).join(' ');

const foreign = (statement: string): Tracked =>
  statement.split(' ').map((text) => ({ text, from: -1 }));
const isLong = (statement: Tracked) => statement.length >= 12;
const place = <Item>(list: readonly Item[], n: number, ...items: Item[]) =>
  list.toSpliced(n, 1, ...items);

/** The places after which a sentence ends, the last word of the statement left out. */
function sentenceEnds(statement: Tracked): number[] {
  return statement.flatMap(({ text }, n) =>
    n < statement.length - 1 && n >= 3 && /[.!?]["”’)]*$/.test(text) ? [n + 1] : [],
  );
}

/** Changes one statement that fits; undefined where none does. */
function onOne(
  fits: (one: Tracked) => boolean,
  change: (one: Tracked, random: Random, source: Source) => readonly Tracked[],
): Edit {
  return (text, random, source) => {
    const places = text.flatMap((one, n) => (fits(one) ? [n] : []));
    if (places.length === 0) return undefined;
    const n = random.pick(places);
    return place(text, n, ...change(text[n] ?? [], random, source));
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The kinds of edits that press offices make, by the names that the report prints. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'typo fixed': onOne(
    (one) => one.length >= 3,
    (one, random) => {
      const n = random.below(one.length);
      const { text, from } = one[n] ?? { text: '', from: -1 };
      const at = random.below(text.length);
      const typo = text.slice(0, at) + random.pick([...LETTERS]) + text.slice(at + random.below(2));
      return [place(one, n, { text: typo, from })];
    },
  ),
  'word replaced': onOne(
    (one) => one.length >= 3,
    (one, random, source) => {
      const word = random.pick(random.pick(source.statements).split(' '));
      return [place(one, random.below(one.length), { text: word, from: -1 })];
    },
  ),
  'sentence added': onOne(isLong, (one, random, source) => {
    const statement = foreign(random.pick(source.statements));
    const sentence = statement.slice(0, sentenceEnds(statement)[0]);
    const ends = [0, ...sentenceEnds(one), one.length];
    return [one.toSpliced(random.pick(ends), 0, ...sentence)];
  }),
  'sentence removed': onOne(
    (one) => sentenceEnds(one).length > 0,
    (one, random) => {
      const ends = [0, ...sentenceEnds(one), one.length];
      const n = random.below(ends.length - 1);
      return [one.toSpliced(ends[n] ?? 0, (ends[n + 1] ?? 0) - (ends[n] ?? 0))];
    },
  ),
  'paragraph split': onOne(
    (one) => sentenceEnds(one).length > 0,
    (one, random) => {
      const end = random.pick(sentenceEnds(one));
      return [one.slice(0, end), one.slice(end)];
    },
  ),
  'two merged': (text, random) => {
    if (text.length < 2) return undefined;
    const n = random.below(text.length - 1);
    return text.toSpliced(n, 2, [...(text[n] ?? []), ...(text[n + 1] ?? [])]);
  },
  'paragraph inserted': (text, random, source) =>
    text.toSpliced(random.below(text.length + 1), 0, foreign(random.pick(source.statements))),
  'paragraph removed': (text, random) =>
    text.length < 2 ? undefined : text.toSpliced(random.below(text.length), 1),
  'paragraph replaced': (text, random, source) =>
    text.with(random.below(text.length), foreign(random.pick(source.statements))),
  'paragraph moved': (text, random) => {
    if (text.length < 3) return undefined;
    const n = random.below(text.length);
    const rest = text.toSpliced(n, 1);
    return rest.toSpliced(random.below(rest.length + 1), 0, text[n] ?? []);
  },
  'two swapped': (text, random) => {
    if (text.length < 2) return undefined;
    const [a, b] = [random.below(text.length), random.below(text.length)];
    return text.with(a, text[b] ?? []).with(b, text[a] ?? []);
  },
  'half of the words rewritten': onOne(isLong, (one, random, source) => {
    const words = foreign(source.statements.join(' '));
    return [one.map((word) => (random.next() < 0.5 ? word : random.pick(words)))];
  }),
  'half of the words left': onOne(isLong, (one, random) => {
    const left = one.filter(() => random.next() < 0.5);
    return [left.length > 0 ? left : one];
  }),
  'boilerplate repeated': (text, random) => {
    return text.toSpliced(random.below(text.length + 1), 0, random.pick(text));
  },
};
