import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFonts } from './fonts.ts';

/** A digest of what draws pictures: this folder's code, the fonts, the libraries' versions. */
export function drawingEdition(): string {
  const hash = createHash('sha256');
  const folder = new URL('./', import.meta.url);
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)));
  for (const { data } of readFonts()) hash.update(data);
  for (const library of ['satori', 'sharp']) {
    const file = new URL('../package.json', import.meta.resolve(library));
    hash.update((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version);
  }
  return hash.digest('hex');
}
