import { align } from '../../../src/archive/ledger/align.ts';
import type { Sample } from '../samples.ts';
import { homesOf, recordedLine, wordsOf } from './recorded-line.ts';
import type { Random } from './random.ts';

/** What is put in the place of a statement: the other words are by the same people, about the same. */
export interface ReplacementRow {
  kind: string;
  replaced: number;
  /** Of those, how many links lead to what was put in their place. */
  wrong: number;
}

type Choose = (texts: readonly string[], random: Random) => number | undefined;

/** Words in quotation marks, as many as a sentence has. */
const QUOTATION = /[“"][^“”"]{40,}/;

const CHOICES: Readonly<Record<string, Choose>> = {
  'first paragraph': (texts) => (texts.length > 0 ? 0 : undefined),
  quotation: (texts, random) => pickPlace(texts, (text) => QUOTATION.test(text), random),
  any: (texts, random) => pickPlace(texts, () => true, random),
};

function pickPlace(texts: readonly string[], fits: (text: string) => boolean, random: Random) {
  const places = texts.flatMap((text, n) => (fits(text) ? [n] : []));
  return places.length === 0 ? undefined : random.pick(places);
}

/**
 * Puts into each release, in the place of one statement, one of the same kind from the office's next release,
 * or from elsewhere in the same release, and counts the links that lead there: it is another statement. What
 * has all words of the replaced one in a row, such as the foot of a page, is not put there: a link to it is right.
 */
export function measureReplacements(samples: readonly Sample[], random: Random): ReplacementRow[] {
  const rows = new Map<string, ReplacementRow>();
  const nextOf = nextOfOffice(samples);
  for (const sample of samples) {
    const sources = { 'the same office': nextOf(sample), 'the same release': sample };
    for (const [origin, source] of Object.entries(sources)) {
      if (source === undefined) continue;
      for (const [what, choose] of Object.entries(CHOICES)) {
        const kind = `${what}, words of ${origin}`;
        const row = rows.get(kind) ?? { kind, replaced: 0, wrong: 0 };
        rows.set(kind, row);
        const isWrong = replaceOne(sample, source, choose, random);
        if (isWrong === undefined) continue;
        row.replaced++;
        if (isWrong) row.wrong++;
      }
    }
  }
  return [...rows.values()];
}

/** Whether the link leads to the words of the other; undefined where there is nothing to replace. */
function replaceOne(sample: Sample, source: Sample, choose: Choose, random: Random) {
  const texts = wordsOf(sample);
  const place = choose(texts, random);
  const own = texts[place ?? -1];
  const others = wordsOf(source).filter((text) => !texts.includes(text) || source === sample);
  const other = others[choose(others, random) ?? -1];
  if (place === undefined || own === undefined || other === undefined) return undefined;
  if (isIn(own, other)) return undefined;
  const { statements } = recordedLine(undefined, sample.id, texts);
  const id = statements[place]?.id ?? '';
  const after = texts.with(place, other);
  return homesOf(align(statements, after)).get(id) === place;
}

/** Whether all words of a text are in another, in a row: then a link that leads there leads to its words. */
function isIn(own: string, other: string): boolean {
  const [part, whole] = [own, other].map((text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' '));
  return ` ${whole} `.includes(` ${part} `);
}

/** The next release, in the order of the samples, of the same office; the last has the first. */
function nextOfOffice(samples: readonly Sample[]): (sample: Sample) => Sample | undefined {
  const byOffice = Map.groupBy(samples, ({ office }) => office);
  return (sample) => {
    const all = byOffice.get(sample.office) ?? [];
    const next = all[(all.indexOf(sample) + 1) % all.length];
    return next === sample ? undefined : next;
  };
}
