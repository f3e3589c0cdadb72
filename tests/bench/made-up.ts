import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from './identity/random.ts';

const FIRST_YEAR = 2004;
const YEARS = 5;
const OFFICES = 100;
const VOCABULARY = 20_000;
const SYLLABLES = 'ba do fe gi ka lu mo ne pi ra so ta vu we zi lan mer tor vin dal'.split(' ');

/**
 * Writes plainly fictional releases into `<folder>/releases/<year>/`, for machines without real ones.
 * Their number a year and an office, their length (about 400 words, some ten times as long) and how
 * often words come back are like those of real releases; the words mean nothing.
 * @param count the first `count` of always the same releases.
 */
export async function writeMadeUp(count: number, folder: string): Promise<void> {
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
    await mkdir(join(folder, 'releases', String(year)), { recursive: true });
  }
  for (let number = 1; number <= count; number++) {
    const { id, text } = madeUpRelease(number);
    await writeFile(join(folder, 'releases', id.slice(0, 4), `${id}.md`), text);
  }
}

/** The release of that number, as its file is written. */
export function madeUpRelease(number: number): { id: string; text: string } {
  const random = new Random(number);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const day = `${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;
  const date = `${FIRST_YEAR + random.below(YEARS)}-${day}`;
  const office = `example-${1 + random.below(OFFICES)}`;
  const title = sentence(random, 5 + random.below(8)).slice(0, -1);
  const length = random.next() < 0.02 ? 60 : 3 + random.below(10);
  const paragraphs = Array.from({ length }, () => paragraph(random));
  const text = `---
title: ${title}
date: ${date}
office: ${office}
contact:
  name: Casey Contact
  phone: 202-555-01${twoDigits(number % 100)}
---

${paragraphs.join('\n\n')}
`;
  return { id: `${date}-release-number-${number}`, text };
}

function paragraph(random: Random): string {
  const sentences = Array.from({ length: 2 + random.below(3) }, () =>
    sentence(random, 8 + random.below(22)),
  );
  return sentences.join(' ');
}

function sentence(random: Random, length: number): string {
  const words = Array.from({ length }, () => word(random)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A word by its rank; as in any language (Zipf) the n-th most frequent comes n times less often. */
function word(random: Random): string {
  let rank = Math.floor(VOCABULARY ** random.next());
  let text = '';
  do {
    text += SYLLABLES[rank % SYLLABLES.length] ?? '';
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0);
  return text;
}
