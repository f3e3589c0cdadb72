import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedFolder } from './shared-folder.ts';

/** A release of the archive that the tests make up, as its file is written. */
export interface MadeRelease {
  /** From 1 to 120, oldest first. */
  number: number;
  id: string;
  date: string;
  office: string;
  topic: string;
  title: string;
  text: string;
}

const TOPICS = ['Bridges', 'Harbors', 'Orchards', 'Schools'];

/**
 * 120 releases, more than two pages of 50: sixty of the office North on ten days of 2019, of which
 * the last has 51, and sixty over ten years before from North, South and East. All of them tell of
 * "lanterns", every third of a "ferry".
 */
export const manyReleases: readonly MadeRelease[] = Array.from({ length: 120 }, (_, n) => {
  const number = n + 1;
  const date = n < 60 ? early(n) : late(n - 60);
  const office = n < 60 ? (['north', 'south', 'east'][n % 3] ?? '') : 'north';
  const title = `Release number ${number} of many`;
  const topic = TOPICS[n % TOPICS.length] ?? '';
  const ferry = number % 3 === 0 ? ' The ferry will wait.' : '';
  const text = `The lanterns of this year are numbered, and this is lantern ${number}.${ferry}`;
  return { number, id: `${date}-release-number-${number}`, date, office, topic, title, text };
});

/** Six in each year from 2009 to 2018, every other month. */
function early(n: number) {
  return `${2009 + Math.floor(n / 6)}-${String(1 + (n % 6) * 2).padStart(2, '0')}-15`;
}

/** Nine days with one release, then one day with 51. */
function late(n: number) {
  return `2019-05-${String(Math.min(n, 9) + 10).padStart(2, '0')}`;
}

/** Writes the archive, once for all test files; returns its content folder. */
export function manyReleasesFolder(): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(manyReleases)).digest('hex');
  return sharedFolder(`many-releases-${digest.slice(0, 16)}`, async (folder) => {
    await mkdir(join(folder, 'releases'));
    for (const release of manyReleases) {
      await writeFile(join(folder, 'releases', `${release.id}.md`), fileOf(release));
    }
  });
}

const fileOf = ({ title, date, office, topic, text }: MadeRelease) => `---
title: ${title}
date: ${date}
office: ${office}
topics: [${topic}]
contact: { name: Casey Contact, email: press@example.org }
---

${text}
`;
