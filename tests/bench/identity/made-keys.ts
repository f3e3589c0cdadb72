import type { Random } from './random.ts';

/** A list whose items are told apart by a key alone, before and after an edit. */
export interface KeyCase {
  kind: string;
  before: string[];
  after: string[];
  /** The key of each statement, in the order of `before` and of `after`; undefined for those without. */
  keysBefore: (string | undefined)[];
  keysAfter: (string | undefined)[];
}

interface Kind {
  /** So many different keys. */
  keys: (count: number, random: Random) => string[];
  sentence: (key: string, topic: string) => string;
}

const TOPICS = [
  'lamps along the canal path',
  'the roof of the grange hall',
  'boats for the ferry school',
  'shade trees at every bus stop',
  'a well for the upper meadow',
  'the clock on the market square',
  'books for the village reading room',
  'new ropes for the rescue station',
] as const;
const PLACES = ['Amber', 'Birchwood', 'Cinder', 'Dovetail', 'Elmgrove', 'Foxglove', 'Garnet'];
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'October', 'December'];

/** Different numbers from `first` up, in steps of up to `step`. */
function numbers(count: number, first: number, step: number, random: Random): number[] {
  let last = first + random.below(step * 10);
  return Array.from({ length: count }, () => (last += 1 + random.below(step)));
}

const KINDS: Readonly<Record<string, Kind>> = {
  'a bill': {
    keys: (count, random) => numbers(count, 3, 40, random).map((n) => `AB ${n}`),
    sentence: (key, topic) =>
      `${key} by Assemblymember Example would pay for ${topic} from the general fund.`,
  },
  'a short bill': {
    keys: (count, random) => numbers(count, 1, 2, random).map((n) => `SB ${n}`),
    sentence: (key) => `${key} (Sample)`,
  },
  'a version': {
    keys: (count, random) =>
      numbers(count, 12, 3, random).map((n) => `v${n}.${random.below(30)}.${random.below(9)}`),
    sentence: (key) =>
      `Records of the counting program ${key} were checked by three clerks and found complete.`,
  },
  'a date': {
    keys: (count, random) =>
      numbers(count, 1, 3, random).map((n) => `${random.pick(MONTHS)} ${1 + (n % 28)}`),
    sentence: (key) => `${key}: public hearing in the town hall`,
  },
  'a county': {
    keys: (count, random) => [...PLACES].sort(() => random.next() - 0.5).slice(0, count),
    sentence: (key) => `${key} County – $20,000 for the county fair`,
  },
};

const INTRODUCTION = 'The committee named these today, and the members thanked everyone who came.';
const END = 'Questions are answered at the counter of the invented office on weekdays.';

type Change = (keys: string[], fresh: string, random: Random) => string[];
const CHANGES: Readonly<Record<string, Change>> = {
  'of another in its place': (keys, fresh, random) => keys.with(random.below(keys.length), fresh),
  'renumbered by one': (keys, fresh) => [...keys.slice(1), fresh],
  'two swapped': (keys, _, random) => {
    const n = random.below(keys.length - 1);
    return keys.with(n, keys[n + 1] ?? '').with(n + 1, keys[n] ?? '');
  },
  'one taken out, one added': (keys, fresh) => [fresh, ...keys.slice(0, -1)],
};

/** Lists of statements that are alike but for a number, a date or a place, with those keys changed. */
export function madeKeyCases(count: number, random: Random): KeyCase[] {
  const [kinds, changes] = [Object.keys(KINDS), Object.keys(CHANGES)];
  return Array.from({ length: count }, (_, n) => {
    const [of = '', change = ''] = [kinds[n % kinds.length], changes[n % changes.length]];
    const { keys: keysOf, sentence } = KINDS[of] as Kind;
    const length = 2 + random.below(4);
    const keys = [...new Set(keysOf(length + 1, random))];
    const [first, fresh = ''] = [keys.slice(0, -1), keys.at(-1)];
    const topic = random.pick(TOPICS);
    const changed = (CHANGES[change] as Change)(first, fresh, random);
    const text = (all: string[]) => [INTRODUCTION, ...all.map((key) => sentence(key, topic)), END];
    return {
      kind: `${of}, ${change}`,
      before: text(first),
      after: text(changed),
      keysBefore: [undefined, ...first, undefined],
      keysAfter: [undefined, ...changed, undefined],
    };
  });
}
