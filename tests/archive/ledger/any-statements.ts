import fc from 'fast-check';

/** Words of which no two have the same shadow in a sketch; of several scripts. */
export const WORDS = [
  ...[
    'the',
    'of',
    'a',
    'and',
    'bridge',
    'creek',
    'Example',
    'budget',
    'clinic',
    'harvest',
    'school',
  ],
  ...['water', 'library', 'orchard', '2026', 'market', 'teachers', 'river.', 'families,', 'ferry'],
  ...['người', 'nước', 'trường', 'sức', 'khỏe', '移', '民', '社', '區', '橋', '“winter”', '—'],
];

/** Words of which none looks, in a sketch, like one of the above. */
export const OTHER_WORDS = [
  ...[
    'lantern',
    'velvet',
    'thunder',
    'compass',
    'meadow',
    'glacier',
    'saffron',
    'harbor',
    'violin',
  ],
  ...['pepper', 'granite', 'window', 'feather', 'candle', 'marble', 'cactus', 'pencil', 'rocket'],
];

/** A statement made of such words; often so short that two are the same. */
const anyStatement = (words: readonly string[] = WORDS): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }) },
      {
        weight: 3,
        arbitrary: fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 30 }),
      },
    )
    .map((all) => all.join(' '));

/** The words of each statement of a release. */
export const anyTexts = (words?: readonly string[]): fc.Arbitrary<string[]> =>
  fc.array(anyStatement(words), { maxLength: 9 });

/** The same, of which no two are equal. */
export const distinctTexts = fc.uniqueArray(anyStatement(), { maxLength: 9 });

/** An edit of a text: where, from 0 to 1, and how. */
type Edit = (texts: readonly string[]) => string[];

const anyEdit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom('words', 'cut', 'split', 'merge', 'move', 'repeat', 'new', 'remove'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    to: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    statement: anyStatement(),
  })
  .map(({ kind, at, to, statement }) => (texts) => {
    const n = Math.floor(at * texts.length);
    const words = (texts[n] ?? statement).split(' ');
    const middle = Math.ceil(to * words.length);
    const part = words.slice(0, middle).join(' ');
    const rest = words.slice(middle).join(' ');
    const one = texts.slice(n, n + 1);
    const without = texts.toSpliced(n, 1);
    if (kind === 'new') return texts.toSpliced(Math.floor(to * (texts.length + 1)), 0, statement);
    if (kind === 'remove') return without;
    if (kind === 'move') return without.toSpliced(Math.floor(to * texts.length), 0, ...one);
    if (kind === 'repeat') return texts.toSpliced(Math.floor(to * texts.length), 0, ...one);
    if (kind === 'merge') return texts.toSpliced(n, 2, texts.slice(n, n + 2).join(' '));
    const parts = { cut: [part], split: [part, rest], words: [`${part} ${statement} ${rest}`] };
    return texts.toSpliced(n, 1, ...parts[kind]);
  });

/** Settles what edits have left, as a reader of releases does. */
const settled = (texts: readonly string[]) =>
  texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

/** Versions of a release, each made from the one before by a few edits. */
export const anyVersions = (most = 4): fc.Arbitrary<string[][]> =>
  fc
    .tuple(
      anyTexts(),
      fc.array(fc.array(anyEdit, { maxLength: 3 }), { minLength: 1, maxLength: most }),
    )
    .map(([first, sessions]) => {
      const versions = [settled(first)];
      for (const edits of sessions) {
        const before = versions.at(-1) ?? [];
        versions.push(
          settled(edits.reduce<readonly string[]>((texts, edit) => edit(texts), before)),
        );
      }
      return versions;
    });
